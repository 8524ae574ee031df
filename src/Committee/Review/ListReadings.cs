using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;
using Virker.Targets;

namespace Virker.Committee;

/// <summary>The papers that were handed in to be read, the newest first.</summary>
public sealed record ListReadings : IQuery<ReadingList>;

public sealed record ReadingList(IReadOnlyList<ReadingLine> Readings);

/// <summary>A paper that was handed in: how far it has come, what it is, and how many doubts nobody has
/// settled.</summary>
public sealed record ReadingLine(ReadingId Id, string Name, ReadingState State, string? Kind, string? Title, int Doubts)
{
    public string? Problem { get; init; }

    public long Bytes { get; init; }

    public int Corrections { get; init; }

    public DateTimeOffset UploadedAt { get; init; }

    public string UploadedBy { get; init; } = "";

    /// <summary>"library" or "own", where it is kept.</summary>
    public string? KeptAs { get; init; }

    public CommitteeMeetingId? KeptMeeting { get; init; }

    public PlanId? KeptPlan { get; init; }

    public DateTimeOffset? KeptAt { get; init; }

    public string? KeptBy { get; init; }

    public int Version { get; init; }

    internal static ReadingLine Of(ReadingRow row, int corrections) =>
        new(row.Id, row.Name, row.State, row.Kind, row.Title, row.Doubts)
    {
        Problem = row.Problem, Bytes = row.Bytes, Corrections = corrections, UploadedAt = row.UploadedAt,
            UploadedBy = row.UploadedBy, KeptAs = row.KeptAs, KeptMeeting = row.KeptMeeting, KeptPlan = row.KeptPlan,
        KeptAt = row.KeptAt, KeptBy = row.KeptBy, Version = row.Version,
    };
}

[Requires("committee.reading.see")]
internal sealed class ListReadingsHandler(VirkerContext db) : IUseCase<ListReadings, ReadingList>
{
    public async Task<Outcome<ReadingList>> RunAsync(ListReadings query, CancellationToken ct = default)
    {
        var rows = await db.Set<ReadingRow>().OrderByDescending(r => r.UploadedAt).ThenBy(r => r.Name)
            .ToListAsync(ct);
        var corrections = await db.Set<ReadingCorrectionRow>().Where(c => !c.IsConfirmed).GroupBy(c => c.ReadingId)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        return new ReadingList([.. rows.Select(r => ReadingLine.Of(r, corrections.GetValueOrDefault(r.Id)))]);
    }
}
