using Microsoft.AspNetCore.Authorization;

namespace Virker.Web;

/// <summary>
/// An endpoint that states no policy or no rule is shut, whatever it would have answered. The tests find it first. What
/// has no route is the framework saying no (405).
/// </summary>
internal sealed class StatedRules(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context) =>
        context.GetEndpoint() is RouteEndpoint endpoint && !IsStated(endpoint)
            ? throw new InvalidOperationException($"{endpoint.DisplayName} states no policy or no rule.")
            : next(context);

    private static bool IsStated(Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IAuthorizeData>() is { Policy.Length: > 0 }
        && endpoint.Metadata.GetMetadata<EndpointRuleAttribute>() is not null;
}
