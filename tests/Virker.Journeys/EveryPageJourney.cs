using System.Text.RegularExpressions;
using Virker.Journeys.Support;

namespace Virker.Journeys;

/// <summary>
/// Every kind of page that a role is led to: no serious finding by axe on a desk, nothing to scroll sideways on a
/// phone, no complaint from its script.
/// </summary>
public abstract partial class EveryPageJourney
{
    /// <summary>Pages that are the same for everybody are looked at once, by the clerk.</summary>
    private static readonly string[] Common =
    [
        "/regler",
        "/privatliv",
        "/tastatur",
        "/tilgaengelighed",
        "/was",
        "/politik",
    ];

    /// <summary>Pages under a common address that only some roles have.</summary>
    private static readonly string[] Own = ["/regler/simulering", "/regler/satsregulering"];

    /// <summary>Those who have the most pages; two classes, so that two browsers look at once.</summary>
    private protected static readonly string[] CaseWork = ["case-worker", "youth-counsellor", "team-leader"];

    private protected static async Task LookAtEachAsync(string role)
    {
        await using var visit = await Visit.AsAsync(role);
        var waiting = new Queue<string>(["/"]);
        var kinds = new HashSet<string> { "/" };
        while (waiting.TryDequeue(out var address))
        {
            await visit.GoAsync(address);
            await visit.LookAsync(KindOf(address));
            await visit.FaultWouldBeSeenAsync();
            foreach (var link in await LinksAsync(visit))
            {
                if (
                    (
                        role == "clerk"
                        || Own.Any(o => link.StartsWith(o, StringComparison.Ordinal))
                        || !Common.Any(c => link.StartsWith(c, StringComparison.Ordinal))
                    ) && kinds.Add(KindOf(link))
                )
                    waiting.Enqueue(link);
            }

            await visit.LookOnAPhoneAsync();
        }

        kinds.Count.ShouldBeGreaterThan(1);
    }

    private static string KindOf(string address) => Id().Replace(address, "{id}");

    private static async Task<IEnumerable<string>> LinksAsync(Visit visit)
    {
        var links = await visit
            .Page.Locator("a[href^='/']")
            .EvaluateAllAsync<string[]>("links => links.map(a => a.getAttribute('href').split('#')[0])");
        return links
            .Where(l =>
                l.Length > 0
                && !l.Contains('?')
                && !l.StartsWith("/log-", StringComparison.Ordinal)
                && !File().IsMatch(l)
            )
            .Distinct();
    }

    /// <summary>An id, a law's number or an item's number: more of the same kind of page.</summary>
    [GeneratedRegex(
        @"[0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?<=/regler/)(?!(?:aendringer|simulering|satsregulering)(?:/|$))[\w.-]+|(?<=/noegletal/)(?!(?:alle|benchmark|indlaes|politiske-maal)(?:/|$))[\w.-]+|(?<=/)\d+(?=/|$)"
    )]
    private static partial Regex Id();

    [GeneratedRegex(@"\.(pdf|csv|xlsx|json|atom|ics)$|/fil$|/bilag/")]
    private static partial Regex File();
}

/// <summary>Every page of those who work with cases.</summary>
public sealed class EveryPageOfCaseWorkJourney : EveryPageJourney
{
    public static TheoryData<string> Roles => [.. CaseWork];

    [Theory, MemberData(nameof(Roles))]
    public Task Each_page_a_role_is_led_to(string role) => LookAtEachAsync(role);
}

/// <summary>Every page of everybody else who signs in.</summary>
public sealed class EveryPageOfTheOthersJourney : EveryPageJourney
{
    public static TheoryData<string> Roles => [.. SignInJourney.SignedIn.Except(CaseWork)];

    [Theory, MemberData(nameof(Roles))]
    public Task Each_page_a_role_is_led_to(string role) => LookAtEachAsync(role);
}
