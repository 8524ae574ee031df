using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;
using Microsoft.EntityFrameworkCore;
using Virker.Kernel;

namespace Virker.Platform;

/// <summary>
/// Search the journal: what was changed, by whom, when, through which use case, with the values before and after. Days
/// are Danish, both included. Newest first; the next page begins before the last row's sequence.
/// </summary>
public sealed record SearchJournal(
    DateOnly? From = null,
    DateOnly? To = null,
    UserId? User = null,
    CitizenId? Citizen = null,
    string? UseCase = null,
    long? Before = null,
    int Take = 50
) : IQuery<JournalExcerpt>
{
    /// <summary>A table, and a row of it.</summary>
    public string? Entity { get; init; }

    public string? EntityId { get; init; }
}

public sealed record JournalExcerpt(IReadOnlyList<JournalLine> Changes, long? Next) : IRevealsCitizens
{
    public IEnumerable<CitizenId> Revealed => Changes.Select(c => c.Citizen).OfType<CitizenId>();
}

/// <summary>
/// One change. <paramref name="Before"/> and <paramref name="After"/> are JSON objects of column and value; secrets are
/// left out.
/// </summary>
public sealed record JournalLine(
    long Sequence,
    DateTimeOffset At,
    UserId? User,
    string Name,
    string UseCase,
    string Reference,
    ChangedRow Row,
    CitizenId? Citizen,
    string? Before,
    string? After
)
{
    /// <summary>What the row's codes are called.</summary>
    public StoredWords Codes { get; init; } = StoredWords.None;

    /// <summary>The words are withheld from the one who asks (<see cref="IWithholdsWords"/>).</summary>
    public bool IsWithheld { get; init; }
}

/// <summary>Which row was changed and how: "added", "changed", "deleted", or "bulk" for rows loaded in bulk.</summary>
public sealed record ChangedRow(string Entity, string Id, string Kind);

[Requires("platform.journal.search", Purpose = "Kontrol af, hvad der er ændret")]
internal sealed class SearchJournalHandler(VirkerContext db, JournalVeil veil) : IUseCase<SearchJournal, JournalExcerpt>
{
    private const int Most = 500;

    public async Task<Outcome<JournalExcerpt>> RunAsync(SearchJournal query, CancellationToken ct = default)
    {
        var take = Math.Clamp(query.Take, 1, Most);
        var rows = await Narrowed(query).OrderByDescending(r => r.Sequence).Take(take + 1).ToListAsync(ct);
        return new JournalExcerpt(
            [.. rows.Take(take).Select(r => veil.Over(Line(r) with { Codes = StoredWords.Of(db.Model, r.Entity) }))],
            rows.Count > take ? rows[take - 1].Sequence : null
        );
    }

    private IQueryable<JournalRow> Narrowed(SearchJournal query)
    {
        var user = query.User is { } u ? ChainValues.Bytes(u.Value) : [];
        var citizen = query.Citizen is { } c ? ChainValues.Bytes(c.Value) : [];
        var from = query.From is { } first ? ChainValues.StartOf(first) : 0;
        var until = query.To is { } last ? ChainValues.StartOf(last.AddDays(1)) : 0;
        return db.Set<JournalRow>()
            .WhereGiven(query.From is not null, r => r.At >= from)
            .WhereGiven(query.To is not null, r => r.At < until)
            .WhereGiven(query.User is not null, r => r.UserId == user)
            .WhereGiven(query.Citizen is not null, r => r.CitizenId == citizen)
            .WhereGiven(!string.IsNullOrEmpty(query.UseCase), r => r.UseCase == query.UseCase)
            .WhereGiven(!string.IsNullOrEmpty(query.Entity), r => r.Entity == query.Entity)
            .WhereGiven(!string.IsNullOrEmpty(query.EntityId), r => r.EntityId == query.EntityId)
            .WhereGiven(query.Before is not null, r => r.Sequence < query.Before);
    }

    private static JournalLine Line(JournalRow r) =>
        new(
            r.Sequence,
            ChainValues.Instant(r.At),
            r.UserId is { } user ? UserId.From(ChainValues.Id(user)) : null,
            r.Actor,
            r.UseCase,
            r.Reference,
            new(r.Entity, r.EntityId, r.Kind),
            r.CitizenId is { } citizen ? CitizenId.From(ChainValues.Id(citizen)) : null,
            r.Before,
            r.After
        );
}

/// <summary>A row of the journal as it is read; it is only ever written through the hash chain.</summary>
[Table("journal")]
internal sealed class JournalRow
{
    [Key]
    public long Sequence { get; init; }

    public long At { get; init; }

    public byte[]? UserId { get; init; }

    public string Actor { get; init; } = "";

    public string UseCase { get; init; } = "";

    public string Reference { get; init; } = "";

    public string Entity { get; init; } = "";

    public string EntityId { get; init; } = "";

    public byte[]? CitizenId { get; init; }

    public string Kind { get; init; } = "";

    public string? Before { get; init; }

    public string? After { get; init; }

    public byte[] Hash { get; init; } = [];
}
