using Virker.Casework;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;

namespace Virker.Demo;

/// <summary>
/// Some of the work that one sick pay worker and her citizens do on the register's last day: a plan that the health
/// centre takes part in, threads, earlier goals, a colleague's cover, sparring, sick cases with an employer, and the
/// one-worker scheme with its participants.
/// </summary>
internal sealed class DemoCasework(DemoContent content, World world)
{
    private const int Shown = 12;

    private static readonly (string Asked, string? Answer)[] Talks =
    [
        (
            "Kan jeg nøjes med én ansøgning i uge 12? Jeg skal til fysioterapeut tre gange.",
            "Ja. Skriv her, når ugen er gået, så ser vi på den næste."
        ),
        ("Min chef vil gerne have mig tilbage to formiddage. Må jeg sige ja?", null),
        ("Jeg har ikke fået brevet om mødet. Hvor er det?", null),
        ("Jeg har talt med butikken. De har en åbning til sommer.", "Det er flot. Vi tager det op på næste samtale."),
    ];

    private DateOnly Today => world.Plan.Until;

    public async Task WriteAsync(CancellationToken ct)
    {
        var team = world.Roster.Teams.First(t => t.Area == "Sygedagpenge");
        var workers = world.Roster.Workers.Where(w => w.Team == team.Id).ToList();
        var worker = Acting(workers[1], Role.CaseWorker, team);
        await new DemoKnowledge(content, Today).WriteAsync(ct);
        var mine = (await content.RunAsync(new SeeCaseload(null, OnlyMine: true) { PageSize = Shown * 10 }, ct, worker))
            .Cases.OrderByDescending(c => c.Benefit == "Sygedagpenge")
            .Take(Shown)
            .Select(c => c.Citizen)
            .ToList();
        if (mine.Count == 0)
            return;
        var signsIn = world.CitizenId(DemoAccounts.OwnSpell(world).Person);
        await PlansAsync([signsIn], Actor.System, ct);
        await SickAsync([signsIn], Actor.System, ct);
        await PlansAsync([.. mine.Where(c => c != signsIn)], worker, ct);
        await SickAsync([.. mine.Where(c => c != signsIn)], worker, ct);
        await SchemeAsync(mine, worker, ct);
        await ColleaguesAsync(mine, workers, team, ct);
        await content.RunAsync(
            new SetCaseWeight(
                6,
                1.2,
                "Fra 2024 følger vi også arbejdsgiveren i de sager, hvor der er et job at vende tilbage til."
            ),
            ct
        );
    }

    private static Actor Acting(Worker worker, Role role, Team team) =>
        new(worker.Id, worker.Name, [RoleAssignment.Of(role, team.Id.Value)]);

    private static Actor Self(CitizenId citizen) =>
        new(null, "Borger", [RoleAssignment.Of(Role.Citizen)]) { Citizen = citizen };

    private async Task PlansAsync(List<CitizenId> mine, Actor worker, CancellationToken ct)
    {
        var health = Acting(world.Roster.Health[0], Role.PlanPartner, world.Roster.HealthTeam);
        foreach (var citizen in mine.Take(4))
        {
            await content.RunAsync(
                new AddPlanPartner(
                    citizen,
                    world.Roster.HealthTeam.Id,
                    "Genoptræning og smertehåndtering",
                    Today.AddDays(-20)
                ),
                ct,
                worker
            );
            await content.RunAsync(
                new AddPlanStep(
                    citizen,
                    new(PlanStepKind.Treatment, "Genoptræning på hold")
                    {
                        Area = Department.Health,
                        Owner = PlanOwner.Citizen,
                        HoursPerWeek = 3,
                        From = Today.AddDays(-14),
                        To = Today.AddDays(60),
                        Shared = true,
                        Agreed = true,
                    }
                ),
                ct,
                health
            );
            await content.RunAsync(
                new AddPlanStep(
                    citizen,
                    new(PlanStepKind.Treatment, "Samtaler om søvn og uro")
                    {
                        Area = Department.Health,
                        Owner = PlanOwner.Citizen,
                        HoursPerWeek = 1,
                        To = Today.AddDays(45),
                    }
                ),
                ct,
                health
            );
            await content.RunAsync(new SetOwnGoal(citizen, "Tilbage på arbejde, først på halv tid"), ct, Self(citizen));
            await content.RunAsync(
                new AddPlanStep(
                    citizen,
                    new(PlanStepKind.Meeting, "Rundbordssamtale med arbejdsgiveren")
                    {
                        Owner = PlanOwner.Municipality,
                        HoursPerWeek = 1,
                        To = Today.AddDays(21),
                        Company = world.Companies.OfThree[0].Name,
                    }
                ),
                ct,
                worker
            );
        }

        foreach (var (citizen, talk) in mine.Zip(Talks))
        {
            var step = (await content.RunAsync(new SeeMyPlan(citizen), ct, worker)).Steps.FirstOrDefault(s =>
                s.Area == Department.Employment
            );
            if (step is null)
                continue;
            await content.RunAsync(new WriteOwnMessage(citizen, step.Id, talk.Asked), ct, Self(citizen));
            if (talk.Answer is { } answer)
                await content.RunAsync(new WritePlanMessage(citizen, step.Id, answer), ct, worker);
        }
    }

    private async Task SickAsync(List<CitizenId> mine, Actor worker, CancellationToken ct)
    {
        foreach (var (citizen, number) in mine.Take(6).Select((c, i) => (c, i)))
        {
            if ((await content.RunAsync(new SeeSickCase(citizen), ct, worker)).OnSickPay is not { } since) continue;
            var employed = number < 4;
            await content.RunAsync(
                new SetSickCase(
                    citizen,
                    new(since)
                    {
                        Category = 2,
                        Employed = employed,
                        Employer = employed ? world.Companies.OfThree[0].Name : null,
                        Company = employed ? world.Companies.OfThree[0].Id : null,
                        OrdinaryHours = employed ? 37 : null,
                        CitizenExpectsSoon = number == 1,
                        EarlyOn = number == 0 ? since : null,
                        EarlyBy = number == 0 ? EarlyAskedBy.Employer : null,
                    }
                ),
                ct,
                worker
            );
        }
    }

    private async Task SchemeAsync(List<CitizenId> mine, Actor worker, CancellationToken ct)
    {
        var scheme = await content.RunAsync(
            new BeginScheme(
                "Én sagsbehandler, når ledige bliver syge",
                "Ledige, der sygemelder sig, møder én sagsbehandler, der følger dem, også når ydelsen skifter. Færre helårspersoner på dagpenge og sygedagpenge.",
                Today.AddYears(-1),
                OneWorker: true
            ),
            ct
        );
        foreach (var (citizen, number) in mine.Skip(2).Select((c, i) => (c, i)))
            await content.RunAsync(
                new MarkParticipant(
                    citizen,
                    scheme.Id,
                    Today.AddDays(-80 + (number * 5)),
                    number % 2 == 0
                        ? "Sygemeldt fra ledighed, usikker på, hvad helbredet kan bære"
                        : "Har skiftet ydelse to gange på et år"
                ),
                ct,
                worker
            );
    }

    private async Task ColleaguesAsync(List<CitizenId> mine, List<Worker> workers, Team team, CancellationToken ct)
    {
        var (leader, worker) = (Acting(workers[0], Role.TeamLeader, team), Acting(workers[1], Role.CaseWorker, team));
        if (workers.Count > 2)
        {
            await content.RunAsync(
                new SetCover(workers[2].Id, workers[1].Id, Today, Today.AddDays(9), "Ferie"),
                ct,
                leader
            );
            await content.RunAsync(
                new SetWorkerTerms(workers[1].Id, 100, "Sygemeldte fra ledighed"),
                ct,
                leader
            );
        }

        var at = World.At(World.WorkingDay(world.Until + 3), 13, 0);
        await content.RunAsync(new OpenSparringTime(at, 30), ct, leader);
        await content.RunAsync(new OpenSparringTime(at.AddMinutes(30), 30), ct, leader);
        await content.RunAsync(
            new AskSparring(
                mine[^1],
                workers[0].Id,
                "Borgeren har skiftet ydelse to gange. Hvordan taler jeg om job, uden at det lyder som pres?"
            ),
            ct,
            worker
        );
    }
}
