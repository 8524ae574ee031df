using Microsoft.AspNetCore.Antiforgery;
using Virker.Platform;

namespace Virker.Web;

/// <summary>
/// Nothing is written without a form token, whether or not the endpoint reads its form itself; and the form's idempotency key goes to the
/// pipeline, so that a form sent twice is done once.
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

        if (!await IsFromOwnFormAsync(context))
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        if (context.Request.HasFormContentType && Guid.TryParse((await context.Request.ReadFormAsync())[KeyField], out var key)) actor.IdempotencyKey = key;
        await next(context);
    }

    private static async Task<bool> IsFromOwnFormAsync(HttpContext context)
    {
        if (context.Features.Get<IAntiforgeryValidationFeature>() is { } validated) return validated.IsValid;
        try
        {
            return await context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context);
        }
        catch (AntiforgeryValidationException)
        {
            // The form cannot be read at all: null characters, too many fields.
            return false;
        }
    }
}
