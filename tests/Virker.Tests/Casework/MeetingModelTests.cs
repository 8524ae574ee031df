using FsCheck;
using FsCheck.Fluent;
using Virker.Casework;
using Virker.Kernel;
using Virker.Platform;
using Virker.Tests.Support;

namespace Virker.Tests.Casework;

/// <summary>
/// A conversation against a model that fits on a page: whatever somebody tries, in whatever order, the office answers
/// as the model does, and the calendar holds exactly what is agreed.
/// </summary>
[Trait("Pace", "Slow")]
public sealed class MeetingModelTests
{
    private static readonly MeetingStatus[] Ends =
    [
        MeetingStatus.Held,
        MeetingStatus.Missed,
        MeetingStatus.Excused,
        MeetingStatus.Cancelled,
    ];

    /// <summary>
    /// What somebody tries. <paramref name="Which"/>: a conversation, by its number; <paramref name="Time"/>: one of
    /// six on three working days.
    /// </summary>
    private sealed record Try(int What, int Which, int Time);

    private sealed class Modelled
    {
        public MeetingId Id { get; init; }

        public CitizenId Citizen { get; init; }

        public DateTimeOffset At { get; set; }

        public MeetingStatus Status { get; set; } = MeetingStatus.Planned;

        public int Version { get; set; } = 1;
    }

    [Fact]
    public void Whatever_is_tried_the_office_answers_as_the_model_does()
    {
        var attempt =
            from what in Gen.Choose(0, 6)
            from which in Gen.Choose(0, 3)
            from time in Gen.Choose(0, 5)
            select new Try(what, which, time);
        Prop.ForAll(Arb.From(attempt.ListOf(14)), tries => RunAsync([.. tries]).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(25));
    }

    private static async Task<bool> RunAsync(IReadOnlyList<Try> tries)
    {
        await using var office = await JobOffice.OpenAsync(Dialect.Sqlite);
        CitizenId[] citizens = [await office.CitizenAsync(), await office.CitizenAsync()];
        DateTimeOffset[] times = [.. Enumerable.Range(0, 6).Select(t => office.At(1 + (t / 2), 9 + (3 * (t % 2))))];
        List<Modelled> model = [];
        foreach (var attempt in tries)
        {
            if (attempt.What == 0)
                await BookAsync(office, model, citizens[attempt.Which % 2], times[attempt.Time]);
            else if (attempt.What == 1)
                office.House.Clock.Advance(TimeSpan.FromHours(13));
            else if (model.Count > 0 && attempt.What == 2)
                await MoveAsync(office, model, model[attempt.Which % model.Count], times[attempt.Time]);
            else if (model.Count > 0)
                await EndAsync(office, model[attempt.Which % model.Count], Ends[attempt.What - 3]);
            (await office.House.CountAsync("booked_times")).ShouldBe(
                model.Count(m => m.Status == MeetingStatus.Planned) * 2 * 3
            );
        }

        return true;
    }

    private static bool IsFree(JobOffice office, List<Modelled> model, DateTimeOffset at, Modelled? but = null) =>
        at > office.House.Clock.GetUtcNow()
        && model.All(m => m == but || m.Status != MeetingStatus.Planned || m.At != at);

    private static async Task BookAsync(JobOffice office, List<Modelled> model, CitizenId citizen, DateTimeOffset at)
    {
        var expected = IsFree(office, model, at);
        var booked = await office.TryAsync(citizen, at);
        booked.IsRefused.ShouldBe(!expected, $"book {at:O}: {booked.Refusal?.Code}");
        if (expected) model.Add(new Modelled { Id = booked.Value.Id, Citizen = citizen, At = at });
    }

    private static async Task MoveAsync(JobOffice office, List<Modelled> model, Modelled meeting, DateTimeOffset at)
    {
        var expected = meeting.Status == MeetingStatus.Planned && IsFree(office, model, at, meeting);
        var moved = await office.Anna.RunAsync(new RebookMeeting(meeting.Citizen, meeting.Id, meeting.Version, at));
        moved.IsRefused.ShouldBe(!expected, $"move a {meeting.Status} one: {moved.Refusal?.Code}");
        // Moved to its own time nothing is changed, and nothing is written.
        if (expected && at != meeting.At) (meeting.At, meeting.Version) = (at, meeting.Version + 1);
    }

    private static async Task EndAsync(JobOffice office, Modelled meeting, MeetingStatus to)
    {
        var now = office.House.Clock.GetUtcNow();
        var expected =
            meeting.Status != MeetingStatus.Planned
                ? meeting.Status == MeetingStatus.Missed && to == MeetingStatus.Excused
            : to == MeetingStatus.Held ? meeting.At.DanishDate() <= now.DanishDate()
            : to != MeetingStatus.Missed || meeting.At <= now;
        var refused =
            to == MeetingStatus.Held
                ? (
                    await office.Anna.RunAsync(
                        new HoldConversation(
                            meeting.Citizen,
                            meeting.Id,
                            meeting.Version,
                            MeetingChannel.Phone,
                            "Vi talte om arbejde."
                        )
                    )
                ).Refusal
                : (
                    await office.Anna.RunAsync(
                        new EndMeeting(meeting.Citizen, meeting.Id, meeting.Version, to, "Sådan gik det")
                    )
                ).Refusal;
        (refused is null).ShouldBe(expected, $"{meeting.Status} → {to}: {refused?.Code}");
        if (expected) (meeting.Status, meeting.Version) = (to, meeting.Version + 1);
    }
}
