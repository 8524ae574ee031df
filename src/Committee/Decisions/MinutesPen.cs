using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Committee;

/// <summary>Writes a decision and what goes with it on an item of a meeting that is under way.</summary>
[Part]
internal sealed class MinutesPen(VirkerContext db)
{
    /// <summary>
    /// An item has one decision a day and body; writing again replaces it. Earlier days' decisions stand.
    /// </summary>
    public async Task WriteDecisionAsync(ItemAtHand at, DecisionWords words, DecisionDraft draft, CancellationToken ct)
    {
        var (item, meeting) = (at.Item, at.Meeting);
        var body = await db.Set<CommitteeRow>().Where(c => c.Id == meeting.CommitteeId).Select(c => c.Name).SingleAsync(ct);
        var decisions = await db.Set<DecisionRow>().Where(d => d.ItemId == item.Id).ToListAsync(ct);
        var decision = decisions.Find(d => d.DecidedOn == meeting.HeldOn && d.Body == body);
        if (decision is null)
            db.Add(
                decision = new DecisionRow
                {
                    Id = Guid.NewGuid(),
                    ItemId = item.Id,
                    Position = decisions.Count + 1,
                    DecidedOn = meeting.HeldOn,
                    Body = body,
                }
            );
        (decision.Kind, decision.Text) = (words.Kind!, string.Join('\n', words.Paragraphs));
        var absent = await AbsentAsync(meeting, draft, ct);
        db.Replace(
            await db.Set<DecisionAbsenceRow>().Where(a => a.DecisionId == decision.Id).ToListAsync(ct),
            [
                .. absent.Select(
                    (a, i) =>
                        new DecisionAbsenceRow
                        {
                            DecisionId = decision.Id,
                            Position = i + 1,
                            Name = a.Name,
                            Party = a.Party,
                        }
                ),
            ],
            a => a.Position
        );
    }

    public async Task WriteRemarksAsync(AgendaItemId item, DateOnly day, DecisionDraft draft, CancellationToken ct)
    {
        var all = await db.Set<RemarkRow>().Where(r => r.ItemId == item).OrderBy(r => r.Position).ToListAsync(ct);
        var members = draft.Remarks.Select(r => r.Member).ToList();
        var names = await db.Set<CommitteeMemberRow>()
            .Where(m => members.Contains(m.Id))
            .ToDictionaryAsync(m => m.Id, ct);
        var (standing, others) = (
            all.FindAll(r => r.MadeOn == day || r.MadeOn is null),
            all.FindAll(r => r.MadeOn is { } made && made != day)
        );
        var free = Enumerable.Range(1, all.Count + draft.Remarks.Count).Except(others.Select(r => r.Position)).ToList();
        db.Replace(
            standing,
            [
                .. draft
                    .Remarks.Where(r => names.ContainsKey(r.Member))
                    .Select(
                        (r, i) =>
                            new RemarkRow
                            {
                                ItemId = item,
                                Position = free[i],
                                MadeOn = day,
                                Name = names[r.Member].Name,
                                Party = names[r.Member].Party,
                                Stance = r.Stance,
                                Text = r.Text.Trim(),
                            }
                    ),
            ],
            r => r.Position
        );
        db.Replace(
            await db.Set<ItemGuestRow>().Where(g => g.ItemId == item).ToListAsync(ct),
            [
                .. draft.Guests.Select(
                    (g, i) =>
                        new ItemGuestRow
                        {
                            ItemId = item,
                            Position = i + 1,
                            Name = g.Name,
                            Title = g.Title,
                        }
                ),
            ],
            g => g.Position
        );
    }

    /// <summary>
    /// What the words promise becomes a suggestion; one that the words no longer say, and nobody confirmed, goes.
    /// </summary>
    public async Task<int> SuggestAsync(ItemAtHand at, DecisionWords words, CancellationToken ct)
    {
        var known = await db.Set<FollowUpRow>().Where(f => f.ItemId == at.Item.Id).ToListAsync(ct);
        db.RemoveRange(
            known.Where(k => k.State == FollowUpState.Suggested && words.Commitments.All(c => c.Text != k.Text))
        );
        foreach (var commitment in words.Commitments.Where(c => known.TrueForAll(k => k.Text != c.Text)))
        {
            db.Add(new FollowUpRow
            {
                Id = NewId.Of<FollowUpId>(),
                CommitteeId = at.Meeting.CommitteeId,
                ItemId = at.Item.Id,
                Text = commitment.Text,
                IsBinding = commitment.Binding,
                Owner = commitment.Owner,
                Due = commitment.Due,
                State = FollowUpState.Suggested,
            });
        }

        return words.Commitments.Count;
    }

    /// <summary>
    /// A follow-up that stands on the item with its answer written is reported back once the item is decided and not
    /// put off.
    /// </summary>
    public async Task SettleAsync(ItemAtHand at, string? kind, CancellationToken ct)
    {
        if (at.Item.Standing == StandingItem.ForwardCode)
            return;
        var treated = kind is not (null or "postponed" or "withdrawn");
        var standing = await (from link in db.Set<FollowUpOnAgendaRow>()
                              join followUp in db.Set<FollowUpRow>() on link.FollowUpId equals followUp.Id
                              where link.ItemId == at.Item.Id
                              select followUp).ToListAsync(ct);
        foreach (var followUp in standing.Where(f => f.State == FollowUpState.Open && treated && f.Report is not null))
        {
            (followUp.State, followUp.ReportedAtItemId, followUp.ReportedOn) = (
                FollowUpState.Reported,
                at.Item.Id,
                at.Meeting.HeldOn
            );
        }

        foreach (var followUp in standing.Where(f => f.ReportedAtItemId == at.Item.Id && !treated))
        {
            (followUp.State, followUp.ReportedAtItemId, followUp.ReportedOn) = (FollowUpState.Open, null, null);
        }
    }

    /// <summary>Null where the meeting has decided nothing on the item yet.</summary>
    public Task<string?> DecidedAsync(ItemAtHand at, CancellationToken ct) =>
        db.Set<DecisionRow>()
            .Where(d => d.ItemId == at.Item.Id && d.DecidedOn == at.Meeting.HeldOn)
            .Select(d => (string?)d.Kind)
            .FirstOrDefaultAsync(ct);

    private async Task<IReadOnlyList<NamedPerson>> AbsentAsync(
        CommitteeMeetingRow meeting,
        DecisionDraft draft,
        CancellationToken ct
    )
    {
        var here = draft.AbsentHere.ToHashSet();
        var attendance = await db.Set<AttendanceRow>()
            .Where(a => a.MeetingId == meeting.Id)
            .OrderBy(a => a.Position)
            .ToListAsync(ct);
        return
        [
            .. attendance
                .Where(a =>
                    !a.IsPresent
                    || (a.MemberId is { } id && here.Contains(id))
                    || (a.MemberId is null && draft.AbsentSubstitutes.Contains(a.Name))
                )
                .Select(a => new NamedPerson(a.Name, a.Party)),
        ];
    }
}
