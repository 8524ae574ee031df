using System.Text;
using Virker.Committee;
using Virker.Kernel;
using Virker.Platform;
using Virker.Tests.Support;

namespace Virker.Tests.Committee;

public sealed class UploadTests
{
    [Theory, EachDatabase]
    public async Task Papers_wait_are_read_and_say_what_they_are(Dialect dialect)
    {
        await using var room = await ReadingRoom.OnAsync(dialect);
        var uploaded = await room.UploadAsync(("referat.txt", ReadingRoom.Minutes), ("plan.txt", ReadingRoom.Plan));
        uploaded.Added.Count.ShouldBe(2);
        (await ListAsync(room)).Select(r => (r.State, r.Kind))
            .ShouldBe([(ReadingState.Waiting, null), (ReadingState.Waiting, null)]);

        await room.WorkAsync();

        var read = (await ListAsync(room)).ToDictionary(r => r.Name);
        (read["referat.txt"].State, read["referat.txt"].Kind, read["referat.txt"].Title)
            .ShouldBe((ReadingState.Read, "referat", "Beskæftigelsesudvalget, 8. januar 2024"));
        read["referat.txt"].Doubts.ShouldBeGreaterThan(0);
        (read["plan.txt"].State, read["plan.txt"].Kind).ShouldBe((ReadingState.Read, "plan"));
    }

    [Theory, EachDatabase]
    public async Task The_house_reads_by_itself_as_soon_as_papers_are_handed_in(Dialect dialect)
    {
        await using var room = await ReadingRoom.OnAsync(dialect);
        await room.UploadAsync(("referat.txt", ReadingRoom.Minutes));
        await using var scope = room.House.Scope(Actor.System);

        await ((JobRunner)scope.ServiceProvider.GetService(typeof(JobRunner))!).RunDueAsync(room.House.Municipality);

        (await ListAsync(room)).ShouldHaveSingleItem().State.ShouldBe(ReadingState.Read);
    }

    [Theory, EachDatabase]
    public async Task What_cannot_be_read_says_why_and_the_others_are_read(Dialect dialect)
    {
        await using var room = await ReadingRoom.OnAsync(dialect);
        var uploaded =
            await room.UploadAsync(("billede.png", new byte[] { 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1 }),
            ("tom.txt", []), ("indkoeb.txt", Encoding.UTF8.GetBytes("Mælk\nBrød\nSmør")),
            ("halv.pdf", Encoding.ASCII.GetBytes("%PDF-1.7\nikke en pdf")),
                ("referat.txt", Encoding.UTF8.GetBytes(ReadingRoom.Minutes)));
        uploaded.Refused.Select(r => r.Name).ShouldBe(["billede.png", "tom.txt"]);
        uploaded.Refused.ShouldEachBe(r => r.Why.EndsWith('.'));

        await room.WorkAsync();

        var read = (await ListAsync(room)).ToDictionary(r => r.Name);
        read["indkoeb.txt"].State.ShouldBe(ReadingState.Failed);
        read["indkoeb.txt"].Problem!.ShouldStartWith("Der er ingen punkter");
        read["halv.pdf"].State.ShouldBe(ReadingState.Failed);
        read["referat.txt"].State.ShouldBe(ReadingState.Read);
    }

    [Theory, EachDatabase]
    public async Task Old_encodings_are_taken_and_read(Dialect dialect)
    {
        await using var room = await ReadingRoom.OnAsync(dialect);
        await room.UploadAsync(("vestlig.txt", Encoding.Latin1.GetBytes(ReadingRoom.Minutes)),
            ("bred.txt", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(ReadingRoom.Minutes)]));
        await room.WorkAsync();
        (await ListAsync(room)).ShouldEachBe(r =>
            r.State == ReadingState.Read && r.Title == "Beskæftigelsesudvalget, 8. januar 2024");
    }

    [Theory, EachDatabase]
    public async Task The_same_file_is_noticed_whatever_it_is_called(Dialect dialect)
    {
        await using var room = await ReadingRoom.OnAsync(dialect);
        var first = (await room.UploadAsync(("referat.txt", ReadingRoom.Minutes), ("kopi.txt", ReadingRoom.Minutes)));
        first.Added.Count.ShouldBe(1);
        first.Known.ShouldHaveSingleItem().ShouldBe(new("kopi.txt", first.Added[0], "referat.txt"));
        var again = await room.UploadAsync(("igen.txt", ReadingRoom.Minutes));
        (again.Added.Count, again.Known.Single().Reading).ShouldBe((0, first.Added[0]));
        (await room.House.CountAsync("files")).ShouldBe(1);
    }

    [Theory, EachDatabase]
    public async Task A_paper_is_taken_away_with_all_that_was_read_also_while_it_is_read(Dialect dialect)
    {
        await using var room = await ReadingRoom.OnAsync(dialect);
        var read = await room.ReadAsync(ReadingRoom.Minutes);
        await room.CorrectAsync(read, "moedet", ("document/place", "Biblioteket"));
        await room.Clerk.DoneAsync(new RemoveReading(read));
        foreach (var table in new[] { "committee_readings", "committee_reading_texts", "committee_reading_corrections",
            "files" }) (await room.House.CountAsync(table)).ShouldBe(0, table);

        var begun = (await room.UploadAsync(("plan.txt", ReadingRoom.Plan))).Added.Single();
        await room.House.System.DoneAsync(new BeginReading());
        await room.Clerk.DoneAsync(new RemoveReading(begun));
        await room.House.System.DoneAsync(ReadPapers.Read(begun, Encoding.UTF8.GetBytes(ReadingRoom.Plan)));
        (await room.House.CountAsync("committee_readings")).ShouldBe(0);
    }

    [Theory, EachDatabase]
    public async Task What_stops_the_house_twice_is_not_tried_a_third_time(Dialect dialect)
    {
        await using var room = await ReadingRoom.OnAsync(dialect);
        var id = (await room.UploadAsync(("referat.txt", ReadingRoom.Minutes))).Added.Single();
        for (var i = 0; i < 2; i++)
            (await room.House.System.DoneAsync(new BeginReading())).Reading.ShouldBe(id);
        (await room.House.System.DoneAsync(new BeginReading())).Reading.ShouldBeNull();
        (await ListAsync(room)).Single().Problem!.ShouldContain("afbrudt");
        await room.Clerk.DoneAsync(new ReadAgain(id));
        await room.WorkAsync();
        (await ListAsync(room)).Single().State.ShouldBe(ReadingState.Read);
    }

    [Theory, EachDatabase]
    public async Task Nobody_but_the_clerk_has_anything_to_do_with_it_and_the_journal_holds_no_word_of_it(
        Dialect dialect)
    {
        await using var room = await ReadingRoom.OnAsync(dialect);
        var id = await room.ReadAsync(ReadingRoom.Minutes);
        foreach (var role in Role.SignedIn.Where(r => r != Role.Clerk))
        {
            var seat = room.House.As(role);
            (await seat.RefusedAsync(new ListReadings())).ShouldBe("permission.denied", role.Name);
            (await seat.RefusedAsync(new OpenReadingFile(id))).ShouldBe("permission.denied", role.Name);
            (await seat.RefusedAsync(new SeeReadingPart(id, "moedet"))).ShouldBe("permission.denied", role.Name);
        }

        (await room.House.ReadAsync("select after from journal where entity = 'committee_reading_texts'"))
            .ShouldEachBe(after => ((string)after!).Contains("(hemmelig)") && !((string)after).Contains("1f8b"));
    }

    private static async Task<IReadOnlyList<ReadingLine>> ListAsync(ReadingRoom room) =>
        (await room.Clerk.DoneAsync(new ListReadings())).Readings;
}
