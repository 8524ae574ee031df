using Virker.Casework;
using Virker.Kernel;
using Virker.Platform;
using Virker.Tests.Support;

namespace Virker.Tests.Casework;

/// <summary>
/// A citizen can come, ring and open the video by what the message says; and what nobody has written is said to be
/// missing.
/// </summary>
public sealed class MessageWordTests
{
    [Theory, EachDatabase]
    public async Task A_call_up_says_where_with_whom_from_whom_and_where_to_ring(Dialect dialect)
    {
        await using var office = await JobOffice.OpenAsync(dialect);
        var (bare, whole, video) = (
            await office.CitizenAsync(),
            await office.CitizenAsync(),
            await office.CitizenAsync()
        );
        await office.BookAsync(bare, office.At(7, 9), MeetingChannel.Attendance);
        (await TextAsync(office, bare)).ShouldContain(
            "adressen er ikke skrevet ind endnu, så kontakt kommunen",
            customMessage: "nobody is asked to ring a number that is not there"
        );
        var leader = office.House.As(Role.TeamLeader, office.Team.Value);
        (await leader.DoneAsync(new SeeMeetingPlaces())).Places.ShouldHaveSingleItem().IsWhole.ShouldBeFalse();
        (await leader.RefusedAsync(new SetMeetingPlace("Jobcenteret", "", "1234", ""))).ShouldBe("meeting-place.phone");
        (await leader.RefusedAsync(new SetMeetingPlace("Jobcenteret", "", "", "http://video.example"))).ShouldBe(
            "meeting-place.video"
        );
        (await office.Anna.RefusedAsync(new SetMeetingPlace("Jobcenteret", "Prøvevej 1", "", ""))).ShouldBe(
            "permission.denied"
        );
        await leader.DoneAsync(
            new SetMeetingPlace("Jobcenteret", "Prøvevej 1", "00 00 00 12", "https://video.example/rum")
        );
        (await leader.DoneAsync(new SeeMeetingPlaces())).Places.ShouldHaveSingleItem().IsWhole.ShouldBeTrue();
        await office.BookAsync(whole, office.At(8, 9), MeetingChannel.Attendance);
        var text = await TextAsync(office, whole);
        foreach (
            var part in new[]
            {
                "Lokale 1",
                "Prøvevej 1",
                "hos Anna Prøvesen",
                "ring på 00 00 00 12",
                "Venlig hilsen\nAnna Prøvesen",
                office.House.Municipality.Name,
            }
        )
            text.ShouldContain(part);
        await office.BookAsync(video, office.At(8, 13), MeetingChannel.Video);
        (await TextAsync(office, video)).ShouldContain("https://video.example/rum");
    }

    [Fact]
    public async Task A_reminder_names_the_municipality_and_the_place_and_nothing_of_the_case()
    {
        await using var office = await JobOffice.OpenAsync(Dialect.Sqlite);
        var citizen = await office.CitizenAsync();
        await office.BookAsync(citizen, office.At(7, 10), MeetingChannel.Attendance);
        office.House.Clock.Set(office.At(7, 10).AddHours(-30));
        await office.House.System.DoneAsync(new MakeReminders());
        var text = await TextAsync(office, citizen, MessageKind.Reminder);
        foreach (var part in new[] { office.House.Municipality.Name, "Lokale 1", "kontakt kommunen" })
            text.ShouldContain(part);
        foreach (var part in new[] { "ydelse", "job og", "plan" })
            text.ShouldNotContain(part);
    }

    private static async Task<string> TextAsync(
        JobOffice office,
        CitizenId citizen,
        MessageKind? kind = null
    ) =>
        (await office.Anna.DoneAsync(new SeeMessages(citizen)))
            .Messages.First(m => m.Kind.Equals(kind ?? MessageKind.CallUp))
            .Text;
}
