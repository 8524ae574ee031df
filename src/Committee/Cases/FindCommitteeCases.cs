using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Committee;

/// <summary>Committee cases by number, KLE or words of the title; for the search with one key.</summary>
public sealed record FindCommitteeCases(string Words, int AtMost = 10) : IQuery;

/// <summary>The cases found, each with the item where it was last treated.</summary>
public sealed record FoundCommitteeCases(IReadOnlyList<FoundCommitteeCase> Cases, int Total);

/// <summary>A case and its latest item that the searcher may read.</summary>
public sealed record FoundCommitteeCase(CommitteeCaseId Case, string CaseNumber, string Title, AgendaItemId Item, CommitteeMeetingId Meeting, DateOnly HeldOn, string CommitteeName);

[Requires("committee.papers.read")]
internal sealed class FindCommitteeCasesHandler(VirkerContext db, Disclosures disclosures) : IUseCase<FindCommitteeCases, FoundCommitteeCases>
{
    public async Task<Outcome<FoundCommitteeCases>> RunAsync(FindCommitteeCases query, CancellationToken ct = default)
    {
        var wanted = query.Words.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (wanted.Length == 0) return new FoundCommitteeCases([], 0);
        var found = new List<FoundCommitteeCase>();
        foreach (var committee in await db.Set<CommitteeRow>().AsNoTracking().ToListAsync(ct))
        {
            var rights = await disclosures.ToReaderAsync(committee.Id, ct);
            var rows = await (from item in rights.Of(db.Set<AgendaItemRow>().AsNoTracking())
                              join meeting in db.Set<CommitteeMeetingRow>() on item.MeetingId equals meeting.Id
                              join treated in db.Set<CommitteeCaseRow>() on item.CaseId equals treated.Id
                              where meeting.CommitteeId == committee.Id
                              select new { item.Id, item.Title, meeting, treated.CaseNumber, treated.Kle, Case = treated.Id }).ToListAsync(ct);
            found.AddRange(rows.Where(r => rights.Meeting(r.meeting) && Array.TrueForAll(wanted, w => Holds(w, r.Title, r.CaseNumber, r.Kle)))
                .GroupBy(r => r.Case).Select(g => g.MaxBy(r => r.meeting.HeldOn)!)
                .Select(r => new FoundCommitteeCase(r.Case, r.CaseNumber, r.Title, r.Id, r.meeting.Id, r.meeting.HeldOn, committee.Name)));
        }

        return new FoundCommitteeCases([.. found.OrderByDescending(f => f.HeldOn).Take(query.AtMost)], found.Count);
    }

    private static bool Holds(string word, params string?[] texts) => Array.Exists(texts, t => t?.Contains(word, StringComparison.CurrentCultureIgnoreCase) == true);
}
