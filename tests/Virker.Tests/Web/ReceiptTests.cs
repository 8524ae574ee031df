using Microsoft.Extensions.DependencyInjection;
using Virker.Casework;
using Virker.Office;
using Virker.Platform;
using Virker.Tests.Support;

namespace Virker.Tests.Web;

/// <summary>
/// A receipt says what happened: when, with whom, where, and what was sent or was not; and what was not sent stands on
/// a list with an act.
/// </summary>
[Trait("Pace", "Slow")]
public sealed class ReceiptTests
{
    [Fact]
    public async Task What_is_booked_moved_and_cancelled_is_told_in_full_and_what_is_not_sent_is_sent_from_a_list()
    {
        await using var web = await WebHouse.OpenAsync();
        var (worker, citizen) = (await web.AsAsync(Role.CaseWorker), $"/borgere/{web.Town.Own}");
        var booked = await (await worker.GetAsync($"{citizen}/samtaler/book")).SubmitAsync(
            "book",
            ("At", "anden"),
            ("Date", "16-01-2024"),
            ("Time", "9.00"),
            ("Channel", MeetingChannel.Phone.Code),
            ("Mandatory", "true")
        );
        booked.Status.ShouldBe(302, booked.Words);
        var told = (await worker.GetAsync(booked.Location!)).Words;
        foreach (
            var part in new[]
            {
                "Samtalen er booket: tirsdag 16. januar 2024 kl. 09.00 hos ",
                "telefon",
                "Digital Post",
                "ikke sendt",
            }
        )
            told.ShouldContain(part);
        await using (var scope = web.Scope(Actor.System))
            (
                await scope
                    .ServiceProvider.GetRequiredService<Virker.Kernel.IUseCase<SendMessages, MessagesSent>>()
                    .RunAsync(new())
            ).IsRefused.ShouldBeFalse();
        (await worker.GetAsync("/i-dag")).Words.ShouldContain("er ikke sendt");
        var list = await worker.GetAsync("/beskeder");
        var choice = list.Document.QuerySelector("input[name='Chosen']")!.GetAttribute("value")!;
        (await list.SubmitAsync("sendt", ("Chosen", choice))).Status.ShouldBe(302);
        (await worker.GetAsync("/beskeder")).Document.QuerySelectorAll($"input[value='{choice}']").ShouldBeEmpty();
        (await worker.GetAsync("/i-dag")).Words.ShouldNotContain("er ikke sendt");
    }

    [Fact]
    public async Task The_preselected_notice_is_digital_post_wherever_a_conversation_is_made_or_changed()
    {
        await using var web = await WebHouse.OpenAsync();
        var (worker, citizen) = (await web.AsAsync(Role.CaseWorker), $"/borgere/{web.Town.Own}");
        foreach (
            var page in new[]
            {
                $"{citizen}/samtaler/book",
                $"{citizen}/samtaler/{web.Town.Meeting}/flyt",
                $"{citizen}/samtaler/inviter",
                $"{citizen}/samtaler/{web.Town.Meeting}",
                $"{citizen}/overdrag",
            }
        )
        {
            var choices = (await worker.GetAsync(page)).Document.QuerySelectorAll(
                "select[name='Tell'], select[name='Sent.Tell']"
            );
            choices.Length.ShouldBeGreaterThan(0, page);
            choices
                .Select(c => c.QuerySelector("option[selected]")!.GetAttribute("value"))
                .ShouldEachBe(v => v == MessageChannel.DigitalPost.Code, page);
        }
    }
}
