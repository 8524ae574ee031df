using Virker.Committee;
using Virker.Kernel;
using Virker.Platform;
using Virker.Targets;
using Virker.Tests.Support;

namespace Virker.Tests.Committee;

public sealed class KeepTests
{
    private static readonly string Others =
        ReadingRoom.Minutes.Replace("Fiktivby", "Andenby", StringComparison.Ordinal);

    [Theory, EachDatabase]
    public async Task Another_municipality_s_paper_is_kept_in_the_library_as_it_was_corrected(Dialect dialect)
    {
        await using var room = await ReadingRoom.OnAsync(dialect);
        var id = await room.ReadAsync(Others);
        await room.CorrectAsync(id, "punkt-2", ("items/1/title", "Status på lærlinge hos bagere"),
            ("items/1/decisions/0/kind", "discussed"));
        var kept = await room.Clerk.DoneAsync(new KeepInLibrary(id));
        var meeting = await room.Office.ReadAsync(kept.Meeting!.Value);
        (meeting.Meeting.Committee.Municipality, meeting.Items[1].Head.Title, meeting.Items[1].Decisions.Single().Kind)
            .ShouldBe(("Andenby Kommune", "Status på lærlinge hos bagere", "discussed"));
        meeting.Attendance.Select(a => a.Person.Name).ShouldBe(["Aase Prøvesen", "Bo Prøvesen"]);
        (await room.Clerk.DoneAsync(new ListMeetings())).Meetings.ShouldBeEmpty();
        (await room.SeeAsync(id)).Reading.ShouldSatisfyAllConditions(r => r.State.ShouldBe(ReadingState.Kept), r =>
            r.KeptAs.ShouldBe("library"), r => r.KeptBy.ShouldBe(room.Clerk.Actor.Name));
        (await room.SendAsync(id, "punkt-2")).Refusal!.Code.ShouldBe("reading.kept");
        (await room.Clerk.RefusedAsync(new KeepInLibrary(id))).ShouldBe("reading.kept");
        (await room.Clerk.RefusedAsync(new KeepAsOwn(id, null))).ShouldBe("reading.kept");
    }

    [Theory, EachDatabase]
    public async Task The_committee_s_own_paper_stands_closed_until_it_is_published_and_promises_nothing(
        Dialect dialect)
    {
        await using var room = await ReadingRoom.OnAsync(dialect);
        var id = await room.ReadAsync(ReadingRoom.Minutes);
        (await room.Clerk.RefusedAsync(new KeepInLibrary(id))).ShouldBe("reading.is-own");
        var kept = await room.Clerk.DoneAsync(new KeepAsOwn(id, room.Office.Committee));
        var meeting = await room.Office.ReadAsync(kept.Meeting!.Value);
        (meeting.Meeting.Committee.Id, meeting.Meeting.Committee.Municipality, meeting.Items.Count)
            .ShouldBe((room.Office.Committee, null, 2));
        meeting.Items.Select(i => i.Head.IsOpen).ShouldBe([true, false], "where nothing is printed, nothing is opened");
        meeting.Items[1].FollowUps.ShouldEachBe(f => f.State == FollowUpState.Suggested);
        (await room.Office.Members[0].RefusedAsync(new ReadMeeting(kept.Meeting.Value))).ShouldBe(
            "committee-meeting.not-found"
        );
        var anybody = room.House.As(Actor.Anonymous);
        (await anybody.RefusedAsync(new ReadPublishedMeeting(kept.Meeting.Value))).ShouldBe(
            "committee-meeting.not-found"
        );

        await room.Clerk.DoneAsync(new PublishMinutes(kept.Meeting.Value));

        (await anybody.DoneAsync(new ReadPublishedMeeting(kept.Meeting.Value)))
            .Meeting.Items.Select(i => i.Title)
            .ShouldBe(["Godkendelse af dagsorden"]);
        (await room.Office.Members[0].DoneAsync(new ReadMeeting(kept.Meeting.Value))).Items.Count.ShouldBe(2);
    }

    [Theory, EachDatabase]
    public async Task Nothing_is_kept_as_own_under_a_name_or_a_day_that_is_in_doubt(Dialect dialect)
    {
        await using var room = await ReadingRoom.OnAsync(dialect);
        var others = await room.ReadAsync(Others);
        (await room.Clerk.RefusedAsync(new KeepAsOwn(others, room.Office.Committee))).ShouldBe("reading.of-others");
        var nobody = await room.ReadAsync(
            ReadingRoom.Minutes.Replace("Fiktivby Kommune", "", StringComparison.Ordinal),
            "uden.txt"
        );
        (await room.Clerk.RefusedAsync(new KeepAsOwn(nobody, room.Office.Committee))).ShouldBe("reading.whose");
        (await room.Clerk.RefusedAsync(new KeepInLibrary(nobody))).ShouldBe("reading.doubtful");
        await room.CorrectAsync(nobody, "moedet", ("document/municipality", "Fiktivby Kommune"));
        (await room.Clerk.DoneAsync(new KeepAsOwn(nobody, null))).Meeting.ShouldNotBeNull();
    }

    [Theory, EachDatabase]
    public async Task A_meeting_that_stands_there_is_left_alone(Dialect dialect)
    {
        await using var room = await ReadingRoom.OnAsync(dialect);
        var id = await room.ReadAsync(ReadingRoom.Minutes);
        await room.Clerk.DoneAsync(
            new ImportMinutes(
                MinutesReader
                    .Read(SourceReader.Read(System.Text.Encoding.UTF8.GetBytes(ReadingRoom.Minutes)).Value)
                    .Value,
                "før.txt"
            )
        );
        (await room.Clerk.RefusedAsync(new KeepAsOwn(id, room.Office.Committee))).ShouldBe("reading.meeting-there");
        (await room.House.CountAsync("committee_meetings")).ShouldBe(1);
        (await room.SeeAsync(id)).Reading.State.ShouldBe(ReadingState.Read);
    }

    [Theory, EachDatabase]
    public async Task A_plan_is_kept_among_the_plans_and_is_in_force_nowhere(Dialect dialect)
    {
        await using var room = await ReadingRoom.OnAsync(dialect);
        var id = await room.ReadAsync(ReadingRoom.Plan, "plan.txt");
        var part = (await room.SeeAsync(id)).Parts.First(p => p.Id != "planen");
        await room.CorrectAsync(id, part.Id,
            (part.Fields.First(f => f.Path.EndsWith("/removed", StringComparison.Ordinal)).Path, "true"));
        (await room.Clerk.RefusedAsync(new KeepAsOwn(id, null))).ShouldBe("reading.is-plan");
        var kept = await room.Clerk.DoneAsync(new KeepInLibrary(id));
        var plan = await room.Clerk.DoneAsync(new ReadPlan(kept.Plan!.Value));
        (plan.Plan.IsInForce, plan.Plan.IsOthers, plan.Themes.Sum(t => t.Measures.Count)).ShouldBe((false, true, 1));
        (await room.Clerk.DoneAsync(new RemoveReading(id))).ShouldBe(Done.It);
        (await room.Clerk.DoneAsync(new ReadPlan(kept.Plan.Value))).Themes.ShouldNotBeEmpty("what was kept stays");
    }
}
