using Virker.Committee;
using Virker.Platform;
using Virker.Tests.Support;

namespace Virker.Tests.Committee;

/// <summary>What the committee tells others of, when something is out.</summary>
public sealed class PublishedNewsTests
{
    [Theory, EachDatabase]
    public async Task Each_version_is_told_of_with_the_items_that_the_public_can_read(Dialect dialect)
    {
        var heard = new HeardNews();
        await using var office = await CommitteeOffice.OnAsync(dialect, heard.Hear<PapersPublished>);
        var meeting = await office.DraftedAsync();
        var open = await office.AddAsync(meeting, "Budget");
        var closed = await office.AddAsync(meeting, "Personsag", open: false);
        await office.HoldAsync(meeting);
        await office.DecideAsync(open, "Godkendt.");
        await office.DecideAsync(closed, "Godkendt.");
        await office.FinishAsync(meeting);

        await office.House.DeliverAsync();

        heard.Of<PapersPublished>().Select(n => (n.Meeting, n.Kind, n.Number)).ShouldBe([
            (meeting, PublicationKind.Agenda, 1),
            (meeting, PublicationKind.Minutes, 1),
        ]);
        heard.Of<PapersPublished>().ShouldEachBe(n => n.Items.Contains(open) && !n.Items.Contains(closed));
    }

    [Theory, EachDatabase]
    public async Task A_meeting_that_is_cancelled_after_its_agenda_came_out_is_told_of(Dialect dialect)
    {
        var heard = new HeardNews();
        await using var office = await CommitteeOffice.OnAsync(dialect, heard.Hear<PapersPublished>);
        var meeting = await office.DraftedAsync();
        var draft = await office.DraftedAsync(inDays: 30);
        await office.Clerk.DoneAsync(new PublishAgenda(meeting));
        await office.Clerk.DoneAsync(new CancelMeeting(meeting, "Formanden er syg."));
        await office.Clerk.DoneAsync(new CancelMeeting(draft, "Ingen sager."));

        await office.House.DeliverAsync();

        heard.Of<PapersPublished>().Select(n => (n.Meeting, n.Number)).ShouldBe([(meeting, 1), (meeting, 2)]);
    }

    [Theory, EachDatabase]
    public async Task What_the_gate_stops_is_not_told(Dialect dialect)
    {
        var heard = new HeardNews();
        await using var office = await CommitteeOffice.OnAsync(dialect, heard.Hear<PapersPublished>);
        var meeting = await office.DraftedAsync();
        await office.AddAsync(meeting, "Vedrører 140265-1234");
        (await office.Clerk.RefusedAsync(new PublishAgenda(meeting))).ShouldBe("publish.cpr");

        await office.House.DeliverAsync();

        heard.Of<PapersPublished>().ShouldBeEmpty();
    }
}
