using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Virker.Casework;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;
using Virker.Rules;
using Virker.Tests.Support;

namespace Virker.Tests.Web;

[Trait("Pace", "Slow")]
public sealed class CitizenPageTests
{
    [Fact]
    public async Task What_is_shared_is_marked_the_place_is_the_company_and_former_workers_are_folded_away()
    {
        await using var web = await WebHouse.OpenAsync();
        await using (var scope = web.Scope(Actor.System)) await AddAsync(scope.ServiceProvider, web);
        var page = (await (await web.AsAsync(Role.CaseWorker)).GetAsync($"/borgere/{web.Town.Own}")).Document;

        var notes = page.QuerySelectorAll("section[aria-labelledby='notater'] article").ToList();
        notes.Count.ShouldBe(2);
        notes.ShouldEachBe(n =>
            n.TextContent.Contains("Delt med borgeren") == n.TextContent.Contains("Det må Alma læse")
        );
        page.QuerySelector("section[aria-labelledby='min-plan']")!
            .TextContent.ShouldContain("Borgeren ser mål og trin");

        var intervention = page.QuerySelector("section[aria-labelledby='indsatser'] tbody tr")!;
        intervention.TextContent.ShouldContain("Prøvebageriet");
        intervention.TextContent.ShouldNotContain("Privat");

        var colleagues = page.QuerySelector("section[aria-labelledby='kolleger']")!;
        colleagues.QuerySelector("details:not([open])")!.TextContent.ShouldContain("Tidligere Kollega");
        colleagues.QuerySelectorAll(":scope > ul li").ShouldEachBe(li => !li.TextContent.Contains("Tidligere Kollega"));
    }

    private static async Task AddAsync(IServiceProvider scope, WebHouse web)
    {
        var (db, now, today) = (scope.GetRequiredService<VirkerContext>(), web.Clock.GetUtcNow(), web.Clock.Today());
        var former = NewId.Of<UserId>();
        await scope.TakeInAsync(
            new RegisteredWorker(former, web.Town.Job, "Tidligere Kollega", "Sagsbehandler"),
            new RegisteredIntervention(
                NewId.Of<InterventionId>(),
                web.Town.Own,
                CodeList.Interventions.All[0].Id,
                today.AddDays(-10)
            )
            {
                Workplace = Sector.Private,
                Company = web.Town.Bakery,
            }
        );
        (
            await scope
                .GetRequiredService<UnitOfWork>()
                .RunAsync(
                    "Import",
                    async () =>
                    {
                        var own = await db.Set<CaseRow>().FirstAsync(c => c.CitizenId == web.Town.Own);
                        db.Add(
                            new NoteRow
                            {
                                Id = NewId.Of<NoteId>(),
                                CitizenId = web.Town.Own,
                                Author = "Prøve Sagsbehandler",
                                AuthorId = own.WorkerId!.Value,
                                WrittenAt = now,
                                Title = "Aftale",
                                Text = "Det må Alma læse.",
                                SharedAt = now,
                            }
                        );
                        db.Add(
                            new CaseAssignmentRow
                            {
                                CaseId = own.Id,
                                WorkerId = former,
                                TeamId = web.Town.Job,
                                FromDay = today.AddMonths(-8),
                                ToDay = today.AddMonths(-2),
                            }
                        );
                        await db.SaveChangesAsync();
                        return (Outcome<Done>)Done.It;
                    },
                    default
                )
        ).Refusal.ShouldBeNull();
    }
}
