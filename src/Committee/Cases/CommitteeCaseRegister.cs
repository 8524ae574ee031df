using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Committee;

/// <summary>Finds or opens the case that an item treats.</summary>
[Part]
internal sealed class CommitteeCaseRegister(VirkerContext db, CurrentMunicipality municipality, TimeProvider clock)
{
    /// <summary>
    /// The case with this number; with no number given, a new case with the municipality's next number of the year.
    /// </summary>
    public async Task<CommitteeCaseId> ForAsync(
        CommitteeId committee,
        string? caseNumber,
        string? kle,
        string title,
        CancellationToken ct
    )
    {
        var number = string.IsNullOrWhiteSpace(caseNumber) ? await NextNumberAsync(ct) : caseNumber.Trim();
        var known =
            db.Set<CommitteeCaseRow>().Local.FirstOrDefault(c => c.CommitteeId == committee && c.CaseNumber == number)
            ?? await db.Set<CommitteeCaseRow>()
                .FirstOrDefaultAsync(c => c.CommitteeId == committee && c.CaseNumber == number, ct);
        if (known is not null)
            return known.Id;
        var opened = new CommitteeCaseRow
        {
            Id = NewId.Of<CommitteeCaseId>(),
            CommitteeId = committee,
            CaseNumber = number,
            Kle = kle,
            Title = title,
            CreatedOn = clock.Today(),
        };
        db.Add(opened);
        return opened.Id;
    }

    /// <summary>
    /// A standing item belongs to one case through all meetings, as "330-2017-90442" does in document 000.
    /// </summary>
    public async Task<CommitteeCaseId> StandingAsync(
        CommitteeRow committee,
        StandingItem standing,
        CancellationToken ct
    )
    {
        var before = await (
            from item in db.Set<AgendaItemRow>()
            join meeting in db.Set<CommitteeMeetingRow>() on item.MeetingId equals meeting.Id
            where
                meeting.CommitteeId == committee.Id
                && item.CaseId != null
                && (item.Standing == standing.Code || item.Title == standing.Title)
            orderby meeting.HeldOn descending
            select item.CaseId
        ).FirstOrDefaultAsync(ct);
        return before ?? await ForAsync(committee.Id, null, null, standing.Title, ct);
    }

    private async Task<string> NextNumberAsync(CancellationToken ct)
    {
        var prefix = $"{municipality.Value.Code}-{clock.Today().Year}-";
        var stored = await db.Set<CommitteeCaseRow>()
            .Where(c => c.CaseNumber.StartsWith(prefix))
            .Select(c => c.CaseNumber)
            .ToListAsync(ct);
        var fresh = db
            .ChangeTracker.Entries<CommitteeCaseRow>()
            .Where(e => e.State == EntityState.Added)
            .Select(e => e.Entity.CaseNumber)
            .Where(n => n.StartsWith(prefix, StringComparison.Ordinal));
        var last = stored
            .Concat(fresh)
            .Select(n => WrittenNumber.Code(n.AsSpan(prefix.Length)) ?? 0)
            .DefaultIfEmpty()
            .Max();
        return $"{prefix}{last + 1}";
    }
}
