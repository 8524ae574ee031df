using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;
using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Targets;

/// <summary>How the last fetch from a source went.</summary>
[Table("official_fetches")]
internal sealed class FetchRow : IVersioned
{
    /// <summary>See <see cref="OfficialSources"/>.</summary>
    [Key]
    public string Source { get; init; } = "";

    public DateTimeOffset TriedAt { get; set; }

    /// <summary>The last time that figures came; null where none ever have.</summary>
    public DateTimeOffset? DoneAt { get; set; }

    /// <summary>Why the last try gave nothing; null where it did.</summary>
    public string? Problem { get; set; }

    public int Added { get; set; }

    public int Revised { get; set; }

    public int Version { get; private set; }
}

/// <summary>The outside parties that figures are fetched from.</summary>
public static class OfficialSources
{
    public const string Jobindsats = "jobindsats";
    public const string StatBank = "statistikbanken";
}

/// <summary>Keeps how each fetch went, so that whoever reads the figures can see how new they are.</summary>
[Part]
internal sealed class FetchLog(VirkerContext db, TimeProvider clock)
{
    public Task WentAsync(string source, int added, int revised, CancellationToken ct) => KeepAsync(source, row =>
        (row.DoneAt, row.Problem, row.Added, row.Revised) = (row.TriedAt, null, added, revised), ct);

    public Task FailedAsync(string source, string problem, CancellationToken ct) =>
        KeepAsync(source, row => row.Problem = problem, ct);

    private async Task KeepAsync(string source, Action<FetchRow> set, CancellationToken ct)
    {
        var row = await db.Set<FetchRow>().FirstOrDefaultAsync(r => r.Source == source, ct);
        if (row is null) db.Add(row = new() { Source = source });
        row.TriedAt = clock.GetUtcNow();
        set(row);
        await db.SaveChangesAsync(ct);
    }
}
