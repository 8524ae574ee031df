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
        await office.Clerk.DoneAsync<EditItem, ItemSaved>(new(item, 0, new($"{Canary} som overskrift", "B", $"{Canary} som indstiller",
            new Dictionary<string, string> { ["case_content"] = $"{Canary} i teksten." }, [$"at {Canary} godkendes."])));
        await office.HoldAsync(meeting);
        await office.DecideAsync(item, $"Godkendt. Administrationen undersøger {Canary} nærmere.");
        foreach (var suggested in (await office.Clerk.DoneAsync<ListFollowUps, FollowUpRegister>(new())).Lines)
            await office.Clerk.DoneAsync<ConfirmFollowUp, Done>(new(suggested.Id, suggested.Version, suggested.Text, "administrationen", null));
        await office.FinishAsync(meeting);

        var anyone = office.House.As(Actor.Anonymous);
        Json(await anyone.DoneAsync<ListPublishedMeetings, PublishedMeetings>(new())).ShouldNotContain(Canary);
        var published = await anyone.DoneAsync<ReadPublishedMeeting, PublishedRecord>(new(meeting));
        Json(published).ShouldNotContain(Canary);
        published.Meeting.Items.ShouldAllBe(i => i.Id != item);
        (await anyone.DoneAsync<ListPublishedMeetings, PublishedMeetings>(new(Words: "Kvittebert"))).Meetings.ShouldBeEmpty();
        Json(await office.Outsider.DoneAsync<ReadMeeting, MeetingView>(new(meeting))).ShouldNotContain(Canary);
        Json(await office.Outsider.DoneAsync<ListFollowUps, FollowUpRegister>(new())).ShouldNotContain(Canary);
        (await office.Outsider.DoneAsync<FindCommitteeCases, FoundCommitteeCases>(new("Kvittebert"))).Cases.ShouldBeEmpty();
        (await office.Outsider.RunAsync<ReadItem, ItemPaper>(new(item))).Refusal!.Code.ShouldBe("agenda-item.not-found");
        (await office.House.ReadAsync("select content from committee_publications")).ShouldAllBe(c => !((string)c!).Contains(Canary));
    }

    [Theory, EachDatabase]
    public async Task A_member_reads_a_closed_item_unless_they_may_not_take_part(Dialect dialect)
    {
        await using var office = await CommitteeOffice.OnAsync(dialect);
        var meeting = await office.DraftedAsync();
        var item = await office.AddAsync(meeting, Canary, open: false);
        var partial = (await office.ReadAsync(meeting)).Members[2].Id;
        await office.Clerk.DoneAsync<ExcludeMember, Done>(new(item, partial, true));
        await office.Clerk.DoneAsync<PublishAgenda, Published>(new(meeting));
        (await office.Members[1].DoneAsync<ReadItem, ItemPaper>(new(item))).Item.Head.Title.ShouldBe(Canary);
        (await office.Members[2].RunAsync<ReadItem, ItemPaper>(new(item))).Refusal!.Code.ShouldBe("agenda-item.not-found");
        Json(await office.Members[2].DoneAsync<ReadMeeting, MeetingView>(new(meeting))).ShouldNotContain(Canary);
        (await office.Members[2].DoneAsync<FindCommitteeCases, FoundCommitteeCases>(new("Kanariefuglen"))).Cases.ShouldBeEmpty();
    }

    [Theory, EachDatabase]
    public async Task An_item_closed_after_publishing_is_gone_from_the_next_version_and_the_first_is_no_longer_given(Dialect dialect)
    {
        await using var office = await CommitteeOffice.OnAsync(dialect);
        var meeting = await office.DraftedAsync();
        var item = await office.AddAsync(meeting, Canary);
        await office.Clerk.DoneAsync<PublishAgenda, Published>(new(meeting));
        var anyone = office.House.As(Actor.Anonymous);
        Json(await anyone.DoneAsync<ReadPublishedMeeting, PublishedRecord>(new(meeting))).ShouldContain(Canary);
        await office.Clerk.DoneAsync<SetItemOpenness, Done>(new(item, IsOpen: false));
        (await office.Clerk.RunAsync<PublishAgenda, Published>(new(meeting))).Refusal!.Code.ShouldBe("publish.no-correction");
        await office.Clerk.DoneAsync<PublishAgenda, Published>(new(meeting, "Et punkt er lukket."));
        var now = await anyone.DoneAsync<ReadPublishedMeeting, PublishedRecord>(new(meeting));
        Json(now).ShouldNotContain(Canary);
        now.Versions.Select(v => (v.Number, v.Correction)).ShouldBe([(2, "Et punkt er lukket."), (1, null)]);
    }

    private static string Json<T>(T value) => JsonSerializer.Serialize(value, Plain);

    private static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
