using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;
using Virker.Platform;

namespace Virker.Web;

/// <summary>
/// One line a request: the route's pattern and never the address, which may hold an identity; and the reference that
/// the error page shows.
/// </summary>
internal sealed partial class RequestLog(RequestDelegate next, ILogger<RequestLog> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var started = Stopwatch.GetTimestamp();
        var reference = ReferenceOf(context);
        try
        {
            await next(context);
        }
        finally
        {
            var asked = context.Features.Get<IStatusCodeReExecuteFeature>()?.Endpoint ?? context.GetEndpoint();
            var route = (asked as RouteEndpoint)?.RoutePattern.RawText ?? "-";
            Answered(
                log,
                context.Request.Method,
                route,
                context.Response.StatusCode,
                Stopwatch.GetElapsedTime(started).TotalMilliseconds,
                reference
            );
        }
    }

    /// <summary>The trace's id, in the short form that a person can read aloud.</summary>
    internal static string ReferenceOf(HttpContext context) =>
        (Activity.Current?.TraceId.ToHexString() ?? context.TraceIdentifier)[..12].ToUpperInvariant();

    [LoggerMessage(LogLevel.Information, "{Method} {Route} {Status} {Milliseconds:0} ms {Reference}")]
    private static partial void Answered(
        ILogger log,
        string method,
        string route,
        int status,
        double milliseconds,
        string reference
    );
}
