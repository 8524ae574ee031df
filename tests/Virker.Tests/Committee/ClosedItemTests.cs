using System.Text.Json;
using Virker.Committee;
using Virker.Kernel;
using Virker.Platform;
using Virker.Tests.Support;

namespace Virker.Tests.Committee;

public sealed class ClosedItemTests
{
    private const string Canary = "Kanariefuglen Kvittebert";

    [Theory, EachDatabase]
    public async Task A_closed_item_stands_nowhere_that_the_public_reads(Dialect dialect)
    {
        await using var office = await CommitteeOffice.OnAsync(dialect);
        var meeting = await office.DraftedAsync();
        var item = await office.AddAsync(meeting, $"{Canary} som overskrift", open: false);
        await office.Clerk.DoneAsync(
            new EditItem(
                item,
                1,
                new(
                    $"{Canary} som overskrift",
                    "B",
                    $"{Canary} som indstiller",
                    new Dictionary<string, string> { ["case_content"] = $"{Canary} i teksten." },
                    [$"at {Canary} godkendes."]
                )
            )
        );
        await office.HoldAsync(meeting);
        await office.DecideAsync(item, $"Godkendt. Administrationen undersøger {Canary} nærmere.");
        foreach (var suggested in (await office.Clerk.DoneAsync(new ListFollowUps())).Lines)
            await office.Clerk.DoneAsync(
                new ConfirmFollowUp(suggested.Id, suggested.Version, suggested.Text, "administrationen", null)
            );
        await office.FinishAsync(meeting);

        var anyone = office.House.As(Actor.Anonymous);
        Json(await anyone.DoneAsync(new ListPublishedMeetings())).ShouldNotContain(Canary);
        var published = await anyone.DoneAsync(new ReadPublishedMeeting(meeting));
        Json(published).ShouldNotContain(Canary);
        published.Meeting.Items.ShouldEachBe(i => i.Id != item);
        (await anyone.DoneAsync(new ListPublishedMeetings(Words: "Kvittebert"))).Meetings.ShouldBeEmpty();
        Json(await office.Outsider.DoneAsync(new ReadMeeting(meeting))).ShouldNotContain(Canary);
        Json(await office.Outsider.DoneAsync(new ListFollowUps())).ShouldNotContain(Canary);
        (await office.Outsider.DoneAsync(new FindCommitteeCases("Kvittebert"))).Cases.ShouldBeEmpty();
        (await office.Outsider.RunAsync(new ReadItem(item))).Refusal!.Code.ShouldBe("agenda-item.not-found");
        (await office.House.ReadAsync("select content from committee_publications")).ShouldEachBe(c =>
            !((string)c!).Contains(Canary)
        );
    }

    [Theory, EachDatabase]
    public async Task A_member_reads_a_closed_item_unless_they_may_not_take_part(Dialect dialect)
    {
        await using var office = await CommitteeOffice.OnAsync(dialect);
        var meeting = await office.DraftedAsync();
        var item = await office.AddAsync(meeting, Canary, open: false);
        var partial = (await office.ReadAsync(meeting)).Members[2].Id;
        await office.Clerk.DoneAsync(new ExcludeMember(item, partial, true));
        await office.Clerk.DoneAsync(new PublishAgenda(meeting));
        (await office.Members[1].DoneAsync(new ReadItem(item))).Item.Head.Title.ShouldBe(Canary);
        (await office.Members[2].RunAsync(new ReadItem(item))).Refusal!.Code.ShouldBe("agenda-item.not-found");
        Json(await office.Members[2].DoneAsync(new ReadMeeting(meeting))).ShouldNotContain(Canary);
        (await office.Members[2].DoneAsync(new FindCommitteeCases("Kanariefuglen"))).Cases.ShouldBeEmpty();
    }

    [Theory, EachDatabase]
    public async Task An_item_closed_after_publishing_is_gone_from_the_next_version_and_the_first_is_no_longer_given(
        Dialect dialect
    )
    {
        await using var office = await CommitteeOffice.OnAsync(dialect);
        var meeting = await office.DraftedAsync();
        var item = await office.AddAsync(meeting, Canary);
        await office.Clerk.DoneAsync(new PublishAgenda(meeting));
        var anyone = office.House.As(Actor.Anonymous);
        Json(await anyone.DoneAsync(new ReadPublishedMeeting(meeting))).ShouldContain(Canary);
        await office.Clerk.DoneAsync(new SetItemOpenness(item, IsOpen: false));
        (await office.Clerk.RunAsync(new PublishAgenda(meeting))).Refusal!.Code.ShouldBe("publish.no-correction");
        await office.Clerk.DoneAsync(new PublishAgenda(meeting, "Et punkt er lukket."));
        var now = await anyone.DoneAsync(new ReadPublishedMeeting(meeting));
        Json(now).ShouldNotContain(Canary);
        now.Versions.Select(v => (v.Number, v.Correction)).ShouldBe([(2, "Et punkt er lukket."), (1, null)]);
    }

    [Theory, EachDatabase]
    public async Task What_is_promised_on_a_closed_item_stands_on_no_public_agenda(Dialect dialect)
    {
        await using var office = await CommitteeOffice.OnAsync(dialect);
        var first = await office.DraftedAsync();
        var item = await office.AddAsync(first, "Personsag", open: false);
        await office.HoldAsync(first);
        await office.DecideAsync(
            item,
            $"Godkendt. Administrationen undersøger {Canary} og vender tilbage på mødet den 6. maj 2024."
        );
        var suggested = (await office.Clerk.DoneAsync(new ListFollowUps())).Lines.ShouldHaveSingleItem();
        suggested.IsOpen.ShouldBeFalse("the page where it is confirmed says where it will stand");
        await office.Clerk.DoneAsync(
            new ConfirmFollowUp(
                suggested.Id,
                suggested.Version,
                suggested.Text,
                $"{Canary}s chef",
                new DateOnly(2024, 5, 6)
            )
        );
        await office.FinishAsync(first);
        var second = await office.DraftedAsync(21);
        await office.Clerk.DoneAsync(new PublishAgenda(second));

        Json(await office.House.As(Actor.Anonymous).DoneAsync(new ReadPublishedMeeting(second)))
            .ShouldNotContain(Canary);
        Json(await office.Outsider.DoneAsync(new ReadMeeting(second))).ShouldNotContain(Canary);
        (await office.House.ReadAsync("select content from committee_publications")).ShouldEachBe(c =>
            !((string)c!).Contains(Canary)
        );
        (await office.House.ReadAsync("select text from agenda_item_sections")).ShouldEachBe(
            c => !((string)c!).Contains(Canary),
            "it is not copied into the overview of what is to come"
        );
        var member = await office.Members[1].DoneAsync(new ReadMeeting(second));
        member
            .Items.Single(i => i.Head.Standing == StandingItem.FollowUps.Code)
            .ToReport.ShouldHaveSingleItem()
            .Text.ShouldContain(Canary, Case.Sensitive, "the committee is told");
    }

    [Theory, EachDatabase]
    public async Task A_closed_item_is_gone_at_once_with_what_comes_from_it_and_leaves_a_mark(Dialect dialect)
    {
        await using var office = await CommitteeOffice.OnAsync(dialect);
        var first = await office.DraftedAsync();
        var item = await office.AddAsync(first, Canary);
        await office.HoldAsync(first);
        await office.DecideAsync(item, $"Godkendt. Administrationen undersøger {Canary}.");
        var suggested = (await office.Clerk.DoneAsync(new ListFollowUps())).Lines.ShouldHaveSingleItem();
        await office.Clerk.DoneAsync(
            new ConfirmFollowUp(suggested.Id, suggested.Version, suggested.Text, "chefen", null)
        );
        await office.FinishAsync(first);
        await office.Clerk.DoneAsync(new CorrectMinutes(first));
        await office.Clerk.DoneAsync(new ApproveMinutes(first));
        await office.Clerk.DoneAsync(new PublishMinutes(first, $"{Canary} var stavet forkert."));
        var second = await office.DraftedAsync(21);
        await office.Clerk.DoneAsync(new PublishAgenda(second));
        var anyone = office.House.As(Actor.Anonymous);
        Json(await anyone.DoneAsync(new ReadPublishedMeeting(second))).ShouldContain(Canary);

        await office.Clerk.DoneAsync(new SetItemOpenness(item, IsOpen: false));

        var now = await anyone.DoneAsync(new ReadPublishedMeeting(first));
        Json(now).ShouldNotContain(Canary);
        now.Meeting.Closed.ShouldHaveSingleItem().Id.ShouldBe(item);
        Json(await anyone.DoneAsync(new ReadPublishedMeeting(second))).ShouldNotContain(Canary);
        (await anyone.DoneAsync(new ListPublishedMeetings(Words: "Kvittebert"))).Meetings.ShouldBeEmpty();
        var state = (await office.ReadAsync(first)).Public!;
        state.Closed.ShouldHaveSingleItem().Id.ShouldBe(item);
        state.Items.ShouldNotContain(item);
    }

    [Theory, EachDatabase]
    public async Task An_item_that_was_put_off_is_closed_and_opened_with_the_one_it_became(Dialect dialect)
    {
        await using var office = await CommitteeOffice.OnAsync(dialect);
        var first = await office.DraftedAsync();
        var item = await office.AddAsync(first, Canary);
        await office.HoldAsync(first);
        await office.DecideAsync(item, "Udsættes til næste møde.");
        await office.FinishAsync(first);
        var second = await office.DraftedAsync(21);
        var again = (await office.ReadAsync(second)).Items.Single(i => i.Head.Title == Canary);
        await office.Clerk.DoneAsync(new PublishAgenda(second));
        await office.Clerk.DoneAsync(new SetItemOpenness(again.Id, IsOpen: false));
        var anyone = office.House.As(Actor.Anonymous);
        foreach (var meeting in new[] { first, second })
            Json(await anyone.DoneAsync(new ReadPublishedMeeting(meeting))).ShouldNotContain(Canary);
        await office.Clerk.DoneAsync(new SetItemOpenness(item, IsOpen: true));
        foreach (var meeting in new[] { first, second })
            Json(await anyone.DoneAsync(new ReadPublishedMeeting(meeting))).ShouldContain(Canary);
    }

    [Theory, EachDatabase]
    public async Task A_meeting_that_is_cancelled_tells_so_and_gives_nothing_new(Dialect dialect)
    {
        await using var office = await CommitteeOffice.OnAsync(dialect);
        var draft = await office.DraftedAsync();
        await office.AddAsync(draft, Canary);
        await office.Clerk.DoneAsync(new CancelMeeting(draft, "Formanden er syg."));
        (await office.Outsider.RunAsync(new ReadMeeting(draft))).Refusal!.Code.ShouldBe(
            "committee-meeting.not-found",
            "an agenda that never was out"
        );
        (await office.Outsider.DoneAsync(new FindCommitteeCases("Kvittebert"))).Cases.ShouldBeEmpty();

        var published = await office.DraftedAsync(14);
        await office.Clerk.DoneAsync(new PublishAgenda(published));
        await office.AddAsync(published, Canary);
        await office.Clerk.DoneAsync(new CancelMeeting(published, "Rådhuset er lukket."));
        var told = await office.House.As(Actor.Anonymous).DoneAsync(new ReadPublishedMeeting(published));
        told.Meeting.Cancelled.ShouldBe("Rådhuset er lukket.");
        Json(told).ShouldNotContain(Canary);
    }

    [Theory, EachDatabase]
    public async Task Whoever_oversees_the_journal_sees_that_it_was_written_and_not_what(Dialect dialect)
    {
        await using var office = await CommitteeOffice.OnAsync(dialect);
        await office.AddAsync(await office.DraftedAsync(), Canary, open: false);
        var seen = await office
            .House.As(Role.DataProtectionOfficer)
            .DoneAsync(new SearchJournal() { Entity = "agenda_items" });
        Json(seen).ShouldNotContain(Canary);
        seen.Changes.ShouldEachBe(c => c.IsWithheld);
        seen.Changes.ShouldContain(c => c.After!.Contains("is_open"), "what is no words is told");
        Json(await office.House.System.DoneAsync(new SearchJournal() { Entity = "agenda_items" }))
            .ShouldContain(Canary);
    }

    [Theory, EachDatabase]
    public async Task The_clerk_sees_what_is_not_published_and_how_it_differs(Dialect dialect)
    {
        await using var office = await CommitteeOffice.OnAsync(dialect);
        var meeting = await office.DraftedAsync();
        var item = await office.AddAsync(meeting, "Budget");
        await office.Clerk.DoneAsync(new PublishAgenda(meeting));
        (await office.ReadAsync(meeting)).Public!.Changes.ShouldBeEmpty();
        await office.Clerk.DoneAsync(
            new EditItem(
                item,
                1,
                new("Budget 2025", "B", null, new Dictionary<string, string>(), [])
                {
                    Competence = CommitteeOffice.Name,
                }
            )
        );
        (await office.ReadAsync(meeting))
            .Public!.Changes.ShouldHaveSingleItem()
            .ShouldBe(new(2, "Budget 2025", "Overskrift", "Budget", "Budget 2025"));
        (await office.Members[0].DoneAsync(new ReadMeeting(meeting))).Public.ShouldBeNull();
    }

    private static string Json<T>(T value) => JsonSerializer.Serialize(value, Plain);

    private static readonly JsonSerializerOptions Plain = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
