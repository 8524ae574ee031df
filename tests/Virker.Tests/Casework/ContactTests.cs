using Virker.Casework;
using Virker.Kernel;
using Virker.Platform;
using Virker.Tests.Support;

namespace Virker.Tests.Casework;

/// <summary>
/// How the jobcenter is reached: what is written and nothing else, and for a citizen who has the case.
/// </summary>
public sealed class ContactTests
{
    [Theory, EachDatabase]
    public async Task Anybody_sees_what_is_written_and_a_citizen_who_has_their_case(Dialect dialect)
    {
        await using var office = await JobOffice.OpenAsync(dialect);
        var citizen = await office.CitizenAsync();
        var visitor = office.House.As(Role.Public);
        (await visitor.DoneAsync(new SeeContact())).ShouldBe(
            new JobcenterContact(office.House.Municipality.Name, null, null, null)
        );
        await office
            .House.As(Role.Administrator)
            .DoneAsync(
                new SetMeetingPlace("Jobcenteret", "Prøvevej 1", "00 00 00 12", "") { Hours = "Mandag–fredag kl. 9–13" }
            );
        (await visitor.DoneAsync(new SeeContact())).ShouldBe(
            new JobcenterContact(office.House.Municipality.Name, "Prøvevej 1", "00 00 00 12", "Mandag–fredag kl. 9–13")
        );
        var own = await office.House.As(citizen).DoneAsync(new SeeContact());
        (own.Worker, own.Team).ShouldBe(("Anna Prøvesen", "Jobteamet"));
    }

    [Fact]
    public async Task The_own_case_says_with_whom_and_where_the_next_conversation_is()
    {
        await using var office = await JobOffice.OpenAsync(Dialect.Sqlite);
        var citizen = await office.CitizenAsync();
        await office.House.As(Role.Administrator).DoneAsync(new SetMeetingPlace("Jobcenteret", "Prøvevej 1", "", ""));
        await office.BookAsync(citizen, office.At(7, 9), MeetingChannel.Attendance);
        var next = (await office.House.As(citizen).DoneAsync(new SeeOwnCase(citizen))).Coming.Single();
        (next.Worker, next.Where).ShouldBe(("Anna Prøvesen", "Lokale 1, Jobcenteret, Prøvevej 1"));
        office.House.Clock.Set(office.At(9, 9));
        (await office.House.As(citizen).DoneAsync(new SeeOwnCase(citizen))).Coming.ShouldBeEmpty(
            "a conversation that has passed is not coming"
        );
    }
}
