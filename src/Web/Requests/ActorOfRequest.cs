using Virker.Platform;

namespace Virker.Web;

/// <summary>Who the request is by, from the session cookie; nobody where there is none.</summary>
internal sealed class ActorOfRequest(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context, CurrentActor actor, CurrentMunicipality municipality)
    {
        actor.Reference = RequestLog.ReferenceOf(context);
        if (municipality.IsSet && SessionCookie.ActorOf(context.User, municipality.Value) is { } signedIn) actor.Value = signedIn;
        return next(context);
    }
}
