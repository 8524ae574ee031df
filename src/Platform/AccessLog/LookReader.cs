using Microsoft.EntityFrameworkCore;
using Virker.Kernel;

namespace Virker.Platform;

/// <summary>Reads the access log by the criteria of a search, newest first, with names and reviews.</summary>
internal sealed class LookReader(VirkerContext db, CurrentActor actor, ICitizenNames names)
{
    /// <summary>More of one's own are not counted.</summary>
    internal const int MostCounted = 1000;

    private byte[] Self => actor.Value.User is { } user ? ChainValues.Bytes(user.Value) : [];

    public async Task<List<AccessLogRow>> RowsAsync(SearchAccessLog query, int most, CancellationToken ct)
    {
        var narrowed = await NarrowedAsync(query, ct);
        var self = Self;
        return await narrowed
            .WhereGiven(query.WithoutOwn && self.Length > 0, r => r.UserId != self)
            .OrderByDescending(r => r.Sequence)
            .Take(most)
            .ToListAsync(ct);
    }

    /// <summary>How many of the asker's own looks the search would show, up to <see cref="MostCounted"/>.</summary>
    public async Task<int> OwnAsync(SearchAccessLog query, CancellationToken ct)
    {
        var self = Self;
        return self.Length == 0
            ? 0
            : await (await NarrowedAsync(query, ct)).Where(r => r.UserId == self).Take(MostCounted).CountAsync(ct);
    }

    public async Task<IReadOnlyList<LookLine>> LinesAsync(IReadOnlyList<AccessLogRow> rows, CancellationToken ct)
    {
        var sequences = rows.Select(r => r.Sequence).ToList();
        var reviews = await db.Set<AccessReviewRow>()
            .AsNoTracking()
            .Where(r => sequences.Contains(r.Sequence))
            .ToDictionaryAsync(r => r.Sequence, ct);
        var named = await NamesAsync(rows.Select(CitizenOf), ct);
        return [.. rows.Select(r => Line(r, reviews.GetValueOrDefault(r.Sequence), named))];
    }

    public Task<IReadOnlyDictionary<CitizenId, string>> NamesAsync(
        IEnumerable<CitizenId> citizens,
        CancellationToken ct
    ) => names.OfAsync([.. citizens.Distinct()], ct);

    public static CitizenId CitizenOf(AccessLogRow row) => CitizenId.From(ChainValues.Id(row.CitizenId));

    private async Task<IQueryable<AccessLogRow>> NarrowedAsync(SearchAccessLog query, CancellationToken ct)
    {
        var (user, citizen, self) = (
            query.User is { } u ? ChainValues.Bytes(u.Value) : [],
            query.Citizen is { } c ? ChainValues.Bytes(c.Value) : [],
            Self
        );
        var from = query.From is { } first ? ChainValues.StartOf(first) : 0;
        var until = query.To is { } last ? ChainValues.StartOf(last.AddDays(1)) : 0;
        var name = query.Name?.Trim().ToLowerInvariant() ?? "";
        var named = name.Length == 0 ? [] : await NamedAsync(name, ct);
        return db.Set<AccessLogRow>().AsNoTracking()
            .WhereGiven(query.From is not null, r => r.At >= from)
            .WhereGiven(query.To is not null, r => r.At < until)
            .WhereGiven(query.User is not null, r => r.UserId == user)
            .WhereGiven(query.Citizen is not null, r => r.CitizenId == citizen)
            .WhereGiven(!string.IsNullOrEmpty(query.UseCase), r => r.UseCase == query.UseCase)
            .WhereGiven(!string.IsNullOrEmpty(query.Reference), r => r.Reference == query.Reference)
            .WhereGiven(
                name.Length > 0,
                r => r.Actor.ToLower().Contains(name) || (r.UserId != null && named.Contains(r.UserId))
            )
            .WhereGiven(query.Before is not null, r => r.Sequence < query.Before)
            .WhereGiven(
                query.AwaitingReview,
                r => r.Review == 1 && !db.Set<AccessReviewRow>().Any(done => done.Sequence == r.Sequence)
            )
            .WhereGiven(query.AwaitingReview && self.Length > 0, r => r.UserId != self);
    }

    /// <summary>
    /// Whose account bears the name, with letters compared as in every search; the log itself has only the name as it
    /// was written.
    /// </summary>
    private async Task<List<byte[]>> NamedAsync(string name, CancellationToken ct)
    {
        var words = WrittenText.SearchWords(name);
        var accounts = await db.Set<AccountRow>()
            .AsNoTracking()
            .Select(a => new { a.Id, a.DisplayName })
            .ToListAsync(ct);
        return
        [
            .. accounts.Where(a => WrittenText.Holds(words, a.DisplayName)).Select(a => ChainValues.Bytes(a.Id.Value)),
        ];
    }

    private static LookLine Line(
        AccessLogRow row,
        AccessReviewRow? review,
        IReadOnlyDictionary<CitizenId, string> named
    ) =>
        new(
            row.Sequence,
            ChainValues.Instant(row.At),
            row.UserId is { } user ? UserId.From(ChainValues.Id(user)) : null,
            row.Actor,
            row.Role,
            CitizenOf(row),
            row.UseCase,
            row.Purpose,
            row.Reason,
            row.Review == 1,
            row.Reference
        )
        {
            CitizenName = named.GetValueOrDefault(CitizenOf(row)),
            Review = review is null ? null : new(review.ReviewedBy, review.ReviewedAt, review.InOrder, review.Note),
        };
}
