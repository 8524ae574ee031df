using Microsoft.AspNetCore.Diagnostics;
using Virker.Platform;

namespace Virker.Web;

/// <summary>
/// Who the request is by, from the session; nobody where there is none, or where it is no longer good. The page that
/// tells of an error is for nobody in particular: it must answer also where the database does not.
/// </summary>
internal sealed class ActorOfRequest(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context, CurrentActor actor, CurrentMunicipality municipality)
    {
        actor.Reference = RequestLog.ReferenceOf(context);
        if (
            municipality.IsSet
            && context.User.Identity is { IsAuthenticated: true }
            && context.Features.Get<IExceptionHandlerFeature>() is null
        )
        {
            var signedIn = await context
                .RequestServices.GetRequiredService<Sessions>()
                .ActorAsync(context.User, context.RequestAborted);
            if (signedIn is not null)
                actor.Value = signedIn;
            else
                context.User = new();
        }

        await next(context);
    }
}
