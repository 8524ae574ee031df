using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Net.Http.Headers;

namespace Virker.Web;

/// <summary>
/// Text or data that is fetched again and again: with its fingerprint, and 304 to whoever has it already. The
/// fingerprint is of what is given now, so that what was closed since is never kept alive by a copy that somebody has.
/// </summary>
internal sealed class FileAnswer(byte[] content, string type, DateTimeOffset? modified) : IResult
{
    /// <summary>
    /// HTTP tells time in whole seconds: what is younger than this could change once more within the second that is
    /// told.
    /// </summary>
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(2);

    public static IResult Json(JsonNode node, DateTimeOffset? modified) =>
        new FileAnswer(Encoding.UTF8.GetBytes(node.ToJsonString()), "application/json; charset=utf-8", modified);

    public static IResult Text(string text, string type, DateTimeOffset? modified) =>
        new FileAnswer(Encoding.UTF8.GetBytes(text), $"{type}; charset=utf-8", modified);

    public static IResult Pdf(byte[] pdf, DateTimeOffset? modified) => new FileAnswer(pdf, "application/pdf", modified);

    public async Task ExecuteAsync(HttpContext context)
    {
        var (request, headers) = (context.Request.GetTypedHeaders(), context.Response.GetTypedHeaders());
        var tag = new EntityTagHeaderValue(
            $"\"{Convert.ToHexStringLower(SHA256.HashData(content))[..32]}\"",
            isWeak: true
        );
        var told = Told(context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow());
        (headers.ETag, headers.LastModified) = (tag, told);
        if (IsKnown(request, tag, told))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        context.Response.ContentType = type;
        context.Response.ContentLength = content.Length;
        await context.Response.Body.WriteAsync(content, context.RequestAborted);
    }

    /// <summary>The fingerprint decides where one is sent, the time only where none is.</summary>
    private static bool IsKnown(
        Microsoft.AspNetCore.Http.Headers.RequestHeaders request,
        EntityTagHeaderValue tag,
        DateTimeOffset? told
    ) =>
        request.IfNoneMatch is { Count: > 0 } known
            ? known.Any(k => k.Equals(EntityTagHeaderValue.Any) || k.Compare(tag, useStrongComparison: false))
            : told is not null && request.IfModifiedSince is { } since && told <= since;

    private DateTimeOffset? Told(DateTimeOffset now) =>
        modified is { } at && at < now - Settled
            ? new DateTimeOffset(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerSecond), TimeSpan.Zero)
            : null;
}
