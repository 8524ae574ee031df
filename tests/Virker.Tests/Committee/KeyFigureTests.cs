using Virker.Casework;
using Virker.Committee;
using Virker.Kernel;
using Virker.Platform;
using Virker.Targets;
using Virker.Tests.Support;
using Virker.Tests.Targets;

namespace Virker.Tests.Committee;

public sealed class KeyFigureTests
{
    [Theory, EachDatabase]
    public async Task The_draft_has_a_frozen_annex_that_is_issued_again_identically(Dialect dialect)
    {
        await using var office = await OfficeAsync(dialect);
        var (meeting, item) = await DraftedAsync(office);
        var drafted = await office.Clerk.DoneAsync(new DraftKeyFigures(item, new DateOnly(2023, 11, 15)));
        var view = await office.ItemAsync(item);
        var attachment = view.Attachments.ShouldHaveSingleItem();
        (attachment.Number, attachment.Title).ShouldBe((1, "Nøgletal pr. 15. november 2023"));
        view.Tables.ShouldHaveSingleItem().Rows.Count.ShouldBe(21);
        var first = await office.Clerk.DoneAsync(new ReadAttachment(drafted.Attachment));
        first.Pdf.ShouldBe(first.Document.ToPdf(), "the same model gives the same bytes");

        _facts.Without = [BenefitFacts.Table];
        await EditAsync(office, item);
        await office.HoldAsync(meeting);
        await office.FinishAsync(meeting);
        var published = await office
            .House.As(Actor.Anonymous)
            .DoneAsync(new ReadPublishedAttachment(drafted.Attachment));
        published.Hash.ShouldBe(first.Hash);
        published.Pdf.ShouldBe(first.Pdf);
    }

    [Theory, EachDatabase]
    public async Task A_draft_that_nobody_has_read_is_not_published(Dialect dialect)
    {
        await using var office = await OfficeAsync(dialect);
        var (meeting, item) = await DraftedAsync(office);
        await office.Clerk.DoneAsync(new DraftKeyFigures(item, new DateOnly(2023, 11, 15)));
        (await office.Clerk.RunAsync(new PublishAgenda(meeting))).Refusal!.Code.ShouldBe("publish.draft-text");
        await EditAsync(office, item);
        (await office.Clerk.DoneAsync(new PublishAgenda(meeting))).Number.ShouldBe(1);
    }

    [Theory, EachDatabase]
    public async Task A_closed_annex_is_given_to_members_and_not_to_the_public(Dialect dialect)
    {
        await using var office = await OfficeAsync(dialect);
        var (meeting, item) = await DraftedAsync(office);
        var drafted = await office.Clerk.DoneAsync(new DraftKeyFigures(item, new DateOnly(2023, 11, 15)));
        await EditAsync(office, item);
        await office.Clerk.DoneAsync(new SetAttachmentOpenness(drafted.Attachment, IsOpen: false));
        await office.Clerk.DoneAsync(new PublishAgenda(meeting));
        (
            await office.House.As(Actor.Anonymous).RunAsync(new ReadPublishedAttachment(drafted.Attachment))
        ).Refusal!.Code.ShouldBe("attachment.not-found");
        (await office.Outsider.RunAsync(new ReadAttachment(drafted.Attachment))).Refusal!.Code.ShouldBe(
            "attachment.not-found"
        );
        (await office.Members[0].DoneAsync(new ReadAttachment(drafted.Attachment))).Pdf.ShouldNotBeEmpty();
        (await office.House.As(Actor.Anonymous).DoneAsync(new ReadPublishedMeeting(meeting)))
            .Meeting.Items.Single(i => i.Id == item)
            .Attachments.ShouldBeEmpty();
    }

    private readonly SampleFacts _facts = new(new(2023, 12, 31));

    private async Task<CommitteeOffice> OfficeAsync(Dialect dialect)
    {
        var office = await CommitteeOffice.OnAsync(dialect, _facts.Into);
        await office.Clerk.PutInForceAsync(SamplePlan.Draft, "plan.txt");
        return office;
    }

    private static async Task<(CommitteeMeetingId Meeting, AgendaItemId Item)> DraftedAsync(CommitteeOffice office)
    {
        var meeting = await office.DraftedAsync();
        return (
            meeting,
            (await office.ReadAsync(meeting)).Items.Single(i => i.Head.Standing == StandingItem.KeyFigures.Code).Id
        );
    }

    /// <summary>The chief makes the assessment their own.</summary>
    private static async Task EditAsync(CommitteeOffice office, AgendaItemId id)
    {
        var item = await office.ItemAsync(id);
        var sections = item.Sections.ToDictionary(s => s.Key, s => s.Text);
        sections["assessment"].ShouldStartWith("Udkast:");
        sections["assessment"] = "Der er behov for at se på mål 3 og 4.";
        await office.Clerk.DoneAsync(
            new EditItem(
                id,
                item.Head.Version,
                new(item.Head.Title, item.Head.Type, item.Recommendation!.By, sections, item.Recommendation.Points)
            )
        );
    }
}
