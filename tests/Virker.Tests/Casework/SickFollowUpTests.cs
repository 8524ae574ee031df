using Virker.Casework;
using Virker.Kernel;
using Virker.Platform;
using Virker.Tests.Support;

namespace Virker.Tests.Casework;

/// <summary>A follow-up that is late says so, one that the law does not count says why.</summary>
public sealed class SickFollowUpTests
{
    [Theory, EachDatabase]
    public async Task The_first_follow_up_counts_when_it_is_by_attendance_and_a_video_before_it_does_not(
        Dialect dialect
    )
    {
        await using var office = await JobOffice.OpenAsync(dialect);
        var citizen = await office.CitizenAsync(since: office.Today.AddDays(-50), benefit: 6);
        await HoldAsync(office, citizen, MeetingChannel.Video);
        var first = await FirstAsync(office, citizen);
        (first.InPerson, first.State, first.NotCounted!.Value.Channel).ShouldBe(
            (true, first.State, MeetingChannel.Video)
        );
        first.State.ShouldNotBe(DueState.Held);
        office.House.Clock.Set(first.By.AddDays(3).ToDateTime(new TimeOnly(9, 0)).DanishInstant());
        var reason = (await office.Anna.DoneAsync(new SeeToday()))
            .Rows.Single(r => r.Citizen == citizen)
            .Reasons.First(r => r.Reason == WorkReason.Overdue);
        reason.Why.ShouldContain("tæller ikke");
        await HoldAsync(office, citizen, MeetingChannel.Attendance);
        var held = await FirstAsync(office, citizen);
        (held.State, held.IsLate, held.On).ShouldBe((DueState.Held, true, office.House.Clock.Today));
    }

    private static async Task HoldAsync(JobOffice office, CitizenId citizen, MeetingChannel channel)
    {
        var begun = await office.Anna.DoneAsync(new BeginConversation(citizen, channel));
        await office.Anna.DoneAsync(new HoldConversation(citizen, begun.Id, 1, channel, "Vi talte om arbejdet."));
    }

    private static async Task<DueConversation> FirstAsync(JobOffice office, CitizenId citizen) =>
        (await office.Anna.DoneAsync(new SeeSickCase(citizen))).Course!.Conversations[0];
}
