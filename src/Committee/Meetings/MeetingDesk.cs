using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Committee;

/// <summary>
/// Fetches what a command works on, and lets the meeting's course say whether the step may be taken now.
/// </summary>
[Part]
internal sealed class MeetingDesk(VirkerContext db)
{
    /// <summary>The meeting, already moved to the state that the step leads to.</summary>
    public async Task<Outcome<CommitteeMeetingRow>> StepAsync(
        CommitteeMeetingId id,
        MeetingStep step,
        CancellationToken ct
    )
    {
        var meeting = await db.Set<CommitteeMeetingRow>().SingleOrDefaultAsync(m => m.Id == id, ct);
        if (meeting is null) return Missing.Meeting;
        if (meeting.Origin is not null && step is not (MeetingStep.PublishMinutes or MeetingStep.PublishAgenda))
            return Missing.ReadFromDocument;
        var next = CommitteeMeetingCourse.After(meeting.State, step);
        if (next.IsRefused) return next.Refusal;
        if (meeting.State != next.Value) meeting.State = next.Value;
        return meeting;
    }

    /// <summary>The item and its meeting, when the step may be taken.</summary>
    public async Task<Outcome<ItemAtHand>> ItemAsync(AgendaItemId id, MeetingStep step, CancellationToken ct)
    {
        var item = await db.Set<AgendaItemRow>().SingleOrDefaultAsync(i => i.Id == id, ct);
        if (item is null) return Missing.Item;
        var meeting = await StepAsync(item.MeetingId, step, ct);
        return meeting.IsRefused ? meeting.Refusal : new ItemAtHand(item, meeting.Value);
    }

    public Task<CommitteeRow> CommitteeAsync(CommitteeId id, CancellationToken ct) =>
        db.Set<CommitteeRow>().SingleAsync(c => c.Id == id, ct);
}

internal sealed record ItemAtHand(AgendaItemRow Item, CommitteeMeetingRow Meeting);

internal static class Missing
{
    public static readonly Refusal Committee = Refusal.NotFound("committee.not-found", "Udvalget findes ikke.");

    public static readonly Refusal Meeting = Refusal.NotFound("committee-meeting.not-found", "Mødet findes ikke.");

    public static readonly Refusal Item = Refusal.NotFound("agenda-item.not-found", "Punktet findes ikke.");

    public static readonly Refusal Attachment = Refusal.NotFound("attachment.not-found", "Bilaget findes ikke.");

    public static readonly Refusal FollowUp = Refusal.NotFound("follow-up.not-found", "Opfølgningen findes ikke.");

    public static readonly Refusal ReadFromDocument = new(
        "committee-meeting.read-from-document",
        "Mødet er læst fra et offentliggjort referat og kan ikke ændres her."
    );

    /// <summary>The same code as the database's own answer when two meet: a page shows both texts.</summary>
    public static readonly Refusal ChangedMeanwhile = Refusal.ChangedMeanwhile(
        "conflict.changed-meanwhile",
        "En anden har gemt punktet, siden du åbnede det. Begge tekster står herunder. Vælg, hvad der skal gælde."
    );
}
