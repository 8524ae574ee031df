using Microsoft.EntityFrameworkCore;
using Virker.Kernel;

namespace Virker.Platform;

/// <summary>
/// Search the access log: who looked at whom, when, through which use case. Every criterion narrows; days are Danish days, both included.
/// Newest first, <paramref name="Take"/> rows at most; the next page begins before the last row's sequence.
/// </summary>
public sealed record SearchAccessLog(
    DateOnly? From = null, DateOnly? To = null, UserId? User = null, CitizenId? Citizen = null, string? UseCase = null, bool AwaitingReview = false, long? Before = null, int Take = 50) : IQuery
{
    /// <summary>Part of the name of the one who looked.</summary>
    public string? Name { get; init; }
}

public sealed record AccessLogPage(IReadOnlyList<LookLine> Looks, long? Next) : IRevealsCitizens
{
    public IEnumerable<CitizenId> Revealed => Looks.Select(l => l.Citizen);
}

/// <summary>One look. <paramref name="Reason"/> is what an employee without relation to the citizen stated; such looks are reviewed.</summary>
public sealed record LookLine(
    long Sequence, DateTimeOffset At, UserId? User, string Name, string? RoleId, CitizenId Citizen, string UseCase, string Purpose, string? Reason, bool ForReview, string Reference)
{
    public LookReview? Review { get; init; }
}

public sealed record LookReview(UserId By, DateTimeOffset At, bool InOrder, string Note);

[Requires("platform.access.search", Purpose = "Kontrol af, hvem der har slået op")]
internal sealed class SearchAccessLogHandler(VirkerContext db) : IUseCase<SearchAccessLog, AccessLogPage>
{
    private const int Most = 500;

    public async Task<Outcome<AccessLogPage>> RunAsync(SearchAccessLog query, CancellationToken ct = default)
    {
        var take = Math.Clamp(query.Take, 1, Most);
        var rows = await Narrowed(query).OrderByDescending(r => r.Sequence).Take(take + 1).ToListAsync(ct);
        var sequences = rows.ConvertAll(r => r.Sequence);
        var reviews = await db.Set<AccessReviewRow>().AsNoTracking().Where(r => sequences.Contains(r.Sequence)).ToDictionaryAsync(r => r.Sequence, ct);
        var lines = rows.Take(take).Select(r => Line(r, reviews.GetValueOrDefault(r.Sequence))).ToList();
        return new AccessLogPage(lines, rows.Count > take ? lines[^1].Sequence : null);
    }

    private IQueryable<AccessLogRow> Narrowed(SearchAccessLog query)
    {
        var user = query.User is { } u ? ChainValues.Bytes(u.Value) : [];
        var citizen = query.Citizen is { } c ? ChainValues.Bytes(c.Value) : [];
        var from = query.From is { } first ? ChainValues.StartOf(first) : 0;
        var until = query.To is { } last ? ChainValues.StartOf(last.AddDays(1)) : 0;
        var name = query.Name?.ToLowerInvariant() ?? "";
        return db.Set<AccessLogRow>().AsNoTracking()
            .WhereGiven(query.From is not null, r => r.At >= from)
            .WhereGiven(query.To is not null, r => r.At < until)
            .WhereGiven(query.User is not null, r => r.UserId == user)
            .WhereGiven(query.Citizen is not null, r => r.CitizenId == citizen)
            .WhereGiven(!string.IsNullOrEmpty(query.UseCase), r => r.UseCase == query.UseCase)
            .WhereGiven(name.Length > 0, r => r.Actor.ToLower().Contains(name))
            .WhereGiven(query.Before is not null, r => r.Sequence < query.Before)
            .WhereGiven(query.AwaitingReview, r => r.Review == 1 && !db.Set<AccessReviewRow>().Any(done => done.Sequence == r.Sequence));
    }

    private static LookLine Line(AccessLogRow row, AccessReviewRow? review) => new(
        row.Sequence, ChainValues.Instant(row.At), row.UserId is { } user ? UserId.From(ChainValues.Id(user)) : null, row.Actor, row.Role,
        CitizenId.From(ChainValues.Id(row.CitizenId)), row.UseCase, row.Purpose, row.Reason, row.Review == 1, row.Reference)
    {
        Review = review is null ? null : new(review.ReviewedBy, review.ReviewedAt, review.InOrder, review.Note),
    };
}
