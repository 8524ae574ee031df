using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Committee;

/// <summary>
/// Reads items with all that belongs to them, as far as the reader's rights go; rows outside them are never fetched.
/// </summary>
[Part]
internal sealed class AgendaPapers(VirkerContext db, Disclosures disclosures)
{
    public Task<IReadOnlyList<ItemView>> OfMeetingAsync(
        CommitteeMeetingId meeting,
        Disclosure rights,
        CancellationToken ct
    ) => ReadAsync(rights.Of(db.Set<AgendaItemRow>().Where(i => i.MeetingId == meeting)), rights, ct);

    public async Task<ItemView?> OfItemAsync(AgendaItemId item, Disclosure rights, CancellationToken ct) =>
        (await ReadAsync(rights.Of(db.Set<AgendaItemRow>().Where(i => i.Id == item)), rights, ct)).SingleOrDefault();

    private async Task<IReadOnlyList<ItemView>> ReadAsync(
        IQueryable<AgendaItemRow> query,
        Disclosure rights,
        CancellationToken ct
    )
    {
        var items = await query.AsNoTracking().OrderBy(i => i.Position).ToListAsync(ct);
        var ids = items.Select(i => i.Id).ToList();
        var cases = await CasesAsync(items, ct);
        var sections = await db.Set<ItemSectionRow>()
            .AsNoTracking()
            .Where(s => ids.Contains(s.ItemId))
            .OrderBy(s => s.Position)
            .ToListAsync(ct);
        var points = await db.Set<RecommendationPointRow>()
            .AsNoTracking()
            .Where(p => ids.Contains(p.ItemId))
            .OrderBy(p => p.Number)
            .ToListAsync(ct);
        var parts = await PartsAsync(ids, rights, ct);
        return
        [
            .. items.Select(i => parts.Complete(new ItemView(i.Id, Head(i), i.CaseId is { } id ? cases[id] : null,
                [.. sections.Where(s => s.ItemId == i.Id).Select(s => new SectionText(s.Key, s.Heading, s.Text))],
                Recommendation(i, [.. points.Where(p => p.ItemId == i.Id).Select(p => p.Text)])))),
        ];
    }

    private async Task<Dictionary<CommitteeCaseId, ItemCase>> CasesAsync(
        List<AgendaItemRow> items,
        CancellationToken ct
    )
    {
        var ids = items.Where(i => i.CaseId != null).Select(i => i.CaseId!.Value).Distinct().ToList();
        return await db.Set<CommitteeCaseRow>()
            .AsNoTracking()
            .Where(c => ids.Contains(c.Id))
            .ToDictionaryAsync(c => c.Id, c => new ItemCase(c.Id, c.CaseNumber, c.Kle), ct);
    }

    private async Task<ItemParts> PartsAsync(List<AgendaItemId> ids, Disclosure rights, CancellationToken ct)
    {
        var decisions = await db.Set<DecisionRow>()
            .AsNoTracking()
            .Where(d => ids.Contains(d.ItemId))
            .OrderBy(d => d.Position)
            .ToListAsync(ct);
        var decisionIds = decisions.Select(d => d.Id).ToList();
        var attachments = rights.Of(db.Set<AttachmentRow>().AsNoTracking().Where(a => ids.Contains(a.ItemId)));
        var standing = await db.Set<FollowUpOnAgendaRow>().AsNoTracking().Where(l => ids.Contains(l.ItemId)).ToListAsync(ct);
        var standingIds = standing.Select(l => l.FollowUpId).ToList();
        var derived = await disclosures.DerivedAsync(
            db.Set<FollowUpRow>().Where(f => ids.Contains(f.ItemId) || standingIds.Contains(f.Id)),
            ct
        );
        return new(
            decisions,
            await db.Set<DecisionAbsenceRow>()
                .AsNoTracking()
                .Where(a => decisionIds.Contains(a.DecisionId))
                .OrderBy(a => a.Position)
                .ToListAsync(ct),
            await attachments.OrderBy(a => a.Number).ToListAsync(ct)
        )
        {
            Remarks = await db.Set<RemarkRow>()
                .AsNoTracking()
                .Where(r => ids.Contains(r.ItemId))
                .OrderBy(r => r.Position)
                .ToListAsync(ct),
            Guests = await db.Set<ItemGuestRow>()
                .AsNoTracking()
                .Where(g => ids.Contains(g.ItemId))
                .OrderBy(g => g.Position)
                .ToListAsync(ct),
            Tables = await db.Set<ItemTableRow>()
                .AsNoTracking()
                .Where(t => ids.Contains(t.ItemId))
                .OrderBy(t => t.Position)
                .ToListAsync(ct),
            FollowUps =
            [
                .. derived
                    .Select(d => (d.Row.ItemId, Line: rights.Of(d)))
                    .Where(d => d.Line is not null)
                    .Select(d => new ItemFollowUp(d.ItemId, d.Line!)),
            ],
            Standing = [.. standing],
        };
    }

    private static ItemHead Head(AgendaItemRow i) =>
        new(
            i.Number,
            i.Position,
            i.HandledAs,
            i.Title,
            i.Type,
            i.IsOpen,
            i.Competence,
            i.DocumentNumber,
            i.Standing,
            i.Version
        );

    private static RecommendationText? Recommendation(AgendaItemRow item, IReadOnlyList<string> points) =>
        item.RecommendedBy is null && points.Count == 0 ? null : new(item.RecommendedBy, points);
}

/// <summary>A follow-up that the reader may see, and the item that it comes from.</summary>
internal sealed record ItemFollowUp(AgendaItemId Origin, FollowUpLine Line);

/// <summary>What belongs to items, read once for all of them and dealt out.</summary>
internal sealed record ItemParts(
    IReadOnlyList<DecisionRow> Decisions,
    IReadOnlyList<DecisionAbsenceRow> Absences,
    IReadOnlyList<AttachmentRow> Attachments
)
{
    public required IReadOnlyList<RemarkRow> Remarks { get; init; }

    public required IReadOnlyList<ItemGuestRow> Guests { get; init; }

    public required IReadOnlyList<ItemTableRow> Tables { get; init; }

    public required IReadOnlyList<ItemFollowUp> FollowUps { get; init; }

    public required IReadOnlyList<FollowUpOnAgendaRow> Standing { get; init; }

    public ItemView Complete(ItemView item) =>
        item with
        {
            Decisions = [.. Decisions.Where(d => d.ItemId == item.Id).Select(Decision)],
            Remarks =
            [
                .. Remarks
                    .Where(r => r.ItemId == item.Id)
                    .Select(r => new RemarkText(new(r.Name, r.Party), r.Stance, r.Text)),
            ],
            Guests = [.. Guests.Where(g => g.ItemId == item.Id).Select(g => new GuestName(g.Name, g.Title))],
            Attachments =
            [
                .. Attachments
                    .Where(a => a.ItemId == item.Id)
                    .Select(a => new AttachmentLine(
                        a.Id,
                        a.Number,
                        a.Letter,
                        a.DocumentNumber,
                        a.Title,
                        a.IsOpen,
                        a.FrozenId
                    )),
            ],
            Tables = [.. Tables.Where(t => t.ItemId == item.Id).Select(Table)],
            FollowUps = [.. FollowUps.Where(f => f.Origin == item.Id).Select(f => f.Line)],
            ToReport = item.Head.Standing == StandingItem.ForwardCode ? [] : StandingOn(item.Id),
            Coming = item.Head.Standing == StandingItem.ForwardCode ? StandingOn(item.Id) : [],
        };

    private IReadOnlyList<FollowUpLine> StandingOn(AgendaItemId item) =>
        [
            .. Standing
                .Where(s => s.ItemId == item)
                .Join(FollowUps, s => s.FollowUpId, f => f.Line.Id, (_, f) => f.Line)
                .OrderBy(f => f.Due ?? DateOnly.MaxValue)
                .ThenBy(f => f.Text, StringComparer.Ordinal),
        ];

    internal static TableText Table(ItemTableRow table) =>
        new(
            table.Caption,
            JsonSerializer.Deserialize<string[]>(table.Columns)!,
            JsonSerializer.Deserialize<TableLine[]>(table.Rows)!
        )
        {
            Place = table.SectionHeading is null ? null : new(table.SectionHeading, table.AfterParagraphs ?? 0),
        };

    private DecisionText Decision(DecisionRow decision) =>
        new(
            decision.Id,
            decision.DecidedOn,
            decision.Body,
            decision.Kind,
            Lines.Each(decision.Text),
            [.. Absences.Where(a => a.DecisionId == decision.Id).Select(a => new NamedPerson(a.Name, a.Party))]
        );
}
