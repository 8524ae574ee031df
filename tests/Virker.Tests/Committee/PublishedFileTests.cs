using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Virker.Committee;
using Virker.Kernel;
using Virker.Platform;
using Virker.Tests.Support;

namespace Virker.Tests.Committee;

/// <summary>
/// The public's files and search over HTTP: known versions, calendar, excerpts, and that a closed item is gone from
/// each of them at once.
/// </summary>
[Trait("Pace", "Slow")]
public sealed class PublishedFileTests
{
    private const string Canary = "Kvittebert";

    [Fact]
    public async Task What_one_has_already_is_answered_with_304_until_something_is_closed()
    {
        await using var web = await WebHouse.OpenAsync();
        var (meeting, item) = await PublishedAsync(web);
        web.Clock.Advance(TimeSpan.FromMinutes(1));
        foreach (
            var address in new[]
            {
                $"/politik/moeder/{meeting}.json",
                $"/politik/moeder/{meeting}.pdf",
                "/politik/moeder.json",
                "/politik/moeder.atom",
                "/politik/moeder.ics",
            }
        )
        {
            var first = await web.Anybody().Client.GetAsync(address);
            first.Headers.ETag.ShouldNotBeNull(address);
            (await StatusAsync(web, address, r => r.Headers.IfNoneMatch.Add(first.Headers.ETag!))).ShouldBe(
                HttpStatusCode.NotModified,
                address
            );
        }

        var (json, pdf) = ($"/politik/moeder/{meeting}.json", $"/politik/moeder/{meeting}.pdf");
        var paper = (await web.Anybody().Client.GetAsync(pdf)).Headers.ETag!;
        var before = await web.Anybody().Client.GetAsync(json);
        (
            await StatusAsync(web, json, r => r.Headers.IfModifiedSince = before.Content.Headers.LastModified!.Value)
        ).ShouldBe(HttpStatusCode.NotModified);
        await RunAsync(web, new SetItemOpenness(item, IsOpen: false));
        (await StatusAsync(web, json, r => r.Headers.IfNoneMatch.Add(before.Headers.ETag!))).ShouldBe(
            HttpStatusCode.OK
        );
        (await StatusAsync(web, pdf, r => r.Headers.IfNoneMatch.Add(paper))).ShouldBe(HttpStatusCode.OK);
        (
            await StatusAsync(web, json, r => r.Headers.IfModifiedSince = before.Content.Headers.LastModified!.Value)
        ).ShouldBe(HttpStatusCode.OK, "what is closed is another thing, though nothing was published");
    }

    [Fact]
    public async Task A_closed_item_is_gone_from_page_data_and_search_and_its_address_says_so()
    {
        await using var web = await WebHouse.OpenAsync();
        var (meeting, item) = await PublishedAsync(web);
        var anybody = web.Anybody();
        var page = await anybody.GetAsync($"/politik/moeder/{meeting}");
        var address = page
            .Document.QuerySelectorAll(".agenda-title")
            .Single(a => a.TextContent.Contains(Canary))
            .GetAttribute("href")!;
        await RunAsync(web, new SetItemOpenness(item, IsOpen: false));
        var shut = await anybody.GetAsync(address);
        shut.Status.ShouldBe(410);
        shut.Words.ShouldContain("Punktet har været offentligt og er ikke længere åbent for offentligheden.");
        shut.Text.ShouldNotContain(Canary);
        (await anybody.GetAsync($"{address}.json")).Text.ShouldContain("\"deleted\":true");
        var after = await anybody.GetAsync($"/politik/moeder/{meeting}");
        after.Text.ShouldNotContain(Canary);
        after.Words.ShouldContain("Punktet er lukket");
        (await anybody.GetAsync("/politik?ord=ordningens")).Words.ShouldContain("Ingen punkter passer");
        var clerk = await (await web.AsAsync(Role.Clerk)).GetAsync($"/udvalg/moeder/{meeting}");
        clerk.Words.ShouldContain("står kun, at punktet er lukket");
    }

    [Fact]
    public async Task A_planned_meeting_stands_in_the_calendar_with_its_end_and_on_the_front_page()
    {
        await using var web = await WebHouse.OpenAsync();
        var committee = await CommitteeAsync(web);
        var day = web.Clock.Today.AddDays(20);
        await RunAsync(
            web,
            new PlanMeeting(committee, CommitteeMeetingKind.Ordinary, day, "16:30", "Rådhuset, lokale 1")
            {
                EndsAt = "19:00",
            }
        );
        await RunAsync(
            web,
            new PlanMeeting(committee, CommitteeMeetingKind.Ordinary, day.AddDays(7), "16:30", "Rådhuset")
        );
        var calendar = (await web.Anybody().GetAsync("/politik/moeder.ics")).Text;
        calendar.ShouldContain("DTSTART:20240122T153000Z\r\nDTEND:20240122T180000Z\r\n");
        calendar.ShouldContain("DTSTART:20240129T153000Z\r\nDTEND:20240129T173000Z\r\n");
        calendar.ShouldContain("Sluttidspunktet er ikke oplyst");
        (await web.Anybody().GetAsync("/politik")).Words.ShouldContain("Kommende møder");
        (await (await web.AsAsync(Role.Politician)).GetAsync("/")).Words.ShouldContain(
            "Beskæftigelsesudvalget, mandag den 22. januar 2024 kl. 16.30"
        );
    }

    private static async Task<HttpStatusCode> StatusAsync(
        WebHouse web,
        string address,
        Action<HttpRequestMessage> known
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        known(request);
        return (await web.Anybody().Client.SendAsync(request)).StatusCode;
    }

    private static async Task<CommitteeId> CommitteeAsync(WebHouse web) =>
        (
            await RunAsync(
                web,
                new EstablishCommittee(
                    "Beskæftigelsesudvalget",
                    null,
                    null,
                    CaseTemplate.Standard.Id,
                    [new("Aase Prøvesen", "A", SeatRole.Chair)]
                )
            )
        ).Committee;

    private static async Task<(CommitteeMeetingId Meeting, AgendaItemId Item)> PublishedAsync(WebHouse web)
    {
        var meeting = (
            await RunAsync(
                web,
                new PlanMeeting(
                    await CommitteeAsync(web),
                    CommitteeMeetingKind.Ordinary,
                    web.Clock.Today.AddDays(7),
                    "16:30",
                    "Rådhuset"
                )
            )
        ).Meeting;
        await RunAsync(web, new DraftAgenda(meeting));
        var item = (await RunAsync(web, new AddItem(meeting, $"Sag om {Canary}", "B", null, null, true))).Item;
        await RunAsync(
            web,
            new EditItem(
                item,
                1,
                new(
                    $"Sag om {Canary}",
                    "B",
                    null,
                    new Dictionary<string, string> { ["case_content"] = "Om ordningens virkning." },
                    []
                )
            )
        );
        await RunAsync(web, new PublishAgenda(meeting));
        return (meeting, item);
    }

    private static async Task<TResult> RunAsync<TResult>(WebHouse web, IRequest<TResult> request)
    {
        await using var scope = web.Scope(Actor.System);
        var outcome = await scope.ServiceProvider.RunAsync(request);
        outcome.Refusal.ShouldBeNull();
        return outcome.Value;
    }
}
