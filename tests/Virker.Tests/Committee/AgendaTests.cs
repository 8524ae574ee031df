using Virker.Committee;
using Virker.Kernel;
using Virker.Platform;
using Virker.Tests.Support;

namespace Virker.Tests.Committee;

public sealed class AgendaTests
{
    [Theory, EachDatabase]
    public async Task An_agenda_begins_with_its_own_approval_and_ends_with_the_minutes(Dialect dialect)
    {
        await using var office = await CommitteeOffice.OnAsync(dialect);
        var meeting = await office.DraftedAsync();
        await office.AddAsync(meeting, "Partnerskab med de lokale virksomheder");
        var titles = (await office.ReadAsync(meeting)).Items.Select(i => i.Head.Title).ToList();
        titles[0].ShouldBe("Godkendelse af dagsorden");
        titles[1].ShouldBe("Partnerskab med de lokale virksomheder");
        titles[^1].ShouldBe("Godkendelse af referat");
        titles.ShouldNotContain("Opfølgning på beslutninger", "nothing is to be reported back");
    }

    [Theory, EachDatabase]
    public async Task A_standing_item_keeps_its_case_from_meeting_to_meeting(Dialect dialect)
    {
        await using var office = await CommitteeOffice.OnAsync(dialect);
        var first = (await office.ReadAsync(await office.DraftedAsync(7))).Items[0];
        var second = (await office.ReadAsync(await office.DraftedAsync(35))).Items[0];
        second.Case!.CaseNumber.ShouldBe(first.Case!.CaseNumber);
        second.Id.ShouldNotBe(first.Id);
    }

    [Fact]
    public void The_overview_of_what_is_to_come_names_later_meetings_and_what_is_promised_stands_as_itself()
    {
        FollowUpLine Promise(string text, DateOnly due) =>
            new(default, text, true, "administrationen", due, FollowUpState.Open, 0);
        var agenda = new ForwardAgenda(
            [],
            [Promise("Forslag om voksenlærlinge", new(2024, 5, 1)), Promise("Noget ældre", new(2024, 3, 1))],
            []
        )
        {
            Meetings = [new(2024, 4, 15), new(2024, 5, 13)],
        };
        DraftAgendaHandler.Overview(new(2024, 4, 15), agenda).ShouldBe("Planlagte møder:\n\n- mandag den 13. maj 2024");
        DraftAgendaHandler
            .StandingOn(StandingItem.Forward, new(2024, 4, 15), agenda)
            .ShouldHaveSingleItem()
            .Text.ShouldBe("Forslag om voksenlærlinge");
    }

    [Theory, EachDatabase]
    public async Task Refuses_a_meeting_in_the_past(Dialect dialect)
    {
        await using var office = await CommitteeOffice.OnAsync(dialect);
        var outcome = await office.Clerk.RunAsync(
            new PlanMeeting(
                office.Committee,
                CommitteeMeetingKind.Ordinary,
                office.House.Clock.Today.AddDays(-1),
                "16:30",
                "Rådhuset"
            )
        );
        outcome.Refusal!.Code.ShouldBe("committee-meeting.in-past");
    }

    [Theory, EachDatabase]
    public async Task Items_move_until_the_agenda_is_out_and_then_keep_their_numbers(Dialect dialect)
    {
        await using var office = await CommitteeOffice.OnAsync(dialect);
        var meeting = await office.DraftedAsync();
        var item = await office.AddAsync(meeting, "Ny sag");
        await office.Clerk.DoneAsync(new MoveItem(item, Up: true));
        (await office.ItemAsync(item)).Head.Number.ShouldBe(1);
        await office.Clerk.DoneAsync(new PublishAgenda(meeting));
        (await office.Clerk.RunAsync(new MoveItem(item, Up: false))).Refusal!.Code.ShouldBe("agenda.already-out");
        (await office.Clerk.RunAsync(new RemoveItem(item))).Refusal!.Code.ShouldBe("agenda.already-out");
        var late = await office.AddAsync(meeting, "Tillægssag");
        var items = (await office.ReadAsync(meeting)).Items;
        items.Single(i => i.Id == late).Head.Number.ShouldBe(items.Count);
        items.Single(i => i.Id == item).Head.Number.ShouldBe(1);
    }

    [Theory, EachDatabase]
    public async Task A_postponed_case_stands_first_on_the_next_agenda_with_its_decision(Dialect dialect)
    {
        await using var office = await CommitteeOffice.OnAsync(dialect);
        var meeting = await office.DraftedAsync(7);
        var item = await office.AddAsync(meeting, "Status vedr. voksenlærlinge");
        await office.HoldAsync(meeting);
        await office.DecideAsync(item, "Udsættes og fremrykkes ved næste møde.");
        await office.FinishAsync(meeting);

        var next = await office.ReadAsync(await office.DraftedAsync(28));
        var carried = next.Items[1];
        carried.Head.Title.ShouldBe("Status vedr. voksenlærlinge");
        carried.Decisions.ShouldHaveSingleItem().Kind.ShouldBe("postponed");
        var course = (await office.Clerk.DoneAsync(new ReadItem(carried.Id))).Course;
        course.Select(s => s.Item).ShouldBe([carried.Id, item]);

        await office.HoldAsync(next.Meeting.Id);
        await office.DecideAsync(carried.Id, "Udvalget tog sagen til orientering.");
        (await office.ItemAsync(carried.Id)).Decisions.Select(d => d.Kind).ShouldBe(["postponed", "taken_note"]);
        (await office.Clerk.DoneAsync(new ReadForwardAgenda(office.Committee))).Postponed.ShouldBeEmpty();
    }

    [Theory, EachDatabase]
    public async Task Two_editors_of_an_item_lose_no_text(Dialect dialect)
    {
        await using var office = await CommitteeOffice.OnAsync(dialect);
        var item = await office.AddAsync(await office.DraftedAsync(), "Sag med to skribenter");
        var version = (await office.ItemAsync(item)).Head.Version;
        var first = await office.Clerk.DoneAsync(new EditItem(item, version, Text("Den første tekst.")));
        var second = await office.House.As(Role.Clerk).RunAsync(new EditItem(item, version, Text("Den anden tekst.")));
        second.Refusal!.Code.ShouldBe("conflict.changed-meanwhile");
        (await office.ItemAsync(item)).Sections.ShouldHaveSingleItem().Text.ShouldBe("Den første tekst.");
        await office.Clerk.DoneAsync(new EditItem(item, first.Version, Text("Den første tekst.\n\nDen anden tekst.")));
        (await office.ItemAsync(item)).Sections[0].Paragraphs.ShouldBe(["Den første tekst.", "Den anden tekst."]);
    }

    [Theory, EachDatabase]
    public async Task Members_read_an_agenda_when_it_is_out_and_nobody_else_changes_it(Dialect dialect)
    {
        await using var office = await CommitteeOffice.OnAsync(dialect);
        var meeting = await office.DraftedAsync();
        (await office.Members[1].RunAsync(new ReadMeeting(meeting))).Refusal!.Code.ShouldBe(
            "committee-meeting.not-found"
        );
        (
            await office.Members[1].RunAsync(new AddItem(meeting, "Min sag", "B", null, null, true))
        ).Refusal!.Code.ShouldBe("permission.denied");
        await office.Clerk.DoneAsync(new PublishAgenda(meeting));
        (await office.Members[1].DoneAsync(new ReadMeeting(meeting))).Items.ShouldNotBeEmpty();
        (await office.House.As(Role.CaseWorker).RunAsync(new ReadMeeting(meeting))).Refusal!.Code.ShouldBe(
            "permission.denied"
        );
    }

    private static ItemText Text(string content) =>
        new(
            "Sag med to skribenter",
            "B",
            "Arbejdsmarkedschefen",
            new Dictionary<string, string> { ["case_content"] = content },
            ["at udvalget godkender."]
        );
}
