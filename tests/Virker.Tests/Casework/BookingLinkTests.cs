using Virker.Casework;
using Virker.Kernel;
using Virker.Platform;
using Virker.Tests.Support;

namespace Virker.Tests.Casework;

public sealed class BookingLinkTests
{
    private static readonly DateOnly Born = new(1980, 1, 1);

    [Theory, EachDatabase]
    public async Task The_citizen_books_and_moves_inside_the_window_through_the_link(Dialect dialect)
    {
        await using var office = await JobOffice.OpenAsync(dialect);
        var (citizen, invited) = await InvitedAsync(office);
        var anyone = office.House.As(Actor.Anonymous);
        var view = await anyone.DoneAsync<OpenLink, LinkView>(new(invited.Link, Born));
        view.Booked.ShouldBeNull();
        var booked = await anyone.DoneAsync<BookByLink, BookedByLink>(new(invited.Link, Born, view.Times[0], MeetingChannel.Phone));
        (await anyone.DoneAsync<OpenLink, LinkView>(new(invited.Link, Born))).Booked.ShouldBe(booked.At);
        await anyone.DoneAsync<BookByLink, BookedByLink>(new(invited.Link, Born, view.Times[1], MeetingChannel.Phone));
        (await office.House.ReadAsync("select count(*) from meetings where booked_by_citizen and status = 'planlagt'".Replace("booked_by_citizen and", dialect == Dialect.Sqlite ? "booked_by_citizen = 1 and" : "booked_by_citizen and"))).ShouldBe([1L]);
        (await office.Anna.DoneAsync<SeeCitizen, CitizenOverview>(new(citizen))).Now.Course!.Conversations[0].State.ShouldBe(DueState.Booked);
    }

    [Fact]
    public async Task A_link_opens_nothing_without_the_birthday_after_its_window_or_when_a_newer_one_is_made()
    {
        await using var office = await JobOffice.OpenAsync(Dialect.Sqlite);
        var (citizen, invited) = await InvitedAsync(office);
        var anyone = office.House.As(Actor.Anonymous);
        (await anyone.RefusedAsync<OpenLink, LinkView>(new(invited.Link, Born.AddDays(1)))).ShouldBe("link.birthday");
        (await anyone.RefusedAsync<OpenLink, LinkView>(new(new string('0', 32), Born))).ShouldBe("link.not-found");
        var newer = await office.Anna.DoneAsync<InviteToBook, InvitedToBook>(new(citizen, CallUpChannel.Text, "", true));
        (await anyone.RefusedAsync<OpenLink, LinkView>(new(invited.Link, Born))).ShouldBe("link.not-found");
        office.House.Clock.Advance(TimeSpan.FromDays(10));
        (await anyone.RefusedAsync<OpenLink, LinkView>(new(newer.Link, Born))).ShouldBe("link.not-found");
        (await office.House.ReadAsync("select count(*) from journal where after like '%" + newer.Link + "%'")).ShouldBe([0L]);
    }

    [Fact]
    public async Task Nobody_is_invited_into_a_void()
    {
        await using var office = await JobOffice.OpenAsync(Dialect.Sqlite);
        (await office.Anna.RefusedAsync<InviteToBook, InvitedToBook>(new(await office.CitizenAsync(), CallUpChannel.Text, "", true))).ShouldBe("invite.no-times");
    }

    [Fact]
    public async Task A_time_that_was_never_open_is_not_to_be_had()
    {
        await using var office = await JobOffice.OpenAsync(Dialect.Sqlite);
        var (_, invited) = await InvitedAsync(office);
        (await office.House.As(Actor.Anonymous).RefusedAsync<BookByLink, BookedByLink>(new(invited.Link, Born, office.At(1, 15), MeetingChannel.Phone))).ShouldBe("booking.taken");
    }

    private static async Task<(CitizenId Citizen, InvitedToBook Invited)> InvitedAsync(JobOffice office)
    {
        var citizen = await office.CitizenAsync();
        await office.Anna.DoneAsync<OpenSlots, SlotsOpened>(new(office.Today.AddDays(1), office.Today.AddDays(6), [DayOfWeek.Wednesday, DayOfWeek.Thursday], new(9, 0), new(12, 0), 45));
        return (citizen, await office.Anna.DoneAsync<InviteToBook, InvitedToBook>(new(citizen, CallUpChannel.Text, "", true)));
    }
}
