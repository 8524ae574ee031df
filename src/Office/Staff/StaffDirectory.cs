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
internal sealed class StaffDirectory(KeptHere<Staff, bool> here, VirkerContext db)
    : KeptUp<Staff, bool>(here),
        IStaffDirectory
{
    public override IReadOnlyList<Type> Reads => StaffTables.All;

    public Task<Staff> ReadAsync(CancellationToken ct = default) => CurrentAsync(ct);

    public async Task<IReadOnlyList<UserId>> AwayForAsync(UserId? cover, DateOnly day, CancellationToken ct) =>
        cover is null
            ? []
            : await db.Set<CoverRow>()
                .Where(c => c.EndedAt == null && c.FromDay <= day && c.ToDay >= day && c.CoverId == cover)
                .Select(c => c.WorkerId)
                .Distinct()
                .ToListAsync(ct);

    /// <summary>It depends on nothing but its rows.</summary>
    protected override Task<bool> BesideAsync(CancellationToken ct) => Task.FromResult(true);

    protected override Task<Staff?> WithAsync(
        Held<Staff, bool> before,
        KeptMoment<bool> now,
        RowChanges changes,
        CancellationToken ct
    ) => Task.FromResult<Staff?>(null);

    protected override async Task<Staff> WholeAsync(KeptMoment<bool> now, CancellationToken ct)
    {
        var departments = await db.Set<TeamDepartmentRow>().ToDictionaryAsync(d => d.TeamId, d => d.Department, ct);
        var terms = await db.Set<WorkerTermsRow>().AsNoTracking().ToDictionaryAsync(t => t.UserId, ct);
        var teams = await db.Set<TeamRow>().AsNoTracking().ToListAsync(ct);
        var workers = await db.Set<WorkerRow>().AsNoTracking().ToListAsync(ct);
        var resources = await db.Set<ResourceRow>()
            .Select(r => new OfficeResource(r.Id, r.Kind, r.Name, r.Place, r.Language, r.TeamId))
            .ToListAsync(ct);
        return new(
            teams.Select(t => new StaffTeam(t.Id, t.Name, t.Area, departments.GetValueOrDefault(t.Id))),
            workers.Select(w => Member(w, terms.GetValueOrDefault(w.UserId))),
            resources
        );
    }

    private static StaffMember Member(WorkerRow worker, WorkerTermsRow? terms) =>
        new(worker.UserId, worker.TeamId, worker.Name, worker.Title)
        {
            Percent = terms?.Percent ?? UsualTerms.Percent(worker.Title),
            Speciality = terms?.Speciality ?? "",
        };
}
