using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Virker.Committee;
using Virker.Kernel;
using Virker.Platform;
using Virker.Tests.Support;
using Xunit.Abstractions;

namespace Virker.Tests.Committee;

/// <summary>
/// Secrecy follows the text: whatever a clerk does at random with some thousand items, no byte that a visitor or a role
/// without the right can fetch holds a word of what is closed. VIRKER_SEED repeats a run.
/// </summary>
[Trait("Pace", "Slow")]
public sealed class SecrecyModelTests(ITestOutputHelper output)
{
    private const int ItemsEach = 30;

    /// <summary>
    /// On PostgreSQL some hundred items: what is closed does not depend on the database, only how it is asked for.
    /// </summary>
    private static int MeetingsOn(Dialect dialect) => dialect == Dialect.Sqlite ? 36 : 5;

    private readonly int _seed = int.TryParse(Environment.GetEnvironmentVariable("VIRKER_SEED"), out var given)
        ? given
        : Random.Shared.Next(1, int.MaxValue);

    private Func<IEnumerable<string>> _errors = () => [];

    [Theory, EachDatabase]
    public async Task No_word_of_what_is_closed_is_in_anything_that_can_be_fetched(Dialect dialect)
    {
        var meetings = MeetingsOn(dialect);
        output.WriteLine($"VIRKER_SEED={_seed}");
        var watch = Stopwatch.StartNew();
        await using var web = await WebHouse.OpenAsync(on: dialect);
        _errors = () => web.Lines.All.Where(l => l.StartsWith("Error", StringComparison.Ordinal));
        var random = new Random(_seed);
        var model = new SecrecyModel(web, random);
        await model.BeginAsync();
        var anybody = web.Anybody();
        for (var i = 0; i < meetings; i++)
        {
            await model.MeetingAsync(ItemsEach);
            if (i % 5 == 4)
                await SweepAsync(
                    "undervejs",
                    anybody,
                    [.. model.Meetings.TakeLast(4).SelectMany(m => Addresses(m, model, random, 0.1))],
                    model.Words.ClosedIn
                );
        }

        await model.TurnAsync(meetings * 4);
        output.WriteLine(
            $"{model.Items.Count} punkter, {model.Words.Count} mærkede ord, {model.Words.Closed.Count} lukkede, {watch.Elapsed.TotalSeconds:N1} s at skrive"
        );
        await PublicAsync(anybody, model, random);
        foreach (
            var role in new[]
            {
                Role.TeamLeader,
                Role.Controller,
                Role.DataProtectionOfficer,
                Role.Administrator,
                Role.CaseWorker,
            }
        )
            await SweepAsync(role.Id, await web.AsAsync(role), SignedIn(model, random), model.Words.ClosedIn);
        await SweepAsync(
            "a member who may not take part",
            await web.AsAsync(Role.Politician),
            SignedIn(model, random),
            model.Words.ExcludedIn
        );
        await UseCasesAsync(model);
        await ClerkAsync(await web.AsAsync(Role.Clerk), model);
        output.WriteLine($"{watch.Elapsed.TotalSeconds:N1} s i alt");
        output.WriteLine($"hvad offentligheden ser af et møde: {await AskingAsync(web):N2} ms i median");
    }

    /// <summary>
    /// How long it takes to ask what is open of a meeting that has been published: what every public page pays for it.
    /// </summary>
    private static async Task<double> AskingAsync(WebHouse web)
    {
        await using var scope = web.Scope(Actor.Anonymous);
        var papers = scope.ServiceProvider.GetRequiredService<PublicPapers>();
        var published = (await papers.AllAsync(others: false, default)).Select(p => p.Meeting).ToList();
        var times = new List<double>();
        for (var i = 0; i < 300; i++)
        {
            var (meeting, started) = (published[i % published.Count], Stopwatch.GetTimestamp());
            await papers.SightAsync([meeting], meeting.Id, default);
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        return times.Order().ElementAt(times.Count / 2);
    }

    private async Task PublicAsync(Visitor anybody, SecrecyModel model, Random random)
    {
        var searches = model.Words.Closed.OrderBy(_ => random.Next()).Take(40).Select(w => $"/politik?ord={w}");
        string[] fixedOnes = ["/politik", "/politik/moeder.json", "/politik/moeder.atom", "/politik/moeder.ics", "/"];
        var open = await SweepAsync(
            "offentligheden",
            anybody,
            [.. fixedOnes, .. searches, .. model.Meetings.SelectMany(m => Addresses(m, model, random, 0.12))],
            model.Words.ClosedIn,
            model.Words.OpenIn
        );
        open.ShouldBeGreaterThan(model.Meetings.Count * 28, "the public reads what is open");
        foreach (var meeting in model.Meetings.Where((_, i) => i % 4 == 0))
        {
            var answer = await anybody.Client.GetAsync($"/politik/moeder/{meeting}.pdf");
            if (!answer.IsSuccessStatusCode) continue;
            var words = PdfWords.Of(await answer.Content.ReadAsByteArrayAsync());
            model.Words.ClosedIn(words).ShouldBeEmpty($"VIRKER_SEED={_seed} PDF of {meeting}");
        }
    }

    private static IEnumerable<string> Addresses(
        CommitteeMeetingId meeting,
        SecrecyModel model,
        Random random,
        double share
    ) =>
        [
            $"/politik/moeder/{meeting}",
            $"/politik/moeder/{meeting}.json",
            .. Enumerable
                .Range(1, ItemsEach + 8)
                .Where(_ => random.NextDouble() < share)
                .SelectMany(n =>
                    new[] { $"/politik/moeder/{meeting}/punkter/{n}", $"/politik/moeder/{meeting}/punkter/{n}.json" }
                ),
        ];

    /// <summary>
    /// Start page, lists with their files, every meeting, some closed items and follow-ups by their addresses, the
    /// journal, the search.
    /// </summary>
    private static IReadOnlyList<string> SignedIn(SecrecyModel model, Random random) =>
        [
            "/",
            "/udvalg",
            "/udvalg?udtraek=moeder",
            "/udvalg/opfoelgning",
            "/udvalg/opfoelgning?udtraek=opfoelgning",
            "/udvalg/opfoelgning/alle",
            "/udvalg/opfoelgning/alle?udtraek=opfoelgning",
            "/politik",
            "/tilsyn/aendringer",
            "/tilsyn/aendringer?tabel=agenda_items",
            "/tilsyn/aendringer?tabel=committee_decisions",
            "/tilsyn/aendringer?tabel=committee_follow_ups",
            .. model.Meetings.Where((_, i) => i % 3 == 0).Select(m => $"/udvalg/moeder/{m}"),
            .. model.ClosedItems.OrderBy(_ => random.Next()).Take(12).Select(i => $"/udvalg/punkter/{i}"),
        ];

    private async Task<int> SweepAsync(
        string who,
        Visitor visitor,
        IReadOnlyList<string> addresses,
        Func<string, IReadOnlyList<string>> forbidden,
        Func<string, int>? open = null
    )
    {
        var seen = 0;
        foreach (var address in addresses)
        {
            var answer = await visitor.GetAsync(address);
            answer.Status.ShouldBeLessThan(500, $"VIRKER_SEED={_seed} {who} {address} {_errors().LastOrDefault()}");
            var asked = address.Split('=')[^1];
            var text = address.Contains("?ord=", StringComparison.Ordinal)
                ? answer.Text.Replace($"value=\"{asked}\"", "", StringComparison.Ordinal)
                : answer.Text;
            forbidden(text).ShouldBeEmpty($"VIRKER_SEED={_seed} {who} {address}");
            seen += open?.Invoke(text) ?? 0;
        }

        return seen;
    }

    /// <summary>
    /// What pages are made of, asked by a council member without a seat: also what no page shows today.
    /// </summary>
    private async Task UseCasesAsync(SecrecyModel model)
    {
        var outsider = new Actor(NewId.Of<UserId>(), "Uden plads Prøvesen", [RoleAssignment.Of(Role.Politician)]);
        Check(await model.DoAsync(new ListFollowUps(OnlyOpen: false), outsider));
        Check(await model.DoAsync(new ReadCommitteeStart(), outsider));
        Check(await model.DoAsync(new FindCommitteeCases("Kvit") { PageSize = 5000 }, outsider));
        Check(await model.DoAsync(new ListPublishedMeetings(Words: "Kvit"), Actor.Anonymous));
        foreach (var item in model.Items.Except(model.ClosedItems).Where((_, i) => i % 25 == 0))
            Check(
                await model.DoAsync(new ReadItem(item)) is { Meeting.State: MeetingState.MinutesApproved }
                    ? await model.DoAsync(new ReadItem(item), outsider)
                    : null
            );

        void Check<T>(T answer) =>
            model
                .Words.ClosedIn(JsonSerializer.Serialize(answer))
                .ShouldBeEmpty($"VIRKER_SEED={_seed} {typeof(T).Name}");
    }

    /// <summary>The words are there to be found: the clerk reads them.</summary>
    private static async Task ClerkAsync(Visitor clerk, SecrecyModel model)
    {
        var read = 0;
        foreach (var item in model.ClosedItems.Take(20))
            read += model.Words.ClosedIn((await clerk.GetAsync($"/udvalg/punkter/{item}")).Text).Count;
        read.ShouldBeGreaterThan(40);
        model.Words.Closed.Count.ShouldBeGreaterThan(model.Meetings.Count * 14);
    }
}
