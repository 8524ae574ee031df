using System.Text.RegularExpressions;
using Virker.Platform;
using Virker.Tests.Support;

namespace Virker.Tests.Structure;

/// <summary>
/// No id opens what is another's. A neighbouring municipality's rows, rows of another kind and rows under the wrong
/// citizen are all answered to the byte as an id that nobody has.
/// </summary>
[Trait("Pace", "Slow")]
public sealed partial class ForeignIdTests
{
    private const int Requests = 20_000;

    [Fact]
    public async Task A_foreign_id_is_answered_to_the_byte_as_one_that_nobody_has()
    {
        var crawl = await Crawl.DoneAsync();
        foreach (var (foreign, unknown) in crawl.Foreign)
            (foreign.Answer.Status, Plain(foreign.Answer)).ShouldBe(
                (unknown.Answer.Status, Plain(unknown.Answer)),
                $"{foreign.Who} {crawl.Addresses.Named(foreign.Address)}"
            );
        crawl.Foreign.Count.ShouldBeGreaterThan(50 * Role.SignedIn.Count);
    }

    [Fact]
    public async Task Twenty_thousand_hostile_requests_get_no_word_of_another_municipality_and_break_nothing()
    {
        var crawl = await Crawl.DoneAsync();
        var before = await NeighbourAsync(crawl.Web);

        var fuzz = new Fuzz(crawl);
        await Parallel.ForEachAsync(
            Enumerable.Range(0, Requests),
            new ParallelOptions { MaxDegreeOfParallelism = 4 },
            async (number, _) => await fuzz.OneAsync(number)
        );

        fuzz.Answered.ShouldBe(Requests);
        fuzz.Taken.ShouldBeGreaterThan(Requests / 100, "hardly anything was let in, so the fuzz tried nothing");
        fuzz.Problems.Take(12).ShouldBeEmpty();
        (await NeighbourAsync(crawl.Web)).ShouldBe(before, "the neighbour's journal and access log");
    }

    /// <summary>
    /// What a person would get, less what is new in every answer: the id that was asked for, the form's token and key,
    /// the reference.
    /// </summary>
    private static string Plain(WebAnswer answer) =>
        Reference()
            .Replace(
                Sealed()
                    .Replace(
                        Token()
                            .Replace(Addresses.Id().Replace($"{answer.Location}\n{answer.Text}", "{id}"), "$1{token}"),
                        "{sealed}"
                    ),
                "{reference}"
            );

    private static async Task<(long Journal, long Looks)> NeighbourAsync(WebHouse web) =>
        (
            await web.CountAsync("select count(*) from journal", WebHouse.NeighbourHost),
            await web.CountAsync("select count(*) from access_log", WebHouse.NeighbourHost)
        );

    [GeneratedRegex("(name=\"_formular\" value=\")[^\"]+")]
    private static partial Regex Token();

    /// <summary>
    /// What the page seals anew each time: whose form it is, where a page that had begun leads on to.
    /// </summary>
    [GeneratedRegex(@"\bCfDJ8[\w-]+")]
    private static partial Regex Sealed();

    [GeneratedRegex(@"\b[0-9A-F]{12}\b")]
    private static partial Regex Reference();
}
