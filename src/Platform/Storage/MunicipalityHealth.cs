using System.Data.Common;
using System.Security.Cryptography;

namespace Virker.Platform;

/// <summary>
/// What is well and what is not with a municipality's data; names are stable, texts are for the operator and hold no
/// personal data.
/// </summary>
public sealed record HealthReport(IReadOnlyList<HealthFinding> Findings)
{
    public bool IsWell => Findings.All(f => f.IsWell);
}

public sealed record HealthFinding(string Name, bool IsWell, string Text);

/// <summary>
/// Whether a municipality can be served: database, schema, keys, room on the disk. Cheap enough to be asked each few
/// seconds.
/// </summary>
public sealed class MunicipalityHealth(Migrator migrator, KeyRing keys)
{
    private const long LeastFree = 500L * 1024 * 1024;

    public async Task<HealthReport> CheckAsync(Municipality municipality, CancellationToken ct = default)
    {
        var database = await DatabaseAsync(municipality, ct);
        var schema = database.IsWell
            ? await SchemaAsync(municipality, ct)
            : new HealthFinding("schema", false, "kan ikke ses, når databasen ikke svarer");
        return new([database, schema, Keys(municipality), Disk(municipality)]);
    }

    private static async Task<HealthFinding> DatabaseAsync(Municipality municipality, CancellationToken ct)
    {
        try
        {
            await using var connection = await Connections.OpenAsync(municipality.Database, ct);
            await Sql.ScalarAsync(connection, null, "select count(*) from chain_heads", ct);
            return new("database", true, "svarer");
        }
        catch (Exception problem) when (problem is DbException or IOException or TimeoutException)
        {
            return new("database", false, "svarer ikke");
        }
    }

    private async Task<HealthFinding> SchemaAsync(Municipality municipality, CancellationToken ct) =>
        await migrator.IsCurrentAsync(municipality.Database, ct)
            ? new("schema", true, "passer til udgaven")
            : new("schema", false, "passer ikke til udgaven");

    private HealthFinding Keys(Municipality municipality)
    {
        try
        {
            var own = keys.Of(municipality);
            return own.OpenText(own.SealText("prøve")) == "prøve"
                ? new("keys", true, "kan bruges")
                : new("keys", false, "åbner ikke det, de har forseglet");
        }
        catch (Exception problem) when (problem is CryptographicException or IOException or UnauthorizedAccessException)
        {
            return new("keys", false, "kan ikke læses");
        }
    }

    private static HealthFinding Disk(Municipality municipality)
    {
        var free = new DriveInfo(Path.GetFullPath(municipality.Folder)).AvailableFreeSpace;
        return new("disk", free >= LeastFree, $"{free / 1024 / 1024} MB fri");
    }
}
