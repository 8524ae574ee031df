using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Committee;

/// <summary>Reads a decision back as the clerk wrote it, so that a correction begins with all that stands.</summary>
[Part]
internal sealed class WrittenDecisions(VirkerContext db)
{
    /// <summary>Null where the item has no decision of that day.</summary>
    public async Task<DecisionDraft?> OfAsync(ItemView item, DateOnly day, CancellationToken ct)
    {
        if (item.Decisions.LastOrDefault(d => d.DecidedOn == day) is not { } decision)
            return null;
        var seat = await db.Set<AgendaItemRow>()
            .AsNoTracking()
            .Where(i => i.Id == item.Id)
            .Join(db.Set<CommitteeMeetingRow>(), i => i.MeetingId, m => m.Id, (_, m) => new { m.Id, m.CommitteeId })
            .SingleAsync(ct);
        var members = await db.Set<CommitteeMemberRow>()
            .AsNoTracking()
            .Where(m => m.CommitteeId == seat.CommitteeId)
            .ToListAsync(ct);
        var present = await db.Set<AttendanceRow>()
            .AsNoTracking()
            .Where(a => a.MeetingId == seat.Id && a.IsPresent)
            .ToListAsync(ct);
        var remarks = await db.Set<RemarkRow>()
            .AsNoTracking()
            .Where(r => r.ItemId == item.Id && (r.MadeOn == day || r.MadeOn == null))
            .OrderBy(r => r.Position)
            .ToListAsync(ct);
        var absent = present.Where(a => decision.Absent.Any(n => n.Name == a.Name)).ToList();
        var text = string.Join('\n', decision.Paragraphs);
        return new DecisionDraft(text, ChosenKind(item, decision, text), item.Head.HandledAs)
        {
            AbsentHere = [.. absent.Select(a => a.MemberId).OfType<CommitteeMemberId>()],
            AbsentSubstitutes = [.. absent.Where(a => a.MemberId is null).Select(a => a.Name)],
            Remarks =
            [
                .. remarks.SelectMany(r =>
                    members
                        .Where(m => m.Name == r.Name)
                        .Take(1)
                        .Select(m => new AskedRemark(m.Id, r.Stance, r.Text, AskedByMember: true))
                ),
            ],
            Guests = item.Guests,
        };
    }

    /// <summary>The kind, where it was chosen and the words alone would not have given it.</summary>
    private static string? ChosenKind(ItemView item, DecisionText decision, string text) =>
        DecisionWords
            .Read(
                text,
                item.Recommendation?.Points ?? [],
                item.Sections.FirstOrDefault(s => s.Key == SectionKey.Options)?.Text
            )
            .Kind == decision.Kind
            ? null
            : decision.Kind;
}

/// <summary>One thing that a correction changes in a decision: what stood, and what will stand.</summary>
public sealed record DecisionChange(string What, string Before, string After)
{
    /// <summary>What a correction changes, in the order of the form; nothing where nothing is changed.</summary>
    public static IReadOnlyList<DecisionChange> Between(
        DecisionDraft before,
        DecisionDraft after,
        IReadOnlyList<MemberLine> members
    ) =>
        [
            .. Lines(before, members)
                .Zip(Lines(after, members))
                .Where(l => l.First.Text != l.Second.Text)
                .Select(l => new DecisionChange(l.First.What, l.First.Text, l.Second.Text)),
        ];

    private static IEnumerable<(string What, string Text)> Lines(DecisionDraft draft, IReadOnlyList<MemberLine> members)
    {
        string Name(CommitteeMemberId id) => members.FirstOrDefault(m => m.Id == id)?.Name ?? "";
        yield return ("Beslutning", draft.Text.ReplaceLineEndings("\n").Trim());
        yield return ("Beslutningstype", draft.Kind is null ? "Fra ordene" : DecisionKind.NameOf(draft.Kind));
        yield return (
            "Behandlet som nr.",
            draft.HandledAs?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? ""
        );
        yield return (
            "Ikke til stede under punktet",
            string.Join(
                ", ",
                draft.AbsentHere.Select(Name).Concat(draft.AbsentSubstitutes).Order(StringComparer.CurrentCulture)
            )
        );
        yield return (
            "Gæster",
            string.Join(
                "\n",
                draft.Guests.Select(g =>
                    string.Join(", ", new[] { g.Name, g.Title }.Where(t => !string.IsNullOrWhiteSpace(t)))
                )
            )
        );
        yield return (
            "Bemærkninger til referat",
            string.Join("\n", draft.Remarks.Select(r => $"{Name(r.Member)}: {r.Text.ReplaceLineEndings(" ").Trim()}"))
        );
    }
}
