using Microsoft.AspNetCore.Authorization;

namespace Virker.Web;

/// <summary>An endpoint that states no policy or no rule is shut, whatever it would have answered. The tests find it first.</summary>
internal sealed class StatedRules(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context) => context.GetEndpoint() is null || IsStated(context.GetEndpoint()!)
        ? next(context)
        : throw new InvalidOperationException($"{context.GetEndpoint()!.DisplayName} states no policy or no rule.");

    private static bool IsStated(Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IAuthorizeData>() is { Policy.Length: > 0 } && endpoint.Metadata.GetMetadata<EndpointRuleAttribute>() is not null;
}
