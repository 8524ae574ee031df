using Virker.Platform;
using Virker.Tests.Support;

namespace Virker.Tests.Web;

/// <summary>
/// The plan over HTTP: two who write to one another by plain forms, and what a third department and an employer are
/// shown.
/// </summary>
[Trait("Pace", "Slow")]
public sealed class PlanPageTests
{
    [Fact]
    public async Task Citizen_and_worker_write_about_a_step_agree_it_and_read_it()
    {
        await using var web = await WebHouse.OpenAsync();
        var (worker, citizen) = (await web.AsAsync(Role.CaseWorker), await web.AsAsync(Role.Citizen));
        var step = $"/borgere/{web.Town.Own}/plan/{web.Town.Step}";
        var own = await citizen.GetAsync("/min-sag/plan");
        own.Words.ShouldContain("Kendt af sundhed alene");
        (await own.SubmitAsync($"skriv-{web.Town.Step}", ("Message", ""))).Status.ShouldBe(422);
        (await own.SubmitAsync($"skriv-{web.Town.Step}", ("Message", "Må jeg søge i nabobyen?"))).Location.ShouldBe(
            "/min-sag/plan"
        );
        (await worker.GetAsync("/i-dag?grund=nyt-svar")).Words.ShouldContain("Alma Prøvesen");
        var page = await worker.GetAsync(step);
        page.Words.ShouldContain("Må jeg søge i nabobyen?");
        (await page.SubmitAsync("besked", ("Message", "Ja, gerne."))).Location.ShouldBe(step);
        (
            await (await worker.GetAsync(step)).SubmitAsync("aftal", ("Notice", "Du søger i to bagerier om ugen."))
        ).Location.ShouldBe(step);
        var told = await citizen.GetAsync("/min-sag/plan");
        told.Words.ShouldContain("Du søger i to bagerier om ugen.");
        told.Words.ShouldContain("Ja, gerne.");
        told.Text.ShouldNotContain("Prøve Sagsbehandler");
        await told.SubmitAsync($"laest-{web.Town.Step}");
        (await worker.GetAsync(step)).Words.ShouldContain("læst");
        (await citizen.GetAsync("/min-sag/plan/udskrift")).Words.ShouldContain("Søge i bagerier");
    }

    [Fact]
    public async Task Another_department_sees_the_plan_that_it_takes_part_in_and_nothing_else()
    {
        await using var web = await WebHouse.OpenAsync();
        var health = await web.AsAsync(Role.PlanPartner);
        (await health.GetAsync("/planer")).Words.ShouldContain("Alma Prøvesen");
        var plan = await health.GetAsync($"/borgere/{web.Town.Own}/plan");
        plan.Words.ShouldContain("Kendt af sundhed alene");
        plan.Words.ShouldContain("Søge i bagerier");
        plan.Document.QuerySelectorAll($"form[action], form")
            .Count(f => f.InnerHtml.Contains($"flyt-{web.Town.Step}"))
            .ShouldBe(0, "another department's step has no form");
        foreach (
            var closed in new[]
            {
                "",
                "/tidslinje",
                "/sygedagpenge",
                "/dokumenter",
                "/sparring",
                "/overdrag",
                "/samtaler",
            }
        )
            (await health.GetAsync($"/borgere/{web.Town.Own}{closed}")).Status.ShouldBe(403, closed);
        foreach (var other in new[] { web.Town.Hidden, web.Town.Other })
            (await health.GetAsync($"/borgere/{other}/plan")).Status.ShouldBe(404);
        var worker = await web.AsAsync(Role.CaseWorker);
        foreach (var page in new[] { "", "/plan", "/plan/udskrift", "/tidslinje" })
            (await worker.GetAsync($"/borgere/{web.Town.Own}{page}")).Text.ShouldNotContain("Kendt af sundhed alene");
    }

    [Fact]
    public async Task An_employer_sees_an_agreement_about_absence_and_no_case()
    {
        await using var web = await WebHouse.OpenAsync();
        var page = await (await web.AsAsync(Role.Company)).GetAsync("/sygemeldte");
        page.Words.ShouldContain("Bertil Fremmed");
        page.Document.QuerySelectorAll("main [data-field]")
            .Select(e => e.GetAttribute("data-field"))
            .Distinct()
            .ShouldBe(["citizen.name", "citizen.absence"], ignoreOrder: true);
        foreach (var role in Role.SignedIn.Where(r => r != Role.Company))
            (await (await web.AsAsync(role)).GetAsync("/sygemeldte")).Status.ShouldBe(403, role.Name);
    }

    [Fact]
    public async Task The_new_pages_of_case_work_are_shown_to_its_roles_and_to_no_other()
    {
        await using var web = await WebHouse.OpenAsync();
        string[] pages =
        [
            "/sparring",
            "/sygedagpenge",
            "/indsatser",
            $"/team/{web.Town.Job}/belastning",
            $"/borgere/{web.Town.Own}/dokumenter",
            $"/borgere/{web.Town.Own}/sparring",
            $"/borgere/{web.Town.Own}/sygedagpenge",
        ];
        string[] roles = ["case-worker", "youth-counsellor", "team-leader"];
        foreach (var role in Role.SignedIn.Where(r => r != Role.Administrator))
        {
            var visitor = await web.AsAsync(role);
            foreach (var page in pages)
                (await visitor.GetAsync(page)).Status.ShouldBe(
                    roles.Contains(role.Id) ? 200 : 403,
                    $"{page} as {role.Name}"
                );
            (await visitor.GetAsync("/vaerktoejskasse/skriv")).Status.ShouldBe(
                role == Role.TeamLeader ? 200 : 403,
                role.Name
            );
        }
    }
}
