using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;

namespace Virker.Web;

internal sealed class SignOut : IMapsEndpoints
{
    public const string Url = "/log-ud";

    public void Map(IEndpointRouteBuilder app) =>
        app.MapPost(Url, (Delegate)RunAsync)
            .WithMetadata(
                new EndpointRuleAttribute(Look.Public),
                new AuthorizeAttribute(Policies.Anyone),
                new RequireAntiforgeryTokenAttribute()
            );

    private static async Task<IResult> RunAsync(HttpContext context, Sessions sessions)
    {
        await sessions.EndAsync(context);
        context.Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
        return Results.Redirect("/log-ind");
    }
}
