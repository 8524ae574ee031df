using Virker.Platform;

namespace Virker.Web;

/// <summary>
/// Any table on any page can be had as a file: with <c>?udtraek=name</c> the page runs as it always does, with its
/// policy and its rows in the access log, and the table hands over its rows as CSV, or with <c>som=xlsx</c> as a
/// workbook, instead of the page. A chart hands over its numbers, or with <c>som=svg</c> its picture.
/// </summary>
internal sealed class TableExport(RequestDelegate next)
{
    internal const string Parameter = "udtraek";
    internal const string Format = "som";
    internal const string Workbook = "xlsx";
    internal const string Picture = "svg";

    private const string PictureType = "image/svg+xml";

    public async Task InvokeAsync(HttpContext context)
    {
        if (
            !HttpMethods.IsGet(context.Request.Method)
            || context.Request.Query[Parameter].ToString() is not { Length: > 0 } name
        )
        {
            await next(context);
            return;
        }

        var asked = new AskedTable(name);
        context.Features.Set(asked);
        using var page = await PageAsync(context);
        if (asked.Picture is { } picture && context.Request.Query[Format] == Picture)
            await SendAsync(context, name, picture);
        else if (asked.Table is null)
            await page.CopyToAsync(context.Response.Body);
        else
            await SendAsync(context, name, asked.Table);
    }

    /// <summary>What the page would have sent, held back until it is known whether it had the table.</summary>
    private async Task<MemoryStream> PageAsync(HttpContext context)
    {
        var body = context.Response.Body;
        var page = new MemoryStream();
        context.Response.Body = page;
        try
        {
            await next(context);
        }
        finally
        {
            context.Response.Body = body;
        }

        page.Position = 0;
        return page;
    }

    private static async Task SendAsync(HttpContext context, string name, string picture)
    {
        context.Response.Headers.ContentDisposition = ContentDisposition.Attachment($"{name}.{Picture}");
        await FileAnswer.Text(picture, PictureType, null).ExecuteAsync(context);
    }

    private static async Task SendAsync(HttpContext context, string name, ExportTable table)
    {
        var isWorkbook = context.Request.Query[Format] == Workbook;
        using var file = new MemoryStream();
        if (isWorkbook)
            await table.WriteXlsxAsync(file, context.RequestAborted);
        else
            await table.WriteCsvAsync(file, context.RequestAborted);
        context.Response.Headers.ContentDisposition = ContentDisposition.Attachment(
            $"{name}.{(isWorkbook ? Workbook : "csv")}"
        );
        await new FileAnswer(
            file.ToArray(),
            isWorkbook ? ExportTable.XlsxType : ExportTable.CsvType,
            null
        ).ExecuteAsync(context);
    }
}

/// <summary>
/// The table or the chart that the request asks for as a file; it puts its rows and its picture here.
/// </summary>
internal sealed class AskedTable(string name)
{
    public string Name { get; } = name;

    public ExportTable? Table { get; set; }

    public string? Picture { get; set; }
}
