using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Virker.Platform;

namespace Virker.Web;

/// <summary>
/// The two questions that the browser's passkey dialog needs; the answers come back by the ordinary forms.
/// </summary>
internal sealed class PasskeyChallenges : IMapsEndpoints
{
    public void Map(IEndpointRouteBuilder app)
    {
        app.MapPost(
                "/log-ind/adgangsnoegle",
                async (SignInManager<Account> signIn) =>
                    Results.Content(await signIn.MakePasskeyRequestOptionsAsync(null), "application/json")
            )
            .WithMetadata(
                new EndpointRuleAttribute(Look.Public) { Budget = Budget.SignIn },
                new AuthorizeAttribute(Policies.Anyone),
                new RequireAntiforgeryTokenAttribute()
            );
        app.MapPost(
                "/konto/adgangsnoegle",
                async (SignInManager<Account> signIn, CurrentActor actor) =>
                    Results.Content(
                        await signIn.MakePasskeyCreationOptionsAsync(
                            new()
                            {
                                Id = actor.Value.User!.Value.ToString(),
                                Name = actor.Value.Name,
                                DisplayName = actor.Value.Name,
                            }
                        ),
                        "application/json"
                    )
            )
            .WithMetadata(
                new EndpointRuleAttribute(Look.None) { Budget = Budget.SignIn },
                new AuthorizeAttribute(Policies.SignedIn),
                new RequireAntiforgeryTokenAttribute()
            );
    }
}
