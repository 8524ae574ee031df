using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Committee;

/// <summary>
/// Cases of the municipality's own committees by number, KLE or the words and numbers of their papers, tables among
/// them; for the search with one key. <paramref name="Others"/>: those of other municipalities' papers instead.
/// </summary>
public sealed record FindCommitteeCases(string Words, bool Others = false) : IQuery<FoundCommitteeCases>
{
    public const int Usual = 10;

    public int PageSize { get; init; } = Usual;

    /// <summary>Page 1 first.</summary>
    public int Page { get; init; } = 1;
}

/// <summary>The cases found, each with the item where it was last treated.</summary>
public sealed record FoundCommitteeCases(IReadOnlyList<FoundCommitteeCase> Cases, int Total)
{
    public int Page { get; init; } = 1;
}

/// <summary>A case and its latest item that the searcher may read, with the words around what was found.</summary>
public sealed record FoundCommitteeCase(
    CommitteeCaseId Case,
    string CaseNumber,
    string Title,
    AgendaItemId Item,
    CommitteeMeetingId Meeting,
    DateOnly HeldOn,
    string CommitteeName
)
{
    public string Excerpt { get; init; } = "";
}

[Requires("committee.papers.read")]
internal sealed class FindCommitteeCasesHandler(VirkerContext db, Disclosures disclosures)
    : IUseCase<FindCommitteeCases, FoundCommitteeCases>
{
    private const int LargestPage = 10_000;

    public async Task<Outcome<FoundCommitteeCases>> RunAsync(FindCommitteeCases query, CancellationToken ct = default)
    {
        if (string.IsNullOrWhiteSpace(query.Words)) return new FoundCommitteeCases([], 0);
        var search = PaperSearch.Of(query.Words);
        var found = new List<FoundCommitteeCase>();
        foreach (
            var committee in await db.Set<CommitteeRow>()
                .Where(c => (c.Municipality != null) == query.Others)
                .ToListAsync(ct)
        )
        {
            var rights = await disclosures.ToReaderAsync(committee.Id, ct);
            var items = rights.Of(db.Set<AgendaItemRow>());
            var rows = await (
                from item in items
                join meeting in db.Set<CommitteeMeetingRow>() on item.MeetingId equals meeting.Id
                join treated in db.Set<CommitteeCaseRow>() on item.CaseId equals treated.Id
                where meeting.CommitteeId == committee.Id
                select new
                {
                    item.Id,
                    item.Title,
                    meeting,
                    treated.CaseNumber,
                    treated.Kle,
                    Case = treated.Id,
                }
            ).ToListAsync(ct);
            var texts = await TextsAsync(items, ct);
            found.AddRange(
                rows.Where(r => rights.Meeting(r.meeting))
                    .Select(r =>
                        (Row: r, Excerpt: search.Excerpt([r.Title, r.CaseNumber, r.Kle ?? "", .. texts[r.Id]]))
                    )
                    .Where(r => r.Excerpt is not null)
                    .GroupBy(r => r.Row.Case)
                    .Select(g => g.MaxBy(r => r.Row.meeting.HeldOn))
                    .Select(r => new FoundCommitteeCase(
                        r.Row.Case,
                        r.Row.CaseNumber,
                        r.Row.Title,
                        r.Row.Id,
                        r.Row.meeting.Id,
                        r.Row.meeting.HeldOn,
                        Name(committee)
                    )
                    {
                        Excerpt = r.Excerpt!,
                    })
            );
        }

        var size = Math.Clamp(query.PageSize, 1, LargestPage);
        var page = Math.Clamp(query.Page, 1, Math.Max(1, (found.Count + size - 1) / size));
        return new FoundCommitteeCases(
            [
                .. found
                    .OrderByDescending(f => f.HeldOn)
                    .ThenBy(f => f.CaseNumber, StringComparer.Ordinal)
                    .Skip((page - 1) * size)
                    .Take(size),
            ],
            found.Count
        )
        {
            Page = page,
        };
    }

    private static string Name(CommitteeRow committee) =>
        committee.Municipality is null ? committee.Name : $"{committee.Name}, {committee.Municipality}";

    /// <summary>What stands under the items that the searcher may read, and under no others.</summary>
    private async Task<ILookup<AgendaItemId, string>> TextsAsync(IQueryable<AgendaItemRow> items, CancellationToken ct)
    {
        var sections = await db.Set<ItemSectionRow>()
            .Where(s => items.Any(i => i.Id == s.ItemId))
            .Select(s => new { s.ItemId, s.Text })
            .ToListAsync(ct);
        var decisions = await db.Set<DecisionRow>()
            .Where(d => items.Any(i => i.Id == d.ItemId))
            .Select(d => new { d.ItemId, d.Text })
            .ToListAsync(ct);
        var tables = await db.Set<ItemTableRow>()
            .Where(t => items.Any(i => i.Id == t.ItemId))
            .ToListAsync(ct);
        return sections
            .Concat(decisions)
            .Select(t => (t.ItemId, t.Text))
            .Concat(tables.SelectMany(t => PaperSearch.Rows(ItemParts.Table(t)).Select(row => (t.ItemId, Text: row))))
            .ToLookup(t => t.ItemId, t => t.Text);
    }
}
