using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using Virker.Casework;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;
using Virker.Tests.Support;

namespace Virker.Tests.Web;

/// <summary>
/// The same word is the same number on all pages of a leader: counters, figures and the sums of columns are read off
/// every page and compared word for word.
/// </summary>
public sealed partial class LeaderNumberTests
{
    [Theory, EachDatabase]
    public async Task Every_word_on_a_leaders_pages_has_one_number(Dialect database)
    {
        await using var web = await WebHouse.OpenAsync(on: database);
        await using (var scope = web.Scope(Actor.System)) await StaffAsync(scope.ServiceProvider, web);
        web.Clock.Advance(TimeSpan.FromDays(3));
        var leader = await web.AsAsync(Role.TeamLeader);
        var said = new List<(string Word, string Number, string Page)>();
        foreach (
            var page in new[]
            {
                "/",
                $"/i-dag/team/{web.Town.Job}",
                $"/team/{web.Town.Job}/belastning",
                $"/i-dag?team={web.Town.Job}",
                $"/borgere?sager={web.Town.Job}",
            }
        )
        {
            var answer = await leader.GetAsync(page);
            answer.Status.ShouldBe(200, page);
            said.AddRange(
                Numbers(answer.Document.QuerySelector("main")!, "Team Job").Select(n => (n.Word, n.Number, page))
            );
        }

        var words = said.GroupBy(s => s.Word).ToList();
        words
            .Where(w => w.Select(s => s.Number).Distinct().Count() > 1)
            .Select(w => $"{w.Key}: {string.Join(", ", w.Select(s => $"{s.Number} på {s.Page}"))}")
            .ShouldBeEmpty();
        var several = words.Where(w => w.Select(s => s.Page).Distinct().Count() > 1).Select(w => w.Key).ToList();
        foreach (var word in new[] { "Medarbejdere", "Sager", "Belastning", WorkReason.Unrecorded.Text })
            several.ShouldContain(word);
        said.First(s => s.Word == "Medarbejdere")
            .Number.ShouldBe("3", "the leader and the one without cases belong to the team");
    }

    /// <summary>
    /// A leader, and one who has stopped taking cases, beside the worker who has them all; and a conversation that
    /// nobody has recorded.
    /// </summary>
    private static async Task StaffAsync(IServiceProvider scope, WebHouse web)
    {
        var idle = NewId.Of<UserId>();
        await scope.TakeInAsync(
            new RegisteredWorker(NewId.Of<UserId>(), web.Town.Job, "Lis Leder", "Teamleder"),
            new RegisteredWorker(idle, web.Town.Job, "Ib Orlov", "Sagsbehandler"),
            new RegisteredBenefit(web.Town.Own, 6, web.Clock.Today.AddDays(-200))
        );
        (
            await scope
                .GetRequiredService<UnitOfWork>()
                .RunAsync(
                    "Import",
                    async () =>
                    {
                        var db = scope.GetRequiredService<VirkerContext>();
                        db.Add(
                            new WorkerTermsRow
                            {
                                UserId = idle,
                                Percent = 0,
                                ChangedAt = web.Clock.GetUtcNow(),
                                ChangedBy = "Prøve",
                            }
                        );
                        await db.SaveChangesAsync();
                        return (Outcome<Done>)Done.It;
                    },
                    default
                )
        ).Refusal.ShouldBeNull();
    }

    private static IEnumerable<(string Word, string Number)> Numbers(IElement main, string team)
    {
        foreach (var link in main.QuerySelectorAll(".counters a:has(.count)"))
            yield return (
                Word(link.TextContent[link.QuerySelector(".count")!.TextContent.Length..]),
                link.QuerySelector(".count")!.TextContent.Trim()
            );
        foreach (var table in main.QuerySelectorAll("table"))
        {
            var heads = table.QuerySelectorAll("thead th").Select(h => Word(h.TextContent)).ToList();
            var rows = table
                .QuerySelectorAll("tbody tr:not(.table-group)")
                .Where(r => heads[0] != "Team" || r.Children[0].TextContent.Contains(team))
                .ToList();
            if (heads[0] == "Medarbejder")
                yield return ("Medarbejdere", $"{rows.Count}");
            for (var i = 1; i < heads.Count; i++)
            {
                var cells = rows.Select(r => Number().Match(r.Children[i].TextContent.Trim())).ToList();
                if (cells.Count > 0 && cells.All(c => c.Success))
                    yield return (
                        heads[i] == "Løbende sager" ? "Sager" : heads[i],
                        $"{cells.Sum(c => decimal.Parse(c.Value, Danish.Culture)):0.##}"
                    );
            }
        }
    }

    private static string Word(string text) => text.Trim();

    [GeneratedRegex(@"^\d[\d.]*(,\d+)?$")]
    private static partial Regex Number();
}
