using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using Virker.Platform;
using Virker.Tests.Support;
using Virker.Web;

namespace Virker.Tests.Structure;

/// <summary>
/// Every address that answers states who may come, what the access log must hold after it, how much it takes, how
/// often, and that it wants a form's token. Found by asking the running site, and without one exemption.
/// </summary>
public sealed class EndpointTests
{
    /// <summary>Numbers that can be counted up stand in addresses only where they name no row.</summary>
    private static readonly string[] Countable = ["code", "status", "aar", "maaned", "side", "nr"];

    [Fact]
    public async Task Every_endpoint_states_its_rules()
    {
        await using var web = await WebHouse.OpenAsync();
        var grants = web.Services.GetRequiredService<Grants>();
        var endpoints = web
            .Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .ToList();
        endpoints.Count.ShouldBeGreaterThan(10);
        Wall.Holds(endpoints.SelectMany(e => Violations(e, grants)));
    }

    [Fact]
    public void Each_wall_falls_for_a_seeded_violation()
    {
        var grants = new Grants([]);
        Broken("/bar").ShouldBe(["/bar has no policy", "/bar has no rule"]);
        Broken("/ukendt", new AuthorizeAttribute("casework.unknown.do"), new EndpointRuleAttribute(Look.None))
            .ShouldBe(["/ukendt has the policy casework.unknown.do, which is given to nobody"]);
        Broken(
                "/skriv",
                new AuthorizeAttribute(Policies.SignedIn),
                new EndpointRuleAttribute(Look.None),
                new HttpMethodMetadata(["POST"])
            )
            .ShouldBe(["/skriv takes POST without a form's token"]);
        Broken("/alt", new AuthorizeAttribute(Policies.Anyone), new EndpointRuleAttribute(Look.AboutCitizen))
            .ShouldBe(["/alt is open to everybody and shows citizens"]);
        Broken(
                "/stor",
                new AuthorizeAttribute(Policies.SignedIn),
                new EndpointRuleAttribute(Look.None) { MaxBody = 1L << 40 }
            )
            .ShouldBe(["/stor takes a body of 1099511627776 bytes"]);
        Broken("/sag/{id:int}", new AuthorizeAttribute(Policies.SignedIn), new EndpointRuleAttribute(Look.None))
            .ShouldBe(["/sag/{id:int} has an id that can be counted: id"]);
        Broken("/borger/{cpr}", new AuthorizeAttribute(Policies.SignedIn), new EndpointRuleAttribute(Look.None))
            .ShouldBe(["/borger/{cpr} has a CPR number in its address"]);

        List<string> Broken(string route, params object[] metadata) =>
            [
                .. Violations(
                    new RouteEndpoint(
                        _ => Task.CompletedTask,
                        RoutePatternFactory.Parse(route),
                        0,
                        new EndpointMetadataCollection(metadata),
                        route
                    ),
                    grants
                ),
            ];
    }

    private static IEnumerable<string> Violations(RouteEndpoint endpoint, Grants grants) =>
        [.. PolicyOf(endpoint, grants), .. RuleOf(endpoint), .. TokenOf(endpoint), .. AddressOf(endpoint)];

    private static IEnumerable<string> PolicyOf(RouteEndpoint endpoint, Grants grants)
    {
        var policies = endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(a => a.Policy).ToList();
        if (policies.Count == 0 || policies.Any(string.IsNullOrEmpty))
            yield return $"{Route(endpoint)} has no policy";
        if (endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            yield return $"{Route(endpoint)} lets anybody past its policy";
        foreach (var policy in policies.OfType<string>().Where(p => p is not (Policies.Anyone or Policies.SignedIn)))
        {
            if (!Role.SignedIn.Append(Role.Public).Any(role => grants.Allows(role, policy)))
                yield return $"{Route(endpoint)} has the policy {policy}, which is given to nobody";
        }
    }

    private static IEnumerable<string> RuleOf(RouteEndpoint endpoint)
    {
        if (endpoint.Metadata.GetMetadata<EndpointRuleAttribute>() is not { } rule)
        {
            yield return $"{Route(endpoint)} has no rule";
            yield break;
        }

        var policy = endpoint.Metadata.GetMetadata<IAuthorizeData>()?.Policy;
        if (policy == Policies.Anyone && rule.Look is Look.AboutCitizen or Look.EachCitizen)
            yield return $"{Route(endpoint)} is open to everybody and shows citizens";
        if (rule.MaxBody is < 0 or > 64 * 1024 * 1024)
            yield return $"{Route(endpoint)} takes a body of {rule.MaxBody} bytes";
        if (endpoint.Metadata.GetMetadata<IRequestSizeLimitMetadata>() is not { MaxRequestBodySize: not null })
            yield return $"{Route(endpoint)} has no size limit";
    }

    private static IEnumerable<string> TokenOf(RouteEndpoint endpoint)
    {
        var writes = (endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? [])
            .Where(m => !HttpMethods.IsGet(m) && !HttpMethods.IsHead(m))
            .ToList();
        if (
            writes.Count > 0
            && endpoint.Metadata.GetMetadata<IAntiforgeryMetadata>() is not { RequiresValidation: true }
        )
            yield return $"{Route(endpoint)} takes {string.Join(", ", writes)} without a form's token";
    }

    private static IEnumerable<string> AddressOf(RouteEndpoint endpoint)
    {
        foreach (var parameter in endpoint.RoutePattern.Parameters)
        {
            if (parameter.Name.Contains("cpr", StringComparison.OrdinalIgnoreCase))
                yield return $"{Route(endpoint)} has a CPR number in its address";
            if (
                parameter.ParameterPolicies.Any(p => p.Content is "int" or "long")
                && !Countable.Contains(parameter.Name.ToLowerInvariant())
            )
                yield return $"{Route(endpoint)} has an id that can be counted: {parameter.Name}";
        }
    }

    private static string Route(RouteEndpoint endpoint) => "/" + endpoint.RoutePattern.RawText?.TrimStart('/');
}
