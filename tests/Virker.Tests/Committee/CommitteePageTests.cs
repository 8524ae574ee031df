using Microsoft.Extensions.DependencyInjection;
using Virker.Committee;
using Virker.Kernel;
using Virker.Platform;
using Virker.Tests.Support;

namespace Virker.Tests.Committee;

/// <summary>The clerk's pages and the public's, over HTTP, with the roles that must not see.</summary>
[Trait("Pace", "Slow")]
public sealed class CommitteePageTests
{
    private const string Canary = "Kanariefuglen Kvittebert";

    [Fact]
    public async Task The_clerk_takes_a_meeting_from_plan_to_published_minutes_in_the_browser()
    {
        await using var web = await WebHouse.OpenAsync();
        await CommitteeAsync(web);
        var clerk = await web.AsAsync(Role.Clerk);
        var plan = await clerk.GetAsync("/udvalg/nyt-moede");
        (
            await plan.SubmitAsync(
                "moede",
                ("Kind", "ordinary"),
                ("HeldOn", "01-01-2020"),
                ("StartsAt", "16:30"),
                ("Place", "Rådhuset")
            )
        ).Status.ShouldBe(422);
        var planned = await plan.SubmitAsync(
            "moede",
            ("Kind", "ordinary"),
            ("HeldOn", "02-01-2024"),
            ("StartsAt", "16:30"),
            ("Place", "Rådhuset")
        );
        var url = planned.Location!;
        (await (await clerk.GetAsync(url)).SubmitAsync("moedeskridt", ("Do", "begynd"))).Status.ShouldBe(302);
        await AddClosedAsync(clerk, url);
        (await (await clerk.GetAsync(url)).SubmitAsync("moedeskridt", ("Do", "dagsorden"))).Status.ShouldBe(302);
        var attendance = await clerk.GetAsync($"{url}/fremmoede");
        (await attendance.SubmitAsync("fremmoede", ("Lines[0].Present", "true"))).Location.ShouldBe(url);
        await DecideAllAsync(clerk, url);
        (await (await clerk.GetAsync(url)).SubmitAsync("moedeskridt", ("Do", "godkend"))).Status.ShouldBe(302);
        (await (await clerk.GetAsync(url)).SubmitAsync("moedeskridt", ("Do", "referat"))).Status.ShouldBe(302);

        var id = url.Split('/')[^1];
        var anybody = web.Anybody();
        var meeting = await anybody.GetAsync($"/politik/moeder/{id}");
        meeting.Status.ShouldBe(200);
        meeting.Words.ShouldContain("Godkendelse af dagsorden");
        meeting.Words.ShouldContain("Numre, der mangler, hører til punkter, som ikke er offentlige.");
        foreach (
            var address in new[]
            {
                "/politik",
                $"/politik?ord=Kvittebert",
                $"/politik/moeder/{id}",
                $"/politik/moeder/{id}.json",
                $"/politik/moeder/{id}/punkter/1",
                $"/politik/moeder/{id}/punkter/1.json",
                "/politik/moeder.json",
                "/politik/moeder.atom",
                "/politik/moeder.ics",
            }
        )
        {
            var answer = await anybody.GetAsync(address);
            answer.Status.ShouldBe(200, address);
            answer
                .Text.Replace("value=\"Kvittebert\"", "", StringComparison.Ordinal)
                .ShouldNotContain("Kvittebert", Case.Insensitive, address);
        }

        (await anybody.GetAsync($"/politik/moeder/{id}/punkter/2")).Status.ShouldBe(404, "the closed item has no page");
        var pdf = await anybody.Client.GetByteArrayAsync($"/politik/moeder/{id}.pdf");
        System.Text.Encoding.ASCII.GetString(pdf[..5]).ShouldBe("%PDF-");
        System.Text.Encoding.Latin1.GetString(pdf).ShouldNotContain("Kvittebert");
    }

    [Theory]
    [InlineData("/udvalg", "clerk,politician,team-leader,controller")]
    [InlineData("/udvalg/opfoelgning", "clerk,politician,team-leader,controller")]
    [InlineData("/udvalg/nyt-moede", "clerk")]
    public async Task A_page_is_shown_to_its_roles_and_to_no_other(string url, string allowed)
    {
        await using var web = await WebHouse.OpenAsync();
        foreach (var role in Role.SignedIn)
            (await (await web.AsAsync(role)).GetAsync(url)).Status.ShouldBe(
                allowed.Split(',').Contains(role.Id) ? 200 : 403,
                $"{url} as {role.Name}"
            );
    }

    [Fact]
    public async Task A_draft_is_shown_to_the_clerk_and_to_nobody_else()
    {
        await using var web = await WebHouse.OpenAsync();
        var meeting = await DraftedAsync(web);
        (await (await web.AsAsync(Role.Clerk)).GetAsync($"/udvalg/moeder/{meeting}")).Status.ShouldBe(200);
        (await (await web.AsAsync(Role.Politician)).GetAsync($"/udvalg/moeder/{meeting}")).Status.ShouldBe(404);
        (await (await web.AsAsync(Role.CaseWorker)).GetAsync($"/udvalg/moeder/{meeting}")).Status.ShouldBe(403);
        (await web.Anybody().GetAsync($"/politik/moeder/{meeting}")).Status.ShouldBe(404);
        (await web.Anybody().GetAsync($"/udvalg/moeder/{meeting}")).Status.ShouldBe(302);
    }

    [Fact]
    public async Task Two_editors_see_both_texts_and_choose()
    {
        await using var web = await WebHouse.OpenAsync();
        var meeting = await DraftedAsync(web);
        var clerk = await web.AsAsync(Role.Clerk);
        var item = (await clerk.GetAsync($"/udvalg/moeder/{meeting}")).Document.QuerySelector(".agenda-title")!.GetAttribute("href")!;
        var mine = await clerk.GetAsync($"{item}/rediger");
        var theirs = await (await web.AsAsync(Role.Clerk)).GetAsync($"{item}/rediger");
        (await theirs.SubmitAsync("rediger", ("Sections[case_content]", "Den andens afsnit."))).Status.ShouldBe(302);
        var conflict = await mine.SubmitAsync("rediger", ("Sections[case_content]", "Mit afsnit."));
        conflict.Status.ShouldBe(409);
        conflict.Words.ShouldContain("Den andens afsnit.");
        conflict.Words.ShouldContain("Mit afsnit.");
        (
            await conflict.SubmitAsync("rediger", ("Sections[case_content]", "Den andens afsnit.\n\nMit afsnit."))
        ).Status.ShouldBe(302);
        (await clerk.GetAsync(item))
            .Document.QuerySelectorAll(".paper-text")
            .Select(p => p.TextContent)
            .TakeLast(2)
            .ShouldBe(["Den andens afsnit.", "Mit afsnit."]);
    }

    [Fact]
    public async Task A_committee_case_is_found_with_the_one_search()
    {
        await using var web = await WebHouse.OpenAsync();
        await DraftedAsync(web);
        (
            await (await (await web.AsAsync(Role.Clerk)).GetAsync("/soeg")).SubmitAsync("soeg", ("Text", "Gensidig"))
        ).Words.ShouldContain("Udvalgssager");
    }

    [Fact]
    public async Task A_meeting_is_opened_from_its_day_and_not_before()
    {
        await using var web = await WebHouse.OpenAsync();
        await using var scope = web.Scope(Actor.System);
        var council = await SmallCouncil.BuildAsync(scope.ServiceProvider, web.Town.Politician, "");
        var clerk = await web.AsAsync(Role.Clerk);
        var before = (await clerk.GetAsync($"/udvalg/moeder/{council.Published}")).Words;
        before.ShouldContain("Mødet kan åbnes fra mødedagen");
        before.ShouldNotContain("Åbn mødet");
        web.Clock.Advance(TimeSpan.FromDays(7));
        (await (await web.AsAsync(Role.Clerk)).GetAsync($"/udvalg/moeder/{council.Published}")).Words.ShouldContain("Åbn mødet");
    }

    [Fact]
    public async Task A_decision_is_written_first_and_corrected_after()
    {
        await using var web = await WebHouse.OpenAsync();
        var (clerk, url) = (await web.AsAsync(Role.Clerk), $"/udvalg/moeder/{await DraftedAsync(web)}");
        (await (await clerk.GetAsync(url)).SubmitAsync("moedeskridt", ("Do", "dagsorden"))).Status.ShouldBe(302);
        (await (await clerk.GetAsync($"{url}/fremmoede")).SubmitAsync("fremmoede", ("Lines[0].Present", "true"))).Status.ShouldBe(302);
        var item = (await clerk.GetAsync(url)).Document.QuerySelector(".agenda-title")!.GetAttribute("href")!;
        (await clerk.GetAsync(item)).Words.ShouldContain("Skriv beslutning");
        var form = await clerk.GetAsync($"{item}/beslutning");
        form.Words.ShouldContain("Indstilling: at Beskæftigelsesudvalget");
        (await form.SubmitAsync("beslutning", ("Text", "Godkendt."))).Status.ShouldBe(302);
        (await clerk.GetAsync(item)).Words.ShouldContain("Ret beslutningen");
    }

    [Fact]
    public async Task A_file_of_follow_ups_says_which_are_closed()
    {
        await using var web = await WebHouse.OpenAsync();
        await using var scope = web.Scope(Actor.System);
        var council = await SmallCouncil.BuildAsync(scope.ServiceProvider, web.Town.Politician, "");
        web.Clock.Advance(TimeSpan.FromDays(7));
        var clerk = await web.AsAsync(Role.Clerk);
        (
            await (await clerk.GetAsync($"/udvalg/moeder/{council.Published}/fremmoede")).SubmitAsync(
                "fremmoede",
                ("Lines[0].Present", "true")
            )
        ).Status.ShouldBe(302);
        foreach (var (item, text) in new[] { (council.Open, "Svar om bagerne"), (council.Closed, SmallCouncil.Secret) })
            (
                await scope
                    .ServiceProvider.GetRequiredService<IUseCase<AddFollowUp, Done>>()
                    .RunAsync(new(item, text, "administrationen", web.Clock.Today.AddDays(20)))
            ).Refusal.ShouldBeNull();
        var file = (await clerk.GetAsync("/udvalg/opfoelgning?udtraek=opfoelgning")).Text.Split('\n');
        file.Single(l => l.Contains(SmallCouncil.Secret, StringComparison.Ordinal)).ShouldContain("\"Lukket\"");
        file.Single(l => l.Contains("bagerne", StringComparison.Ordinal)).ShouldContain("\"Åbent\"");
    }

    private static async Task AddClosedAsync(Visitor clerk, string meeting)
    {
        var added = await (await clerk.GetAsync($"{meeting}/nyt-punkt")).SubmitAsync(
            "punkt",
            ("Title", $"{Canary} i overskriften"),
            ("Type", "B"),
            ("Closed", "true")
        );
        added.Status.ShouldBe(302, added.Words);
        (
            await (await clerk.GetAsync(added.Location!)).SubmitAsync(
                "rediger",
                ("Type", "B"),
                ("Sections[case_content]", $"{Canary} i teksten.")
            )
        ).Status.ShouldBe(302);
    }

    private static async Task DecideAllAsync(Visitor clerk, string meeting)
    {
        var page = await clerk.GetAsync(meeting);
        var next = page.Document.QuerySelectorAll(".agenda-buttons a").First().GetAttribute("href")!;
        while (next.EndsWith("/beslutning", StringComparison.Ordinal))
        {
            var saved = await (await clerk.GetAsync(next)).SubmitAsync("beslutning", ("Phrase", "Tiltrådte indstillingen."));
            if (saved.Status == 422) saved = await (await clerk.GetAsync(next)).SubmitAsync("beslutning", ("Text", "Godkendt."));
            saved.Status.ShouldBe(302, saved.Words);
            next = saved.Location!;
        }
    }

    private static async Task<CommitteeId> CommitteeAsync(WebHouse web)
    {
        await using var scope = web.Scope(Actor.System);
        return (
            await scope
                .ServiceProvider.GetRequiredService<IUseCase<EstablishCommittee, CommitteeEstablished>>()
                .RunAsync(
                    new(
                        "Beskæftigelsesudvalget",
                        null,
                        null,
                        CaseTemplate.Standard.Id,
                        [new("Aase Prøvesen", "A", SeatRole.Chair), new("Bo Prøvesen", "V", SeatRole.Member)]
                    )
                )
        )
            .Value
            .Committee;
    }

    private static async Task<CommitteeMeetingId> DraftedAsync(WebHouse web)
    {
        var committee = await CommitteeAsync(web);
        await using var scope = web.Scope(Actor.System);
        var planned = await scope
            .ServiceProvider.GetRequiredService<IUseCase<PlanMeeting, MeetingPlanned>>()
            .RunAsync(new(committee, CommitteeMeetingKind.Ordinary, web.Clock.Today, "16:30", "Rådhuset"));
        await scope
            .ServiceProvider.GetRequiredService<IUseCase<DraftAgenda, AgendaDrafted>>()
            .RunAsync(new(planned.Value.Meeting));
        return planned.Value.Meeting;
    }
}
