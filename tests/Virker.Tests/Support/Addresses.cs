using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using Virker.Web;

namespace Virker.Tests.Support;

/// <summary>
/// The site's addresses: which there are, how to fill in the ids that a test knows by name, and how a concrete address
/// reads when its ids are called by their names again ("/borgere/{egen borger}").
/// </summary>
internal sealed partial class Addresses(
    IServiceProvider site,
    IReadOnlyDictionary<Guid, string> names,
    IReadOnlySet<Guid>? owners = null,
    IReadOnlyDictionary<Guid, string>? places = null
)
{
    private readonly IReadOnlyList<RouteEndpoint> _endpoints = [.. Ours(site).Where(TakesGet)];
    private readonly ConcurrentDictionary<string, RouteEndpoint?> _routes = [];
    private readonly IReadOnlyList<RouteEndpoint> _onlySentTo = [.. Ours(site).Where(e => !TakesGet(e))];

    public IReadOnlyDictionary<Guid, string> Names => names;

    public IEnumerable<RouteEndpoint> Endpoints => _endpoints;

    /// <summary>Those with nothing to fill in.</summary>
    public IEnumerable<string> Plain() =>
        _endpoints
            .Where(e => e.RoutePattern.Parameters.Count == 0)
            .Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/'));

    /// <summary>Those that answer to what is sent alone.</summary>
    public IEnumerable<string> OnlySentTo() => _onlySentTo.Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/'));

    /// <summary>
    /// What is one kind of page: the address by name, and what is asked of it, whatever the answer to that is.
    /// </summary>
    public string KindOf(string address) =>
        !address.Contains('?')
            ? Named(address)
            : $"{Named(address)} {string.Join(' ', address[(address.IndexOf('?') + 1)..].Split('&').Select(p => p.Split('=')[0]).Distinct().Order(StringComparer.Ordinal))}";

    /// <summary>
    /// Every address with every combination of the ids known by name. Addresses with words in them are found by
    /// following links.
    /// </summary>
    public IEnumerable<string> Filled() =>
        _endpoints
            .Where(e => e.RoutePattern.Parameters.All(IsId))
            .SelectMany(e => Fill("/" + e.RoutePattern.RawText!.TrimStart('/'), e.RoutePattern.Parameters));

    /// <summary>
    /// The address with its ids by name and, where a page is the same page for many words or numbers, the word's place
    /// in the route.
    /// </summary>
    public string Named(string address)
    {
        var (path, query) = (address.Split('?')[0], address.Contains('?') ? address[address.IndexOf('?')..] : "");
        var route = RouteOf(path);
        var alike = route is not null && route.RoutePattern.Parameters.Any(p => !IsId(p));
        var named = alike
            ? "/" + Constraint().Replace(route!.RoutePattern.RawText!.TrimStart('/'), "{$1}")
            : Id().Replace(path, m => $"{{{names.GetValueOrDefault(Guid.Parse(m.Value), "ukendt")}}}");
        return Export().Match(query) is { Success: true } export
            ? $"{named}?udtraek={(alike ? "…" : ShortId().Replace(export.Groups[1].Value, "{id}"))}"
            : named;
    }

    /// <summary>Looked up once for each path: every page has the same hundred links in its head.</summary>
    public RouteEndpoint? RouteOf(string path) => _routes.GetOrAdd(path.Split('?')[0], FindRoute);

    private RouteEndpoint? FindRoute(string path)
    {
        var parts = path.Trim('/').Split('/');
        return _endpoints
            .Where(e => Matches(e.RoutePattern, parts))
            .OrderBy(e => e.RoutePattern.Parameters.Count)
            .ThenByDescending(e => e.RoutePattern.PathSegments.Sum(s => s.Parts.Count))
            .FirstOrDefault();
    }

    /// <summary>Of two ids the first is somebody's, or one of the few that show what happens when it is not.</summary>
    private IEnumerable<string> Fill(string address, IReadOnlyList<RoutePatternParameterPart> parameters) =>
        parameters.Aggregate(
            (IEnumerable<string>)[address],
            (filled, parameter) =>
                filled.SelectMany(a =>
                    names
                        .Keys.Where(id =>
                            parameters.Count > 1 && parameter == parameters[0]
                                ? owners?.Contains(id) ?? true
                                : StandsIn(id, address)
                        )
                        .Select(id => Regex.Replace(a, $@"\{{{parameter.Name}[^}}]*\}}", id.ToString("N")))
                )
        );

    private bool StandsIn(Guid id, string address) =>
        places?.GetValueOrDefault(id) is not { } under || address.Contains(under, StringComparison.Ordinal);

    private static IEnumerable<RouteEndpoint> Ours(IServiceProvider site) =>
        site.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<EndpointRuleAttribute>() is { Budget: not Budget.Asset });

    private static bool Matches(RoutePattern pattern, string[] parts)
    {
        var segments = pattern.PathSegments;
        if (segments.Count == 0) return parts is [""];
        return segments.Count == parts.Length && segments.Zip(parts).All(pair => Fits(pair.First.Parts, pair.Second));
    }

    /// <summary>The word that it must be, or what it must end with.</summary>
    private static bool Fits(IReadOnlyList<RoutePatternPart> segment, string part) => segment switch
    {
        [RoutePatternLiteralPart literal] => literal.Content == part,
        [.., RoutePatternLiteralPart ending] => part.EndsWith(ending.Content, StringComparison.Ordinal),
        _ => true,
    };

    private static bool IsId(RoutePatternParameterPart parameter) =>
        parameter.ParameterPolicies.Any(p => p.Content == "guid");

    private static bool TakesGet(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IHttpMethodMetadata>() is not { } methods || methods.HttpMethods.Contains("GET");

    [GeneratedRegex("[0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")]
    internal static partial Regex Id();

    [GeneratedRegex(@"\{\*{0,2}(\w+)[^}]*\}")]
    private static partial Regex Constraint();

    /// <summary>A table's name may end with the beginning of an id.</summary>
    [GeneratedRegex("[0-9a-f]{8}$")]
    private static partial Regex ShortId();

    [GeneratedRegex(@"[?&]udtraek=([\w-]+)")]
    private static partial Regex Export();
}
