using Virker.Platform;

namespace Virker.Web;

/// <summary>
/// A page that answers a form (a search, a form that was refused) is not the answer itself: the browser is led to read
/// it (303), by the same address and a short-lived key. So a reload sends nothing, and back finds the page again. A
/// script that asks for itself, and a file, get their answer at once.
/// </summary>
internal sealed class AnswersAreRead(RequestDelegate next, KeptAnswers kept)
{
    public async Task InvokeAsync(HttpContext context, CurrentActor actor)
    {
        if (!IsSentByReader(context.Request))
        {
            await next(context);
            return;
        }

        var body = context.Response.Body;
        using var page = new MemoryStream();
        context.Response.Body = page;
        try
        {
            await next(context);
        }
        finally
        {
            context.Response.Body = body;
        }

        if (IsPage(context.Response, page))
            LeadToRead(
                context,
                kept.Keep(
                    KeptAnswers.OwnerOf(context, actor),
                    context.Response.StatusCode,
                    page.GetBuffer().AsSpan(0, (int)page.Length)
                )
            );
        else
        {
            page.Position = 0;
            await page.CopyToAsync(body);
        }
    }

    private static bool IsSentByReader(HttpRequest request) =>
        HttpMethods.IsPost(request.Method)
        && request.HasFormContentType
        && request.Headers["Sec-Fetch-Mode"].ToString() is "" or "navigate";

    private static bool IsPage(HttpResponse response, MemoryStream page) =>
        page.Length > 0
        && !response.HasStarted
        && response.StatusCode is < 300 or >= 400
        && response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) == true;

    private static void LeadToRead(HttpContext context, string key)
    {
        var asked = context
            .Request.Query.Where(q => q.Key != KeptAnswers.Parameter)
            .SelectMany(q => q.Value.Select(v => KeyValuePair.Create(q.Key, v)));
        var query = QueryString.Create(asked.Append(KeyValuePair.Create<string, string?>(KeptAnswers.Parameter, key)));
        (context.Response.ContentType, context.Response.ContentLength) = (null, null);
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = $"{context.Request.PathBase}{context.Request.Path.ToUriComponent()}{query}";
    }
}

/// <summary>
/// Shows a page that answered a form to whoever sent it; where it is no longer kept, the page is read afresh and says
/// so.
/// </summary>
internal sealed class KeptAnswersAreShown(RequestDelegate next, KeptAnswers kept)
{
    public async Task InvokeAsync(HttpContext context, CurrentActor actor)
    {
        var isRead = HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);
        if (
            !isRead
            || context.Request.Query[KeptAnswers.Parameter].ToString() is not { Length: > 0 } key
            || kept.Find(key, KeptAnswers.OwnerOf(context, actor)) is not { } answer
        )
        {
            await next(context);
            return;
        }

        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        await context.Response.Body.WriteAsync(answer.Page);
    }
}
