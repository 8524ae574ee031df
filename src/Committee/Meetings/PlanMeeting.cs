using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Committee;

/// <summary>Plan a meeting of a committee; <paramref name="StartsAt"/> is local time, "16:30".</summary>
public sealed record PlanMeeting(
    CommitteeId Committee,
    CommitteeMeetingKind Kind,
    DateOnly HeldOn,
    string StartsAt,
    string Place
) : ICommand<MeetingPlanned>
{
    /// <summary>Local time, where it is known.</summary>
    public string? EndsAt { get; init; }
}

/// <summary>The meeting that was planned.</summary>
public sealed record MeetingPlanned(CommitteeMeetingId Meeting);

[Requires("committee.meeting.plan")]
internal sealed class PlanMeetingHandler(VirkerContext db, TimeProvider clock) : IUseCase<PlanMeeting, MeetingPlanned>
{
    public async Task<Outcome<MeetingPlanned>> RunAsync(PlanMeeting command, CancellationToken ct = default)
    {
        if (!await db.Set<CommitteeRow>().AnyAsync(c => c.Id == command.Committee && c.Municipality == null, ct))
            return Missing.Committee;
        var sameDay = await db.Set<CommitteeMeetingRow>()
            .AnyAsync(
                m =>
                    m.CommitteeId == command.Committee
                    && m.HeldOn == command.HeldOn
                    && m.State != MeetingState.Cancelled,
                ct
            );
        if (Decide(command, clock.Today(), sameDay) is { } refusal)
            return refusal;
        var meeting = new CommitteeMeetingRow
        {
            Id = NewId.Of<CommitteeMeetingId>(),
            CommitteeId = command.Committee,
            Kind = command.Kind,
            HeldOn = command.HeldOn,
            StartsAt = Printed(command.StartsAt),
            EndsAt = string.IsNullOrWhiteSpace(command.EndsAt) ? null : Printed(command.EndsAt),
            AnnouncedAt = clock.GetUtcNow(),
            Place = command.Place.Trim(),
        };
        db.Add(meeting);
        await db.SaveChangesAsync(ct);
        return new MeetingPlanned(meeting.Id);
    }

    /// <summary>As papers print it, whatever it was typed as: "16:30".</summary>
    private static string Printed(string clock) =>
        WrittenTime.Clock(clock).Value.ToString("HH:mm", CultureInfo.InvariantCulture);

    internal static Refusal? Decide(PlanMeeting command, DateOnly today, bool sameDay) => Refusal.Each(
        command.HeldOn < today
            ? new Refusal("committee-meeting.in-past",
                "Mødet skal ligge i dag eller senere.", Field: nameof(command.HeldOn)) : null,
        WrittenTime.Clock(command.StartsAt) is var start && start.IsRefused
            ? new Refusal("committee-meeting.no-time",
                "Skriv klokkeslættet som 16.30.", Field: nameof(command.StartsAt)) : null,
        !string.IsNullOrWhiteSpace(command.EndsAt)
            && WrittenTime.Clock(command.EndsAt) is var end
            && (end.IsRefused || (!start.IsRefused && end.Value <= start.Value))
            ? new Refusal("committee-meeting.bad-end",
                "Skriv, hvornår mødet slutter, som 18.30 og efter begyndelsen, eller lad feltet stå tomt.",
                Field: nameof(command.EndsAt)) : null,
        string.IsNullOrWhiteSpace(command.Place)
            ? new Refusal("committee-meeting.no-place",
                "Skriv, hvor mødet holdes.", Field: nameof(command.Place)) : null,
        sameDay
            ? new Refusal("committee-meeting.same-day",
                "Udvalget har allerede et møde den dag. Vælg en anden dag.", Field: nameof(command.HeldOn)) : null);
}
