using System.Text;
using Virker.Casework;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;
using Virker.Tests.Support;
using Virker.Web;

namespace Virker.Tests.Casework;

public sealed class CalendarFeedTests
{
    [Theory, EachDatabase]
    public async Task A_worker_has_one_secret_address_that_tells_times_and_nobodys_name(Dialect dialect)
    {
        await using var office = await JobOffice.OpenAsync(dialect);
        var citizen = await office.CitizenAsync();
        var booked = await office.BookAsync(citizen, office.At(1, 10), MeetingChannel.Attendance);
        var first = (await office.Anna.DoneAsync(new MakeCalendarFeed())).Link!;
        var anyone = office.House.As(Actor.Anonymous);
        var entry = (await anyone.DoneAsync(new ReadCalendarFeed(first))).Entries.ShouldHaveSingleItem();
        (entry.From, entry.Place, entry.Cancelled).ShouldBe((office.At(1, 10), "Lokale 1", false));
        await office.Anna.DoneAsync(new EndMeeting(citizen, booked.Id, 1, MeetingStatus.Cancelled, "Kursus"));
        var after = (await anyone.DoneAsync(new ReadCalendarFeed(first))).Entries[0];
        (after.Cancelled, after.Version > entry.Version).ShouldBe((true, true));
        var second = (await office.Anna.DoneAsync(new MakeCalendarFeed())).Link!;
        (await anyone.RefusedAsync(new ReadCalendarFeed(first))).ShouldBe("feed.not-found");
        await office.Anna.DoneAsync(new MakeCalendarFeed(Revoke: true));
        (await anyone.RefusedAsync(new ReadCalendarFeed(second))).ShouldBe("feed.not-found");
        (await office.House.ReadAsync($"select count(*) from journal where after like '%{second}%'")).ShouldBe([0L]);
    }

    [Fact]
    public void A_calendar_file_is_in_UTC_with_folded_lines_and_escaped_text()
    {
        var summary =
            "Samtale, med komma; semikolon\nog ny linje, og så lang en tekst, at linjen må brydes – også midt i æøå og i en række af å'er: åååååååååååååååååååååååååååååååååååååå";
        var winter = new DateTime(2024, 1, 3, 10, 0, 0).DanishInstant();
        var summer = new DateTime(2024, 7, 3, 10, 0, 0).DanishInstant();
        var text = ICalendar.Of(
            "Prøve",
            winter,
            [
                new("en@virker", winter, winter.AddMinutes(45), summary) { Sequence = 1234 },
                new("to@virker", summer, summer.AddMinutes(45), "Sommer") { Cancelled = true },
            ]
        );
        text.Split("\r\n").ShouldEachBe(line => Encoding.UTF8.GetByteCount(line) <= 75);
        var unfolded = text.Replace("\r\n ", "");
        unfolded.ShouldContain("DTSTART:20240103T090000Z\r\nDTEND:20240103T094500Z\r\n");
        unfolded.ShouldContain("DTSTART:20240703T080000Z\r\n");
        unfolded.ShouldContain("SEQUENCE:1234\r\n");
        unfolded.ShouldContain(
            "SUMMARY:" + summary.Replace(",", "\\,").Replace(";", "\\;").Replace("\n", "\\n") + "\r\n"
        );
        unfolded.ShouldContain("STATUS:CANCELLED\r\n");
        unfolded.Replace("\r\n", "").ShouldNotContain("\n");
    }
}
