using Virker.Casework;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;
using Virker.Tests.Support;

namespace Virker.Tests.Casework;

public sealed class WaitingListTests
{
    private static readonly DateOnly Born = new(1980, 1, 1);

    [Theory, EachDatabase]
    public async Task A_time_that_becomes_free_is_offered_to_the_first_who_waits_then_to_the_next(Dialect dialect)
    {
        await using var office = await JobOffice.OpenAsync(dialect);
        var (first, second, third) = (
            await WaitingAsync(office, 20, 9),
            await WaitingAsync(office, 20, 11),
            await office.CitizenAsync()
        );
        (await OfferAsync(office)).ShouldBe(new SlotsOffered(0, 0));
        await OpenOneAsync(office, 6);
        (await OfferAsync(office)).ShouldBe(new SlotsOffered(1, 0));
        (await OfferAsync(office)).ShouldBe(new SlotsOffered(0, 0));
        (await office.Anna.DoneAsync(new SeeBooking(third))).OwnSlots.ShouldBeEmpty("the time is held");
        var anyone = office.House.As(Actor.Anonymous);
        var link = await LinkAsync(office, first);
        (await anyone.RefusedAsync(new OpenOffer(link, Born.AddYears(1)))).ShouldBe("link.birthday");
        (await anyone.DoneAsync(new AnswerOffer(link, Born, false))).Accepted.ShouldBeFalse();
        (await OfferAsync(office)).ShouldBe(new SlotsOffered(1, 0));
        var taken = await anyone.DoneAsync(new AnswerOffer(await LinkAsync(office, second), Born, true));
        taken.At.ShouldBe(office.At(6, 9));
        (await office.Anna.DoneAsync(new SeeWaiting(second))).Meetings.ShouldHaveSingleItem().Place.ShouldBeNull();
        (await anyone.RefusedAsync(new OpenOffer(link, Born))).ShouldBe("offer.over");
        (await office.House.CountAsync("booked_times")).ShouldBe(2 * 2 * 3);
    }

    [Theory, EachDatabase]
    public async Task An_offer_that_nobody_answers_goes_on_and_a_cancelled_conversation_makes_room(Dialect dialect)
    {
        await using var office = await JobOffice.OpenAsync(dialect);
        await OpenOneAsync(office, 6);
        var blocker = await office.CitizenAsync();
        var booked = await office.BookAsync(blocker, office.At(6, 9));
        var (first, second) = (await WaitingAsync(office, 20, 9), await WaitingAsync(office, 20, 11));
        (await OfferAsync(office)).Offered.ShouldBe(0);
        await office.Anna.DoneAsync(new EndMeeting(blocker, booked.Id, 1, MeetingStatus.Excused, "Job"));
        (await OfferAsync(office)).Offered.ShouldBe(1);
        office.House.Clock.Advance(TimeSpan.FromHours(24));
        (await OfferAsync(office)).ShouldBe(new SlotsOffered(1, 1));
        (await office.Anna.DoneAsync(new SeeWaiting(first)))
            .Meetings[0]
            .Offers.Select(o => o.State)
            .ShouldBe([OfferState.Ended]);
        (await office.Anna.DoneAsync(new SeeWaiting(second)))
            .Meetings[0]
            .Offers.Select(o => o.State)
            .ShouldBe([OfferState.Offered]);
        (await office.Anna.DoneAsync(new SeeWaiting(first))).Meetings[0].Place.ShouldBe(1);
    }

    [Fact]
    public async Task Nobody_is_offered_anything_in_the_night_or_at_short_notice()
    {
        await using var office = await JobOffice.OpenAsync(Dialect.Sqlite);
        await WaitingAsync(office, 20, 9);
        await OpenOneAsync(office, 6);
        office.House.Clock.Set(office.At(5, 22));
        (await OfferAsync(office)).Offered.ShouldBe(0);
        office.House.Clock.Set(office.House.Clock.Today.AddDays(1).ToDateTime(new TimeOnly(8, 0)).DanishInstant());
        (await OfferAsync(office)).Offered.ShouldBe(0);
    }

    [Fact]
    public async Task The_citizen_joins_and_leaves_by_the_personal_link()
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
        var invited = await office.Anna.DoneAsync(new InviteToBook(citizen, MessageChannel.Sms, "", true));
        var anyone = office.House.As(Actor.Anonymous);
        (await anyone.RefusedAsync(new JoinByLink(invited.Link, Born))).ShouldBe("waiting.not-planned");
        var view = await anyone.DoneAsync(new OpenLink(invited.Link, Born));
        await anyone.DoneAsync(new BookByLink(invited.Link, Born, view.Times[^1], MeetingChannel.Phone));
        await anyone.DoneAsync(new JoinByLink(invited.Link, Born));
        await anyone.DoneAsync(new JoinByLink(invited.Link, Born));
        (await anyone.DoneAsync(new OpenLink(invited.Link, Born))).WaitsForEarlier.ShouldBeTrue();
        (await office.House.CountAsync("waiting_list")).ShouldBe(1);
        (await OfferAsync(office)).Offered.ShouldBe(1);
        await anyone.DoneAsync(new JoinByLink(invited.Link, Born, Leave: true));
        (await office.Anna.DoneAsync(new SeeWaiting(citizen)))
            .Meetings[0]
            .Offers.Select(o => o.State)
            .ShouldBe([OfferState.Declined]);
    }

    [Theory, EachDatabase]
    public async Task A_colleague_is_asked_for_times_and_opens_them_or_says_why_not(Dialect dialect)
    {
        await using var office = await JobOffice.OpenAsync(dialect);
        var (from, to) = (office.Today.AddDays(1), office.Today.AddDays(6));
        var asked = await office.Anna.DoneAsync(
            new AskForSlots(office.Bo.User, office.Team, from, to, 4, "Jeg er på kursus")
        );
        var whole = await office.Anna.DoneAsync(new AskForSlots(null, office.Team, from, to, 2, ""));
        (await office.Anna.RefusedAsync(new AskForSlots(office.Anna.User, office.Team, from, to, 2, ""))).ShouldBe(
            "slot-request.yourself"
        );
        (await office.Anna.RefusedAsync(new AskForSlots(null, NewId.Of<TeamId>(), from, to, 2, ""))).ShouldBe(
            "team.not-yours"
        );
        (await office.Bo.DoneAsync(new SeeSlotRequests()))
            .ToMe.Select(r => r.Id)
            .ShouldBe([asked.Id, whole.Id], ignoreOrder: true);
        (await office.Anna.DoneAsync(new SeeSlotRequests())).ToMe.ShouldBeEmpty();
        (await office.Bo.RefusedAsync(new AnswerSlotRequest(whole.Id, null))).ShouldBe("slot-request.reason");
        await office.Bo.DoneAsync(new AnswerSlotRequest(whole.Id, null, "Jeg har selv fuldt hus"));
        (
            await office.Bo.DoneAsync(
                new AnswerSlotRequest(asked.Id, new(from, to, [DayOfWeek.Wednesday], new(9, 0), new(12, 0), 45))
            )
        ).Opened.ShouldBe(4);
        (await office.Bo.RefusedAsync(new AnswerSlotRequest(asked.Id, null, "Alligevel ikke"))).ShouldBe(
            "slot-request.answered"
        );
        var seen = await office.Anna.DoneAsync(new SeeSlotRequests());
        seen.Mine.Select(r => (r.Opened, r.Reason))
            .ShouldBe([(4, null), (null, "Jeg har selv fuldt hus")], ignoreOrder: true);
        seen.Colleagues.ShouldHaveSingleItem().Free.ShouldBe(4);
        await office.Anna.DoneAsync(new SeenSlotAnswer(asked.Id));
        (await office.Anna.DoneAsync(new SeeSlotRequests())).Mine.Count.ShouldBe(1);
    }

    [Theory, EachDatabase]
    public async Task On_a_closing_day_nothing_is_opened_and_nothing_booked(Dialect dialect)
    {
        await using var office = await JobOffice.OpenAsync(dialect);
        var (leader, citizen) = (office.House.As(Role.TeamLeader, office.Team.Value), await office.CitizenAsync());
        await office.BookAsync(citizen, office.At(2, 12));
        (await leader.DoneAsync(new CloseDay(office.Today.AddDays(2), "Personaledag"))).MeetingsOnIt.ShouldBe(1);
        (await office.TryAsync(await office.CitizenAsync(), office.At(2, 10))).Refusal!.Code.ShouldBe("meeting.closed");
        (
            await office.Anna.DoneAsync(
                new OpenSlots(
                    office.Today.AddDays(2),
                    office.Today.AddDays(2),
                    [office.Today.AddDays(2).DayOfWeek],
                    new(9, 0),
                    new(12, 0),
                    45
                )
            )
        ).Count.ShouldBe(0);
        await leader.DoneAsync(new CloseDay(office.Today.AddDays(2), ""));
        (await office.TryAsync(await office.CitizenAsync(), office.At(2, 10))).IsRefused.ShouldBeFalse();
    }

    private static async Task<CitizenId> WaitingAsync(JobOffice office, int days, int hour)
    {
        var citizen = await office.CitizenAsync();
        var booked = await office.BookAsync(citizen, office.At(days, hour));
        await office.Anna.DoneAsync(new JoinWaitingList(citizen, booked.Id));
        office.House.Clock.Advance(TimeSpan.FromSeconds(1));
        return citizen;
    }

    private static Task<SlotsOpened> OpenOneAsync(JobOffice office, int days) =>
        office.Anna.DoneAsync(
            new OpenSlots(
                office.Today.AddDays(days),
                office.Today.AddDays(days),
                [office.Today.AddDays(days).DayOfWeek],
                new(9, 0),
                new(9, 45),
                45
            )
        );

    private static Task<SlotsOffered> OfferAsync(JobOffice office) => office.House.System.DoneAsync(new OfferSlots());

    /// <summary>The link as the citizen has it in hand: read from the letter that was laid out.</summary>
    private static async Task<string> LinkAsync(JobOffice office, CitizenId citizen)
    {
        await office.House.System.DoneAsync(new SendMessages());
        var name = (await office.Anna.DoneAsync(new SeeMessages(citizen))).Name;
        var letter = Directory
            .GetFiles(Path.Combine(office.House.Municipality.Folder, "udgaaende"), "*.txt", SearchOption.AllDirectories)
            .Select(File.ReadAllText)
            .First(t => t.Contains($"Til: {name}\n") && t.Contains("/ledig-tid/"));
        return letter[(letter.IndexOf("/ledig-tid/", StringComparison.Ordinal) + 11)..].Split('\n')[0].Trim();
    }
}
