using Microsoft.AspNetCore.Antiforgery;
using Virker.Platform;

namespace Virker.Web;

/// <summary>
/// Nothing is written without a form token, whether or not the endpoint reads its form itself; and the form's
/// idempotency key goes to the pipeline, so that a form sent twice is done once.
/// </summary>
internal sealed class WriteGuard(RequestDelegate next)
{
    /// <summary>The hidden field of every form.</summary>
    internal const string KeyField = "_noegle";

    public async Task InvokeAsync(HttpContext context, CurrentActor actor)
    {
        var method = context.Request.Method;
        if (HttpMethods.IsGet(method) || HttpMethods.IsHead(method))
        {
            await next(context);
            return;
        }

        if (await RefusalOfAsync(context) is { } refused)
        {
            context.Response.StatusCode = refused;
            return;
        }

        if (
            context.Request.HasFormContentType
            && Guid.TryParse((await context.Request.ReadFormAsync())[KeyField], out var key)
        )
            actor.IdempotencyKey = key;
        await next(context);
    }

    /// <summary>
    /// Null for the house's own form; a form that is larger than the page takes is said to be so, and not to be too
    /// old.
    /// </summary>
    private static async Task<int?> RefusalOfAsync(HttpContext context)
    {
        if (context.Features.Get<IAntiforgeryValidationFeature>() is { } validated)
            return validated.IsValid ? null : StatusOf(validated.Error);
        try
        {
            return await context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context)
                ? null
                : StatusCodes.Status400BadRequest;
        }
        catch (AntiforgeryValidationException problem)
        {
            // The form cannot be read at all: too large, null characters, too many fields.
            return StatusOf(problem);
        }
    }

    private static int StatusOf(Exception? problem) =>
        problem?.InnerException is BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge }
            ? StatusCodes.Status413PayloadTooLarge
            : StatusCodes.Status400BadRequest;
}
