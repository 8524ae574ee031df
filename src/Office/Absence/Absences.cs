using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Office;

/// <summary>Somebody is away (fravær), until but not at <paramref name="To"/>.</summary>
public sealed record Absence(
    Guid Id,
    UserId Worker,
    DateTimeOffset From,
    DateTimeOffset To,
    string Reason,
    int Version
);

/// <summary>Who is away when; what is planned stays where it is until somebody moves it.</summary>
public interface IAbsences
{
    /// <summary>Those that touch the time, the first first; with <paramref name="worker"/> that worker's.</summary>
    Task<IReadOnlyList<Absence>> BetweenAsync(
        DateTimeOffset from,
        DateTimeOffset to,
        UserId? worker,
        CancellationToken ct
    );

    /// <summary>Who is away at this instant.</summary>
    Task<IReadOnlySet<UserId>> NowAsync(CancellationToken ct);

    /// <summary>Those that are not over, the first first; with <paramref name="worker"/> that worker's.</summary>
    Task<IReadOnlyList<Absence>> FromAsync(DateTimeOffset from, UserId? worker, CancellationToken ct);
}

public static class AbsenceLists
{
    /// <summary>Whether somebody is away at an instant.</summary>
    public static bool Holds(this IReadOnlyList<Absence> absences, UserId? worker, DateTimeOffset at) =>
        absences.Any(a => a.Worker == worker && a.From <= at && a.To > at);
}

[Part]
internal sealed class Absences(VirkerContext db, TimeProvider clock) : IAbsences
{
    public Task<IReadOnlyList<Absence>> BetweenAsync(
        DateTimeOffset from,
        DateTimeOffset to,
        UserId? worker,
        CancellationToken ct
    ) => ReadAsync(db.Set<WorkerAbsenceRow>().Where(a => a.FromAt < to && a.ToAt > from), worker, ct);

    public Task<IReadOnlyList<Absence>> FromAsync(DateTimeOffset from, UserId? worker, CancellationToken ct) =>
        ReadAsync(db.Set<WorkerAbsenceRow>().Where(a => a.ToAt > from), worker, ct);

    public async Task<IReadOnlySet<UserId>> NowAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return (
            await db.Set<WorkerAbsenceRow>()
                .Where(a => a.FromAt <= now && a.ToAt > now)
                .Select(a => a.WorkerId)
                .ToListAsync(ct)
        ).ToHashSet();
    }

    private static async Task<IReadOnlyList<Absence>> ReadAsync(
        IQueryable<WorkerAbsenceRow> rows,
        UserId? worker,
        CancellationToken ct
    ) =>
        await rows.Where(a => worker == null || a.WorkerId == worker)
            .OrderBy(a => a.FromAt)
            .Select(a => new Absence(a.Id, a.WorkerId, a.FromAt, a.ToAt, a.Reason, a.Version))
            .ToListAsync(ct);
}
