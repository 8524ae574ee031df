using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Office;

/// <summary>Where a module finds who works here, and whose day somebody has.</summary>
public interface IStaffDirectory
{
    /// <summary>As it is committed now; in memory until the journal says that something of it has changed.</summary>
    Task<Staff> ReadAsync(CancellationToken ct = default);

    /// <summary>Whom somebody covers on the day.</summary>
    Task<IReadOnlyList<UserId>> AwayForAsync(UserId? cover, DateOnly day, CancellationToken ct);
}

[Part]
internal sealed class StaffDirectory(VirkerContext db, CurrentMunicipality municipality, StaffShelves shelves)
    : IStaffDirectory
{
    private static readonly HashSet<string> Tables = ["*", "teams", "workers", "team_departments", "worker_terms"];

    public async Task<Staff> ReadAsync(CancellationToken ct = default)
    {
        var (key, head) = (municipality.Value.MemoryKey, await JournalChanges.HeadAsync(db, ct));
        if (shelves.Of(key) is not { } before || before.Head > head) return await WholeAsync(key, head, ct);
        if (before.Head == head) return before.Staff;
        if ((await JournalChanges.BetweenAsync(db, before.Head, head, ct)).Any(c => Tables.Contains(c.Entity)))
            return await WholeAsync(key, head, ct);
        shelves.Put(key, before with { Head = head });
        return before.Staff;
    }

    public async Task<IReadOnlyList<UserId>> AwayForAsync(UserId? cover, DateOnly day, CancellationToken ct) =>
        cover is null
            ? []
            : await db.Set<CoverRow>()
                .Where(c => c.EndedAt == null && c.FromDay <= day && c.ToDay >= day && c.CoverId == cover)
                .Select(c => c.WorkerId)
                .Distinct()
                .ToListAsync(ct);

    private async Task<Staff> WholeAsync(string key, long head, CancellationToken ct)
    {
        var departments = await db.Set<TeamDepartmentRow>().ToDictionaryAsync(d => d.TeamId, d => d.Department, ct);
        var terms = await db.Set<WorkerTermsRow>().AsNoTracking().ToDictionaryAsync(t => t.UserId, ct);
        var teams = await db.Set<TeamRow>().AsNoTracking().ToListAsync(ct);
        var workers = await db.Set<WorkerRow>().AsNoTracking().ToListAsync(ct);
        var staff = new Staff(
            teams.Select(t => new StaffTeam(t.Id, t.Name, t.Area, departments.GetValueOrDefault(t.Id))),
            workers.Select(w => Member(w, terms.GetValueOrDefault(w.UserId)))
        );
        shelves.Put(key, new(head, staff));
        return staff;
    }

    private static StaffMember Member(WorkerRow worker, WorkerTermsRow? terms) =>
        new(worker.UserId, worker.TeamId, worker.Name, worker.Title)
        {
            Percent = terms?.Percent ?? UsualTerms.Percent(worker.Title),
            Speciality = terms?.Speciality ?? "",
        };
}

/// <summary>The staff as it was at a place in the journal.</summary>
internal sealed record StaffPage(long Head, Staff Staff);

/// <summary>Each municipality's newest page, in memory.</summary>
[Part(IsShared = true)]
internal sealed class StaffShelves
{
    private readonly ConcurrentDictionary<string, StaffPage> _byMunicipality = new();

    public StaffPage? Of(string municipality) => _byMunicipality.GetValueOrDefault(municipality);

    public void Put(string municipality, StaffPage page) => _byMunicipality[municipality] = page;
}
