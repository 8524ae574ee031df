using Virker.Casework;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;
using Virker.Tests.Support;

namespace Virker.Tests.Casework;

/// <summary>
/// What a receipt promises is done: the citizen is told wherever a conversation is made or changed, a time is with the
/// one who opened it, and nothing is called sent that was not.
/// </summary>
public sealed class PromiseTests
{
    private const string Note = "Vi talte om det næste.";

    public static TheoryData<string, string> Ways { get; } =
        new()
        {
            { "book", MessageKind.CallUp.Code },
            { "next", MessageKind.CallUp.Code },
            { "first", MessageKind.CallUp.Code },
            { "move", MessageKind.Change.Code },
            { "cancel", MessageKind.Cancellation.Code },
            { "hand-over", MessageKind.Change.Code },
            { "cover", MessageKind.Change.Code },
        };

    [Theory, MemberData(nameof(Ways))]
    public async Task Wherever_a_conversation_is_made_or_changed_the_citizen_is_told_and_only_not_where_that_is_chosen(
        string way,
        string code
    )
    {
        await using var office = await JobOffice.OpenAsync(Dialect.Sqlite);
        var (told, agreed) = (await DoAsync(office, way, null), await DoAsync(office, way, MessageChannel.Agreed));
        (told.Told.Channel, told.Told.IsCarried, told.Told.HasAddress).ShouldBe(
            (MessageChannel.DigitalPost, false, true)
        );
        var kind = MessageKind.Stored(code);
        (await KindsAsync(office, told.Citizen)).ShouldContain(kind);
        agreed.Told.ShouldBe(PartyTold.Nothing);
        (await KindsAsync(office, agreed.Citizen)).ShouldNotContain(kind);
    }

    [Theory, EachDatabase]
    public async Task A_time_is_never_taken_for_somebody_else_than_the_one_who_opened_it(Dialect dialect)
    {
        await using var office = await JobOffice.OpenAsync(dialect);
        var (citizen, cpr) = await office.StrangerAsync();
        var registered = await office.Anna.DoneAsync(
            new RegisterApplication(cpr, 2, "Opsagt", VisitationTests.AllPapers)
        );
        DecideApplication First(UserId worker) =>
            new(citizen, registered.Id, 1, 2, Segment.InDemand, worker)
            {
                First = new(office.At(3, 10), 45, MeetingChannel.Phone) { TimeOf = office.Bo.User },
            };
        var refused = (await office.Anna.RunAsync(First(office.Anna.User))).Refusal!;
        (refused.Code, refused.Field).ShouldBe(("booking.other-workers-time", "First.At"));
        refused.Text.ShouldContain("Bo Prøvesen");
        refused.Text.ShouldContain("Anna Prøvesen");
        var decided = await office.Anna.DoneAsync(First(office.Bo.User));
        (decided.Worker, decided.Booked!.Worker, decided.Booked.At).ShouldBe(
            ("Bo Prøvesen", "Bo Prøvesen", office.At(3, 10))
        );
        var own = await office.CitizenAsync();
        (
            await office.Anna.RefusedAsync(
                new BookMeeting(own, office.At(4, 10), MeetingKind.Job, MeetingChannel.Phone)
                {
                    Worker = office.Anna.User,
                    TimeOf = office.Bo.User,
                }
            )
        ).ShouldBe("booking.other-workers-time");
        var booked = await office.BookAsync(own, office.At(7, 10));
        (
            await office.Anna.RefusedAsync(
                new RebookMeeting(own, booked.Id, 1, office.At(8, 10)) { TimeOf = office.Bo.User }
            )
        ).ShouldBe("booking.other-workers-time");
    }

    [Fact]
    public async Task A_conversation_with_a_colleague_is_moved_among_the_colleagues_times()
    {
        await using var office = await JobOffice.OpenAsync(Dialect.Sqlite);
        foreach (var seat in new[] { office.Anna, office.Bo })
            await seat.DoneAsync(
                new OpenSlots(
                    office.Today,
                    office.Today.AddDays(20),
                    [DayOfWeek.Monday, DayOfWeek.Wednesday],
                    new(9, 0),
                    new(12, 0),
                    45
                )
            );
        var citizen = await office.CitizenAsync();
        var with = (await office.TryAsync(citizen, office.At(7, 13), with: office.Bo)).Value;
        var view = await office.Anna.DoneAsync(new SeeBooking(citizen) { Moving = with.Id });
        view.OwnSlots.ShouldNotBeEmpty();
        view.OwnSlots.ShouldEachBe(s => s.WorkerId == office.Bo.User);
    }

    [Theory, EachDatabase]
    public async Task What_lies_in_the_folder_stands_on_a_list_until_somebody_has_sent_it(Dialect dialect)
    {
        await using var office = await JobOffice.OpenAsync(dialect);
        var (first, second) = (await office.CitizenAsync(), await office.CitizenAsync());
        await office.BookAsync(first, office.At(7, 10));
        var booked = await office.BookAsync(second, office.At(8, 10));
        await office.House.System.DoneAsync(new SendMessages());
        (await office.Anna.DoneAsync(new SeeLaidMessages())).Count.ShouldBe(2);
        (await office.Bo.DoneAsync(new SeeLaidMessages())).Count.ShouldBe(0);
        var list = await office.Anna.DoneAsync(new SeeOutgoing(null));
        (list.Unsettled, list.Rows.Select(r => r.Status).Distinct().Single()).ShouldBe((2, MessageStatus.Laid));
        var stranger = office.House.As(Role.CaseWorker, Guid.NewGuid());
        (await stranger.RefusedAsync(new RecordSent([.. list.Rows.Select(r => r.Id)]))).ShouldBe("message.none-chosen");
        await office.Anna.DoneAsync(new RecordSent([list.Rows.Single(r => r.Citizen == first).Id]));
        var sent = (await office.Anna.DoneAsync(new SeeMessages(first))).Messages.Single();
        (sent.Status, sent.RecordedBy).ShouldBe((MessageStatus.Sent, "Sagsbehandler Prøvesen"));
        var ended = await office.Anna.DoneAsync(
            new EndMeeting(second, booked.Id, 1, MeetingStatus.Cancelled, "Forkert dag")
        );
        ended.Told.TakenBack.ShouldBeTrue();
        Directory
            .GetFiles(Path.Combine(office.House.Municipality.Folder, "udgaaende", MessageChannel.DigitalPost.Code))
            .ShouldHaveSingleItem()
            .ShouldContain(sent.Id.ToString());
        (await office.Anna.DoneAsync(new SeeOutgoing(null))).Unsettled.ShouldBe(0);
    }

    [Fact]
    public async Task A_receipt_says_when_nothing_can_be_sent_and_when_the_notice_is_short_and_what_is_planned_already()
    {
        await using var office = await JobOffice.OpenAsync(Dialect.Sqlite);
        var citizen = await office.CitizenAsync();
        await office.Anna.DoneAsync(new SetContactWish(citizen, WithoutDigitalPost: true, NoTexts: false));
        var soon = await office.BookAsync(citizen, office.At(1, 10));
        (soon.Told.Channel, soon.Told.HasAddress, soon.ShorterThan, soon.OthersPlanned).ShouldBe(
            (MessageChannel.Letter, false, 2, 0)
        );
        var later = await office.BookAsync(citizen, office.At(9, 10));
        (later.ShorterThan, later.OthersPlanned, later.Worker).ShouldBe((null, 1, "Anna Prøvesen"));
    }

    private static async Task<IReadOnlyList<MessageKind>> KindsAsync(JobOffice office, CitizenId citizen) =>
        [
            .. (await office.Anna.DoneAsync(new SeeMessages(citizen)))
                .Messages.Where(m => m.Status == MessageStatus.Waiting)
                .Select(m => (MessageKind)m.Kind),
        ];

    private static async Task<(CitizenId Citizen, PartyTold Told)> DoAsync(
        JobOffice office,
        string way,
        MessageChannel? tell
    )
    {
        var words = CallUpWords.Usual with { Channel = tell ?? CallUpWords.Usual.Channel };
        var citizen = await office.CitizenAsync();
        var day = tell is null ? 7 : 14;
        switch (way)
        {
            case "book":
                var asked = new BookMeeting(citizen, office.At(day, 10), MeetingKind.Job, MeetingChannel.Phone);
                return (
                    citizen,
                    (await office.Anna.DoneAsync(tell is null ? asked : asked with { CallUp = words })).Told
                );
            case "next":
                var now = await office.Anna.DoneAsync(new BeginConversation(citizen, MeetingChannel.Phone));
                var next = new NextConversation(office.At(day, 10), 45, MeetingChannel.Phone);
                return (
                    citizen,
                    (
                        await office.Anna.DoneAsync(
                            new HoldConversation(citizen, now.Id, 1, MeetingChannel.Phone, Note)
                            {
                                Next = tell is null ? next : next with { CallUp = words },
                            }
                        )
                    )
                        .Booked!
                        .Told
                );
            case "first":
                var (stranger, cpr) = await office.StrangerAsync();
                var registered = await office.Anna.DoneAsync(
                    new RegisterApplication(cpr, 2, "Opsagt", VisitationTests.AllPapers)
                );
                var first = new NextConversation(office.At(day, 10), 45, MeetingChannel.Phone);
                return (
                    stranger,
                    (
                        await office.Anna.DoneAsync(
                            new DecideApplication(stranger, registered.Id, 1, 2, Segment.InDemand, office.Anna.User)
                            {
                                First = tell is null ? first : first with { CallUp = words },
                            }
                        )
                    )
                        .Booked!
                        .Told
                );
            default:
                return (citizen, await ChangeAsync(office, way, tell, citizen, day));
        }
    }

    /// <summary>Of a conversation that was agreed face to face, so that nothing has been told of it before.</summary>
    private static async Task<PartyTold> ChangeAsync(
        JobOffice office,
        string way,
        MessageChannel? tell,
        CitizenId citizen,
        int day
    )
    {
        var booked = await office.Anna.DoneAsync(
            new BookMeeting(citizen, office.At(day, 10), MeetingKind.Job, MeetingChannel.Phone)
            {
                CallUp = CallUpWords.Usual with { Channel = MessageChannel.Agreed },
            }
        );
        var words = tell is null ? null : CallUpWords.Usual with { Channel = tell };
        return way switch
        {
            "move" => (
                await office.Anna.DoneAsync(
                    new RebookMeeting(citizen, booked.Id, 1, office.At(day + 1, 10)) { CallUp = words }
                )
            ).Told,
            "cancel" => (
                await office.Anna.DoneAsync(
                    new EndMeeting(citizen, booked.Id, 1, MeetingStatus.Cancelled, "Sygdom i huset")
                    {
                        Tell = tell ?? MessageChannel.DigitalPost,
                    }
                )
            ).Told,
            "hand-over" => (
                await office.Anna.DoneAsync(
                    new ChangeWorker(citizen, office.Bo.User, "Orlov", "Plan aftalt")
                    {
                        Tell = tell ?? MessageChannel.DigitalPost,
                    }
                )
            ).Told,
            _ => (
                await office.Anna.DoneAsync(
                    new SetCover(
                        office.Anna.User,
                        office.Bo.User,
                        office.Today.AddDays(day),
                        office.Today.AddDays(day),
                        ""
                    )
                    {
                        Tell = tell ?? MessageChannel.DigitalPost,
                    }
                )
            ).Told,
        };
    }
}
