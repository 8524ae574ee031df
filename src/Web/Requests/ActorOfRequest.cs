using Virker.Platform;

namespace Virker.Web;

/// <summary>Who the request is by, from the session; nobody where there is none, or where it is no longer good.</summary>
internal sealed class ActorOfRequest(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context, CurrentActor actor, CurrentMunicipality municipality)
    {
        actor.Reference = RequestLog.ReferenceOf(context);
        if (municipality.IsSet && context.User.Identity is { IsAuthenticated: true })
        {
            var signedIn = await context.RequestServices.GetRequiredService<Sessions>().ActorAsync(context.User, context.RequestAborted);
            if (signedIn is not null) actor.Value = signedIn;
            else context.User = new();
        }

        await next(context);
    }
}
