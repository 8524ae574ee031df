namespace Virker.Web;

/// <summary>
/// Any table on any page can be had as a file: with <c>?udtraek=name</c> the page runs as it always does, with its policy and its rows in
/// the access log, and the table hands over its rows as CSV instead of the page.
/// </summary>
internal sealed class TableExport(RequestDelegate next)
{
    internal const string Parameter = "udtraek";

    public async Task InvokeAsync(HttpContext context)
    {
        if (!HttpMethods.IsGet(context.Request.Method) || context.Request.Query[Parameter].ToString() is not { Length: > 0 } name)
        {
            await next(context);
            return;
        }

        var asked = new AskedTable(name);
        context.Features.Set(asked);
        var body = context.Response.Body;
        using var page = new MemoryStream();
        context.Response.Body = page;
        await next(context);
        context.Response.Body = body;
        if (asked.Csv is null)
        {
            page.Position = 0;
            await page.CopyToAsync(body);
            return;
        }

        context.Response.ContentType = "text/csv; charset=utf-8";
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"{name}.csv\"";
        await body.WriteAsync(asked.Csv);
    }
}

/// <summary>The table that the request asks for as a file; the table puts its file here.</summary>
internal sealed class AskedTable(string name)
{
    public string Name { get; } = name;

    public byte[]? Csv { get; set; }
}
