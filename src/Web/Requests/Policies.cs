using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;
using Virker.Platform;

namespace Virker.Web;

/// <summary>A page's policy is the permission that its use case requires, or one of these two.</summary>
public static class Policies
{
    /// <summary>Public pages, the sign-in page, and the pages that tell of an error.</summary>
    public const string Anyone = "alle";

    /// <summary>Whoever is signed in, in any role.</summary>
    public const string SignedIn = "logget-ind";
}

internal sealed record PermissionRequirement(string Permission) : IAuthorizationRequirement;

/// <summary>A policy's name is a permission; there is no list of policies to keep.</summary>
internal sealed class PermissionPolicies(IOptions<AuthorizationOptions> options)
    : DefaultAuthorizationPolicyProvider(options)
{
    public override Task<AuthorizationPolicy?> GetPolicyAsync(string policyName) =>
        Task.FromResult<AuthorizationPolicy?>(
            new AuthorizationPolicyBuilder().AddRequirements(new PermissionRequirement(policyName)).Build()
        );
}

internal sealed class PermissionHandler(CurrentActor actor, Grants grants) : AuthorizationHandler<PermissionRequirement>
{
    protected override Task HandleRequirementAsync(
        AuthorizationHandlerContext context,
        PermissionRequirement requirement
    )
    {
        var allowed = requirement.Permission switch
        {
            Policies.Anyone => true,
            Policies.SignedIn => actor.Value.User is not null,
            var permission => grants.Allows(actor.Value, permission),
        };
        if (allowed) context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
