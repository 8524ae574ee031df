using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Virker.Casework;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;
using Virker.Tests.Support;

namespace Virker.Tests.Casework;

public sealed class MessageTests
{
    private static readonly DateOnly Born = new(1980, 1, 1);

    [Theory, EachDatabase]
    public async Task A_call_up_is_queued_laid_out_received_and_read_with_a_moment_for_each(Dialect dialect)
    {
        await using var office = await JobOffice.OpenAsync(dialect);
        var citizen = await office.CitizenAsync();
        await office.BookAsync(citizen, office.At(7, 10));
        (await StatesAsync(office, citizen)).ShouldBe([
            (MessageKind.CallUp, MessageChannel.DigitalPost, MessageStatus.Waiting),
        ]);
        (await office.House.System.DoneAsync(new SendMessages())).ShouldBe(new MessagesSent(1, 0, 0));
        (await office.House.System.DoneAsync(new SendMessages())).ShouldBe(new MessagesSent(0, 0, 0));
        var sent = (await office.Anna.DoneAsync(new SeeMessages(citizen))).Messages[0];
        sent.Text.ShouldContain("Du skal komme. Bliver du væk uden en god grund, kan det få betydning for din ydelse.");
        var file = Directory
            .GetFiles(Path.Combine(office.House.Municipality.Folder, "udgaaende", "digital-post"))
            .ShouldHaveSingleItem();
        File.ReadAllText(file).ShouldContain("tirsdag den 9. januar 2024 kl. 10.00");
        await office.Anna.DoneAsync(new RecordReceipt(citizen, sent.Id, MessageStatus.Delivered));
        office.House.Clock.Advance(TimeSpan.FromHours(1));
        await office.Anna.DoneAsync(new RecordReceipt(citizen, sent.Id, MessageStatus.Read));
        (await office.Anna.RefusedAsync(new RecordReceipt(citizen, sent.Id, MessageStatus.Delivered))).ShouldBe(
            "message.wrong-state"
        );
        (await office.Anna.DoneAsync(new SeeMessages(citizen)))
            .Messages[0]
            .Moments.Select(m => m.State)
            .ShouldBe([
                MessageStatus.Waiting,
                MessageStatus.Laid,
                MessageStatus.Sent,
                MessageStatus.Delivered,
                MessageStatus.Read,
            ]);
    }

    [Theory, EachDatabase]
    public async Task A_move_and_a_cancellation_are_told_and_what_was_not_yet_sent_is_taken_back(Dialect dialect)
    {
        await using var office = await JobOffice.OpenAsync(
            dialect,
            also: services => services.Replace(ServiceDescriptor.Scoped<IMessageTransport, GoodCarrier>())
        );
        var (first, second) = (await office.CitizenAsync(), await office.CitizenAsync());
        var booked = await office.BookAsync(first, office.At(7, 10));
        await office.House.System.DoneAsync(new SendMessages());
        await office.Anna.DoneAsync(new RebookMeeting(first, booked.Id, 1, office.At(8, 10)));
        await office.Anna.DoneAsync(new EndMeeting(first, booked.Id, 2, MeetingStatus.Cancelled, "Sygdom i huset"));
        office.House.Clock.Advance(TimeSpan.FromMinutes(1));
        (await StatesAsync(office, first)).ShouldBe(
            [
                (MessageKind.CallUp, MessageChannel.DigitalPost, MessageStatus.Sent),
                (MessageKind.Change, MessageChannel.DigitalPost, MessageStatus.Withdrawn),
                (MessageKind.Cancellation, MessageChannel.DigitalPost, MessageStatus.Waiting),
            ],
            ignoreOrder: true
        );
        var untold = await office.BookAsync(second, office.At(7, 12));
        await office.Anna.DoneAsync(new EndMeeting(second, untold.Id, 1, MeetingStatus.Cancelled, "Forkert borger"));
        (await StatesAsync(office, second)).ShouldBe(
            [(MessageKind.CallUp, MessageChannel.DigitalPost, MessageStatus.Withdrawn)]
        );
    }

    [Theory, EachDatabase]
    public async Task Nobody_is_called_up_to_a_conversation_that_has_been_held(Dialect dialect)
    {
        await using var office = await JobOffice.OpenAsync(dialect);
        var citizen = await office.CitizenAsync();
        var booked = await office.BookAsync(citizen, office.At(0, 17));
        await office.Anna.DoneAsync(
            new HoldConversation(citizen, booked.Id, 1, MeetingChannel.Phone, "Borgeren ringede selv.")
        );
        await office.House.System.DoneAsync(new SendMessages());
        (await StatesAsync(office, citizen)).ShouldBe([
            (MessageKind.CallUp, MessageChannel.DigitalPost, MessageStatus.Withdrawn),
        ]);
    }

    [Theory, EachDatabase]
    public async Task A_reminder_is_made_once_for_each_time_that_is_booked_and_never_for_a_time_that_is_given_up(
        Dialect dialect
    )
    {
        await using var office = await JobOffice.OpenAsync(dialect);
        var citizen = await office.CitizenAsync();
        var booked = await office.BookAsync(citizen, office.At(7, 10));
        (await RemindAsync(office)).ShouldBe(0);
        office.House.Clock.Advance(TimeSpan.FromDays(5.2));
        (await RemindAsync(office)).ShouldBe(1);
        (await RemindAsync(office)).ShouldBe(0);
        var at = office.House.Clock.Today.AddDays(8).ToDateTime(new TimeOnly(10, 0)).DanishInstant();
        await office.Anna.DoneAsync(new RebookMeeting(citizen, booked.Id, 1, at));
        (await StatesAsync(office, citizen))
            .Count(s => s.Kind == MessageKind.Reminder && s.Status == MessageStatus.Withdrawn)
            .ShouldBe(1);
        office.House.Clock.Set(at.AddHours(-47));
        (await RemindAsync(office)).ShouldBe(1);
        await office.Anna.DoneAsync(
            new EndMeeting(citizen, booked.Id, 2, MeetingStatus.Excused, "Jobsamtale hos en virksomhed")
        );
        office.House.Clock.Advance(TimeSpan.FromHours(24));
        await office.House.System.DoneAsync(new SendMessages());
        (await StatesAsync(office, citizen))
            .Where(s => s.Kind == MessageKind.Reminder)
            .ShouldEachBe(s => s.Status == MessageStatus.Withdrawn);
    }

    [Theory, EachDatabase]
    public async Task The_municipality_decides_from_a_day_on_how_long_before_it_reminds(Dialect dialect)
    {
        await using var office = await JobOffice.OpenAsync(dialect);
        var leader = office.House.As(Role.TeamLeader, office.Team.Value);
        await leader.DoneAsync(new SetChoice(MunicipalChoice.FirstReminder, office.Today.AddDays(3), 72));
        (
            await leader.RefusedAsync(new SetChoice(MunicipalChoice.FirstReminder, office.Today.AddDays(-1), 72))
        ).ShouldBe("choice.in-past");
        (await leader.RefusedAsync(new SetChoice(MunicipalChoice.OfferHours, office.Today, 0))).ShouldBe(
            "choice.bounds"
        );
        (await office.Anna.RefusedAsync(new SetChoice(MunicipalChoice.FirstReminder, office.Today, 1))).ShouldBe(
            "permission.denied"
        );
        await office.BookAsync(await office.CitizenAsync(), office.At(7, 10));
        office.House.Clock.Set(office.At(7, 10).AddHours(-71));
        (await RemindAsync(office)).ShouldBe(1);
        (await leader.DoneAsync(new SeeChoices())).Choices[0].Now.ShouldBe(72);
    }

    [Theory, EachDatabase]
    public async Task What_cannot_be_delivered_stands_on_the_list_of_the_day_until_somebody_has_seen_to_it(
        Dialect dialect
    )
    {
        await using var office = await JobOffice.OpenAsync(dialect);
        var citizen = await office.CitizenAsync();
        await office.Anna.DoneAsync(new SetContactWish(citizen, WithoutDigitalPost: true, NoTexts: false));
        await office.BookAsync(citizen, office.At(7, 10));
        (await office.House.System.DoneAsync(new SendMessages())).ShouldBe(new MessagesSent(0, 1, 0));
        var reason = (await office.Anna.DoneAsync(new SeeToday() { Reason = WorkReason.Undelivered }))
            .Rows.ShouldHaveSingleItem()
            .Reasons.First(r => r.Reason == WorkReason.Undelivered);
        reason.Why.ShouldContain("Du er indkaldt til en samtale");
        var failed = (await office.Anna.DoneAsync(new SeeMessages(citizen))).Messages[0];
        (failed.Channel, failed.Note).ShouldBe((MessageChannel.Letter, "Borgeren er fritaget for Digital Post."));
        await office.Anna.DoneAsync(new SettleMessage(citizen, failed.Id, "Ringet til borgeren"));
        (await office.Anna.DoneAsync(new SeeToday() { Reason = WorkReason.Undelivered })).Rows.ShouldBeEmpty();
        (await office.Anna.RefusedAsync(new SendAgain(citizen, failed.Id, MessageChannel.DigitalPost))).ShouldBe(
            "message.not-failed"
        );
    }

    [Fact]
    public async Task A_carrier_that_does_not_answer_is_tried_again_later_and_later_and_then_given_up()
    {
        await using var office = await JobOffice.OpenAsync(
            Dialect.Sqlite,
            also: services => services.Replace(ServiceDescriptor.Scoped<IMessageTransport, DeadCarrier>())
        );
        var citizen = await office.CitizenAsync();
        await office.BookAsync(citizen, office.At(7, 10));
        for (var attempt = 1; attempt <= 5; attempt++)
        {
            (await office.House.System.DoneAsync(new SendMessages())).ShouldBe(new MessagesSent(0, 0, 1));
            (await office.House.System.DoneAsync(new SendMessages())).ShouldBe(new MessagesSent(0, 0, 0));
            office.House.Clock.Advance(Dispatch.Wait(attempt));
        }

        (await office.House.System.DoneAsync(new SendMessages())).ShouldBe(new MessagesSent(0, 1, 0));
        var failed = (await office.Anna.DoneAsync(new SeeMessages(citizen))).Messages[0];
        (failed.Problem, failed.Attempts).ShouldBe(("Der er ingen forbindelse.", 6));
        await office.Anna.DoneAsync(new SendAgain(citizen, failed.Id, MessageChannel.DigitalPost));
        (await StatesAsync(office, citizen))
            .Select(s => s.Status)
            .ShouldBe([MessageStatus.Failed, MessageStatus.Waiting], ignoreOrder: true);
    }

    [Fact]
    public async Task An_invitation_carries_the_link_sealed_and_lets_go_of_it_when_it_is_sent()
    {
        await using var office = await JobOffice.OpenAsync(Dialect.Sqlite);
        var citizen = await office.CitizenAsync();
        await office.Anna.DoneAsync(
            new OpenSlots(
                office.Today.AddDays(1),
                office.Today.AddDays(6),
                [DayOfWeek.Wednesday, DayOfWeek.Thursday],
                new(9, 0),
                new(12, 0),
                45
            )
        );
        var invited = await office.Anna.DoneAsync(new InviteToBook(citizen, MessageChannel.Letter, "", true));
        (
            await office.House.ReadAsync(
                $"select count(*) from messages where link like '%{invited.Link}%' or text like '%{invited.Link}%'"
            )
        ).ShouldBe([0L]);
        await office.Anna.DoneAsync(new SetContactWish(citizen, false, false));
        await office.House.System.DoneAsync(new SendMessages());
        var failed = (await office.Anna.DoneAsync(new SeeMessages(citizen))).Messages[0];
        failed.Status.ShouldBe(MessageStatus.Failed);
        await office.Anna.DoneAsync(new SendAgain(citizen, failed.Id, MessageChannel.DigitalPost));
        await office.House.System.DoneAsync(new SendMessages());
        var file = Directory
            .GetFiles(Path.Combine(office.House.Municipality.Folder, "udgaaende", "digital-post"))
            .ShouldHaveSingleItem();
        File.ReadAllText(file).ShouldContain($"https://localhost/tid/{invited.Link}");
        (
            await office.House.ReadAsync(
                "select count(*) from messages where status = 'lagt-frem' and link is not null"
            )
        ).ShouldBe([0L]);
        (await office.House.As(Actor.Anonymous).DoneAsync(new OpenLink(invited.Link, Born))).Times.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("sms", true, "12345678", false, false, "digital-post")]
    [InlineData("sms", false, "12345678", false, false, "sms")]
    [InlineData("sms", false, "12345678", false, true, "digital-post")]
    [InlineData("sms", false, null, false, false, "digital-post")]
    [InlineData("digital-post", true, null, true, false, "brev")]
    [InlineData("e-mail", false, null, true, false, "brev")]
    [InlineData("brev", true, null, false, false, "brev")]
    public void What_binds_goes_by_post_and_the_citizens_registration_has_the_last_word(
        string wanted,
        bool binding,
        string? phone,
        bool exempt,
        bool noTexts,
        string channel
    )
    {
        var chosen = MessageChannels.Choose(new(phone, null, exempt, noTexts), MessageChannel.Stored(wanted), binding);
        chosen.Channel.Code.ShouldBe(channel);
        (chosen.Note is null).ShouldBe(chosen.Channel.Code == wanted);
    }

    [Theory]
    [InlineData(3, 8)]
    [InlineData(12, 12)]
    [InlineData(21, 32)]
    public void No_telephone_rings_in_the_night(int hour, int first)
    {
        var midnight = new DateTime(2024, 1, 2).DanishInstant();
        SendingHours.First(MessageChannel.Sms, midnight.AddHours(hour)).ShouldBe(midnight.AddHours(first));
        SendingHours.First(MessageChannel.DigitalPost, midnight.AddHours(hour)).ShouldBe(midnight.AddHours(hour));
    }

    private static async Task<int> RemindAsync(JobOffice office) =>
        (await office.House.System.DoneAsync(new MakeReminders())).Count;

    private static async Task<
        IReadOnlyList<(MessageKind Kind, MessageChannel Channel, MessageStatus Status)>
    > StatesAsync(JobOffice office, CitizenId citizen) =>
        [
            .. (await office.Anna.DoneAsync(new SeeMessages(citizen))).Messages.Select(m =>
                ((MessageKind)m.Kind, m.Channel, m.Status)
            ),
        ];

    private sealed class GoodCarrier : IMessageTransport
    {
        public string Carrier => "udbyderen";

        public bool IsConnected => true;

        public Task<Outcome<Dispatched>> SendAsync(OutgoingMessage message, CancellationToken ct = default) =>
            Task.FromResult<Outcome<Dispatched>>(new Dispatched(Carrier));
    }

    private sealed class DeadCarrier : IMessageTransport
    {
        public string Carrier => "ingen";

        public bool IsConnected => true;

        public Task<Outcome<Dispatched>> SendAsync(OutgoingMessage message, CancellationToken ct = default) =>
            Task.FromResult<Outcome<Dispatched>>(new Refusal("carrier.down", "Der er ingen forbindelse."));
    }
}
