using Virker.Kernel;

namespace Virker.Platform;

/// <summary>
/// Search the access log: who looked at whom, when, through which use case. Every criterion narrows; days are Danish
/// days, both included. Newest first, <paramref name="Take"/> rows at most; the next page begins before the last row's
/// sequence.
/// </summary>
public sealed record SearchAccessLog(
    DateOnly? From = null,
    DateOnly? To = null,
    UserId? User = null,
    CitizenId? Citizen = null,
    string? UseCase = null,
    bool AwaitingReview = false,
    long? Before = null,
    int Take = 50
) : IQuery<AccessLogPage>
{
    /// <summary>Part of the name of the one who looked.</summary>
    public string? Name { get; init; }

    /// <summary>The reference of the request that looked.</summary>
    public string? Reference { get; init; }

    /// <summary>
    /// Leaves out what the asker looked at; what awaits review never has it, since nobody reviews themselves.
    /// </summary>
    public bool WithoutOwn { get; init; }
}

public sealed record AccessLogPage(IReadOnlyList<LookLine> Looks, long? Next) : IRevealsCitizens
{
    public IEnumerable<CitizenId> Revealed => Looks.Select(l => l.Citizen);
}

/// <summary>
/// One look. <paramref name="Reason"/> is what an employee without relation to the citizen stated; such looks are
/// reviewed.
/// </summary>
public sealed record LookLine(
    long Sequence,
    DateTimeOffset At,
    UserId? User,
    string Name,
    string? RoleId,
    CitizenId Citizen,
    string UseCase,
    string Purpose,
    string? Reason,
    bool ForReview,
    string Reference
)
{
    /// <summary>
    /// Null where the name is protected, or nobody knows whether it is, or the citizen is no longer in the register.
    /// </summary>
    public string? CitizenName { get; init; }

    public LookReview? Review { get; init; }
}

public sealed record LookReview(UserId By, DateTimeOffset At, bool InOrder, string Note);

[Requires("platform.access.search", Purpose = "Kontrol af, hvem der har slået op")]
internal sealed class SearchAccessLogHandler(LookReader log) : IUseCase<SearchAccessLog, AccessLogPage>
{
    internal const int Most = 500;

    public async Task<Outcome<AccessLogPage>> RunAsync(SearchAccessLog query, CancellationToken ct = default)
    {
        var take = Math.Clamp(query.Take, 1, Most);
        var rows = await log.RowsAsync(query, take + 1, ct);
        var lines = await log.LinesAsync([.. rows.Take(take)], ct);
        return new AccessLogPage(lines, rows.Count > take ? lines[^1].Sequence : null);
    }
}
