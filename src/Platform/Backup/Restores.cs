using System.IO.Compression;
using Microsoft.Data.Sqlite;
using Npgsql;
using Virker.Kernel;

namespace Virker.Platform;

/// <summary>
/// Puts a backup in place: everything is unpacked and checked beside what is there, then swapped in, and what was there
/// is kept aside under another name. Refused while a server runs, and for an archive that is damaged, foreign or newer
/// than this edition.
/// </summary>
public sealed class Restores(
    KeyRing keys,
    Migrator migrator,
    MunicipalityCatalogue catalogue,
    Backups backups,
    TimeProvider clock
)
{
    /// <param name="archive">The backup.</param>
    /// <param name="keysArchive">The keys that were packed with it; needed only where the municipality's own are not
    /// here. Null looks beside the archive.</param>
    /// <param name="erasures">A copy of the ledger of erasures; null is the municipality's own.</param>
    /// <param name="into">Where it goes; null is the municipality of the catalogue that the archive names, or a new one
    /// in SQLite.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<Outcome<BackupRestored>> RestoreAsync(
        string archive,
        string? keysArchive = null,
        string? erasures = null,
        Municipality? into = null,
        CancellationToken ct = default
    )
    {
        if (!File.Exists(archive))
            return Refusal.NotFound("backup.not-found", $"Filen {Path.GetFileName(archive)} findes ikke.");
        await using var file = new FileStream(archive, FileMode.Open, FileAccess.Read, FileShare.Read);
        var read = BackupHead.Read(file);
        if (read.IsRefused) return read.Refusal;
        var head = read.Value;
        var target = Target(head.Municipality, into);
        if (target.IsRefused) return target.Refusal;
        using var alone = MunicipalityUse.Alone(target.Value);
        if (alone is null)
            return new Refusal(
                "backup.in-use",
                $"{target.Value.Name} er i brug. Stop Virker, før en kopi lægges på plads."
            );
        using var bench = new RestoreBench(target.Value, clock.GetUtcNow());
        var key = OwnKeys(head, target.Value, keysArchive ?? archive + Backups.KeysEnding, bench);
        if (key.IsRefused) return key.Refusal;
        var opened = await BackupArchive.OpenAsync(file, head, key.Value.AuditKey);
        if (opened.IsRefused) return opened.Refusal;
        using var backup = opened.Value;
        var erased = await ErasureLedger.GatherAsync(target.Value, erasures, key.Value.AuditKey, ct);
        if (erased.IsRefused) return erased.Refusal;
        var placed = await PlaceAsync(backup, target.Value, key.Value, new ErasedAgain(erased.Value), bench, ct);
        return placed.IsRefused
            ? placed
            : placed.Value with
            {
                Warnings = [.. Warnings(head, erased.Value, erasures ?? ErasureLedger.PathOf(target.Value))],
            };
    }

    private static IEnumerable<string> Warnings(BackupHead head, IReadOnlyList<Erasure> erased, string ledger)
    {
        if (!head.IsLocked)
            yield return "Kopien er fra en ældre udgave og var ikke krypteret: hvem der har haft filen, har kunnet læse den. Tag en ny kopi, og slet den gamle.";
        if (erased.Count == 0 && !File.Exists(ledger))
            yield return "Der er ingen fortegnelse over sletninger her. Er noget slettet, efter kopien blev taget, er det der igen: læg kopien på plads igen med fortegnelsen (--erasures).";
    }

    private async Task<Outcome<BackupRestored>> PlaceAsync(
        BackupArchive backup,
        Municipality target,
        MunicipalityKeys key,
        ErasedAgain erased,
        RestoreBench bench,
        CancellationToken ct
    )
    {
        try
        {
            await bench.UnpackFilesAsync(backup);
            await using var database = RestoredDatabase.For(target.Database, bench);
            await database.LoadAsync(backup, migrator, ct);
            if (await database.VerifyAsync(key.AuditKey, backup.Manifest, ct) is { } broken)
                return BackupArchive.Damaged($"{broken.Table}, række {broken.Sequence}: {broken.Problem}");
            bench.KeepFiles(await database.EraseAsync(erased, ct));
            SqliteConnection.ClearAllPools();
            NpgsqlConnection.ClearAllPools();
            var aside = await database.SwapAsync(ct);
            bench.SwapFolders();
            await AfterwardsAsync(backup.Manifest, target, erased, ct);
            return new BackupRestored(target, backup.Manifest.TakenAt, [.. aside, .. bench.KeptAside])
            {
                ErasedAgain = erased.Rows,
            };
        }
        catch (Exception problem) when (problem is InvalidDataException or PostgresException or SqliteException)
        {
            return BackupArchive.Damaged(problem.Message);
        }
        catch (SchemaException problem)
        {
            return new Refusal("backup.schema", problem.Message);
        }
    }

    /// <summary>
    /// Newer scripts are run, what they moved is erased again too, what was last seen of the chains is what was
    /// restored, and the journal says that it happened.
    /// </summary>
    private async Task AfterwardsAsync(
        BackupManifest manifest,
        Municipality target,
        ErasedAgain erased,
        CancellationToken ct
    )
    {
        await migrator.MigrateAsync(target.Database, ct);
        await using (var connection = await Connections.OpenAsync(target.Database, ct))
            await erased.RunAsync(connection, ct);
        ChainAnchors.Of(target).Keep(manifest.Heads);
        keys.Forget(target);
        await backups.NoteAsync(target, "Restore", ("erased", erased.Rows), ct);
        if (catalogue.OfSlug(target.Slug) is null && catalogue.Add(target) is { IsRefused: true } refused)
            throw new CatalogueException(refused.Refusal!.Text);
    }

    private Outcome<Municipality> Target(BackedUpMunicipality from, Municipality? into)
    {
        var target =
            into
            ?? catalogue.OfSlug(from.Slug)
            ?? new Municipality(
                from.Code,
                from.Name,
                from.Slug,
                from.Hosts,
                catalogue.SqliteOf(from.Slug),
                catalogue.FolderOf(from.Slug)
            )
            {
                IsFictive = from.Fictive,
            };
        return target.Slug != from.Slug || target.Code != from.Code
                ? new Refusal(
                    "backup.foreign",
                    $"Sikkerhedskopien er fra {from.Name} og kan ikke lægges ind i {target.Name}."
                )
            : target.Database.Suffix != from.Dialect
                ? new Refusal(
                    "backup.other-database",
                    $"Sikkerhedskopien er fra {(from.Dialect == "sqlite" ? "SQLite" : "PostgreSQL")}. Kommunen bruger en anden database."
                )
            : catalogue.OfSlug(target.Slug) is null && MunicipalityCatalogue.Decide(target, catalogue.All) is { } taken
                ? taken
            : target;
    }

    /// <summary>
    /// The municipality's own keys when they are here, else those that were packed; in either case the ones the archive
    /// was sealed with.
    /// </summary>
    private static Outcome<MunicipalityKeys> OwnKeys(
        BackupHead head,
        Municipality target,
        string keysArchive,
        RestoreBench bench
    )
    {
        if (MunicipalityKeys.Existing(target.KeysFolder) is { } present)
            return Backups.Fingerprint(present) == head.Keys
                ? present
                : new Refusal(
                    "backup.foreign",
                    "Sikkerhedskopien er lavet med andre nøgler end dem, kommunen har her."
                );
        if (!File.Exists(keysArchive))
            return new Refusal(
                "backup.no-keys",
                "Nøglerne er her ikke. Angiv filen med nøgler (--keys), som blev lavet sammen med kopien."
            );
        try
        {
            ZipFile.ExtractToDirectory(keysArchive, bench.KeysFolder, overwriteFiles: true);
        }
        catch (InvalidDataException)
        {
            return BackupArchive.Damaged("filen med nøgler");
        }

        return MunicipalityKeys.Existing(bench.KeysFolder) is { } packed && Backups.Fingerprint(packed) == head.Keys
            ? packed
            : new Refusal("backup.foreign", "Filen med nøgler hører til en anden sikkerhedskopi.");
    }
}
