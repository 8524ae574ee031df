using System.Reflection;
using Microsoft.AspNetCore.Components;
using Virker.Platform;
using Virker.Tests.Support;
using Virker.Web;

namespace Virker.Tests.Web;

/// <summary>
/// What an address names and is not there is said: no page shows the newest month, everybody or all of it in its place
/// without a word. Every parameter of every page is asked with something that cannot be, but those that
/// take any text.
/// </summary>
[Trait("Pace", "Slow")]
public sealed class UnknownInAddressTests
{
    /// <summary>Where numbers are shown in the place of what was asked for, the page says so before them.</summary>
    private const string Said = "Siden viser noget andet, end adressen beder om";

    private const string Impossible = "findes-ikke-2023-13";

    /// <summary>The same of one page alone.</summary>
    private static readonly Dictionary<string, string> FreeOn = new()
    {
        ["/tider/anmodninger?fra"] = "stands in the form's field, and is read when it is sent",
        ["/tider/anmodninger?til"] = "stands in the form's field, and is read when it is sent",
        ["/noegletal/benchmark?periode"] = "no benchmark is loaded in the town, and the page says so",
        ["/noegletal/benchmark?gruppe"] = "no benchmark is loaded in the town, and the page says so",
    };

    /// <summary>Parameters that take any text, or only open something on the page that is shown.</summary>
    private static readonly Dictionary<string, string> Free = new()
    {
        ["soeg"] = "words that are searched for",
        ["ord"] = "words that are searched for",
        ["navn"] = "words that are searched for",
        ["tabel"] = "words that are searched for",
        ["retur"] = "where the reader came from; only a page of the site is led to",
        ["sprog"] = "another language than those that there are is Danish",
        ["side"] = "a page of a long list",
        ["ret"] = "opens the form of one row",
        ["kol"] = "columns to show beside the usual",
        ["alle"] = "shows what is ended too",
        ["lukkede"] = "shows what is closed too",
        ["beskeder"] = "prints the messages too",
        ["aabnet"] = "how many times were opened, told on the next page",
        ["linje"] = "marks a line of a paper that is shown whole",
        ["klar"] = "whether the citizen is ready, chosen on the page",
        ["bagud"] = "a cross that is set or not",
        ["kommune"] = "a municipality that is not among them is told, and one is to be chosen",
        ["placering"] = "a rank to reach, written in a field",
        ["a"] = "asked with the month",
        ["b"] = "asked with the month",
    };

    [Fact]
    public async Task What_an_address_names_and_is_not_there_is_said()
    {
        var crawl = await Crawl.DoneAsync();
        var silent = new List<string>();
        var asked = 0;
        var shown = crawl
            .Answers.Where(a => a.Answer.Status == 200)
            .OrderBy(a => a.Address.Length)
            .ThenBy(a => a.Address, StringComparer.Ordinal)
            .ToLookup(a => crawl.Addresses.RouteOf(a.Address)!.RoutePattern.RawText!.TrimStart('/'));
        foreach (
            var (route, parameter) in Parameters()
                .Where(p => !Free.ContainsKey(p.Parameter) && !FreeOn.ContainsKey($"{p.Route}?{p.Parameter}"))
        )
        {
            if (shown[route.TrimStart('/')].FirstOrDefault() is not { } seen)
                continue;
            asked++;
            var separator = seen.Address.Contains('?') ? '&' : '?';
            var answer = await crawl.Visitors[seen.Who].GetAsync($"{seen.Address}{separator}{parameter}={Impossible}");
            if (answer.Status is not (>= 400 and < 500) && !answer.Words.Contains(Said))
                silent.Add($"{route}?{parameter} answers {answer.Status}");
        }

        silent.ShouldBeEmpty();
        asked.ShouldBeGreaterThan(30);
    }

    [Fact]
    public void Each_parameter_that_is_let_by_is_there() =>
        Free
            .Keys.Concat(FreeOn.Keys)
            .Except(Parameters().SelectMany(p => new[] { p.Parameter, $"{p.Route}?{p.Parameter}" }))
            .ShouldBeEmpty();

    private static IReadOnlyList<(string Route, string Parameter)> Parameters() =>
        [
            .. typeof(AnswerStatus)
                .Assembly.GetTypes()
                .SelectMany(page =>
                    page.GetCustomAttributes<RouteAttribute>()
                        .SelectMany(route =>
                            page.GetProperties(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public)
                                .Select(p => (p, Query: p.GetCustomAttribute<SupplyParameterFromQueryAttribute>()))
                                .Where(p => p.Query is not null)
                                .Select(p => (route.Template, p.Query!.Name ?? p.p.Name))
                        )
                ),
        ];
}
