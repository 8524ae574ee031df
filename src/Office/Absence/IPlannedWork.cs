using Virker.Kernel;

namespace Virker.Office;

/// <summary>
/// What a module has planned and somebody must move when the office is closed or a worker is away: conversations,
/// visits. Each module that plans something brings one.
/// </summary>
[Part]
public interface IPlannedWork
{
    /// <summary>How much of it begins in the time; with <paramref name="worker"/> what is that worker's.</summary>
    Task<int> CountAsync(DateTimeOffset from, DateTimeOffset to, UserId? worker, CancellationToken ct);
}

internal static class PlannedWork
{
    public static async Task<int> CountAsync(
        this IEnumerable<IPlannedWork> modules,
        DateTimeOffset from,
        DateTimeOffset to,
        UserId? worker,
        CancellationToken ct
    )
    {
        var count = 0;
        foreach (var module in modules) count += await module.CountAsync(from, to, worker, ct);
        return count;
    }
}
