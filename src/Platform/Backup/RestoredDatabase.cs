using Microsoft.Data.Sqlite;

namespace Virker.Platform;

/// <summary>A database made from a backup beside the one in use, checked there, and then put in its place.</summary>
internal abstract class RestoredDatabase : IAsyncDisposable
{
    public static RestoredDatabase For(DatabaseAddress target, RestoreBench bench) =>
        target.Dialect == Dialect.Sqlite ? new RestoredSqlite(target, bench) : new RestoredPostgres(target, bench);

    /// <summary>Makes the tables and fills them.</summary>
    public abstract Task LoadAsync(BackupArchive backup, Migrator migrator, CancellationToken ct);

    /// <summary>Both chains are whole and as long as the manifest says.</summary>
    public async Task<ChainBreak?> VerifyAsync(byte[] key, BackupManifest manifest, CancellationToken ct)
    {
        await using var connection = await OpenAsync(ct);
        await using var moment = await VerifyChainsHandler.OneMomentAsync(connection, ct);
        foreach (var table in VerifyChainsHandler.Tables)
        {
            if (
                await new HashChain(moment, key).VerifyAsync(
                    table,
                    manifest.Heads.FirstOrDefault(h => h.Table == table.Name),
                    ct
                ) is
                { } broken
            )
                return broken;
        }

        return null;
    }

    /// <summary>Erases again what was erased since. Answers the stored names of the files that are left.</summary>
    public async Task<IReadOnlySet<string>> EraseAsync(ErasedAgain erased, CancellationToken ct)
    {
        await using var connection = await OpenAsync(ct);
        await erased.RunAsync(connection, ct);
        await using var command = Sql.Command(connection, null, "select stored_name from files");
        await using var reader = await command.ExecuteReaderAsync(ct);
        var names = new HashSet<string>();
        while (await reader.ReadAsync(ct)) names.Add(reader.GetString(0));
        return names;
    }

    /// <summary>Puts it in the place of the one in use. Answers what that is kept as.</summary>
    public abstract Task<IReadOnlyList<string>> SwapAsync(CancellationToken ct);

    public virtual ValueTask DisposeAsync() => ValueTask.CompletedTask;

    protected abstract Task<System.Data.Common.DbConnection> OpenAsync(CancellationToken ct);

    /// <summary>The scripts that the backup's tables come from, each unchanged in this edition.</summary>
    protected static IReadOnlyList<Script> ScriptsOf(BackupManifest manifest, Migrator migrator, Dialect dialect)
    {
        var known = migrator.ScriptsFor(dialect);
        foreach (var had in manifest.Scripts)
        {
            if (known.FirstOrDefault(s => s.Module == had.Module && s.Number == had.Number)?.Hash != had.Hash)
                throw new SchemaException(
                    $"Sikkerhedskopien har scriptet {had.Module}/{had.Name}, som denne udgave af Virker ikke har. Brug en nyere udgave."
                );
        }

        return [.. known.Where(s => manifest.Scripts.Any(had => had.Module == s.Module && had.Number == s.Number))];
    }

    private sealed class RestoredSqlite(DatabaseAddress target, RestoreBench bench) : RestoredDatabase
    {
        private readonly DatabaseAddress _made = DatabaseAddress.SqliteFile(bench.DatabaseFile);

        public override async Task LoadAsync(BackupArchive backup, Migrator migrator, CancellationToken ct)
        {
            ScriptsOf(backup.Manifest, migrator, Dialect.Sqlite);
            await backup.UnpackAsync(backup.PartsUnder(DatabaseSnapshot.SqlitePart).Single(), _made.Connection);
            await using var connection = await OpenAsync(ct);
            if (await Sql.ScalarAsync(connection, null, "pragma integrity_check", ct) as string != "ok")
                throw new InvalidDataException("databasefilen");
            if (await Sql.ScalarAsync(connection, null, "pragma foreign_key_check", ct) is { } orphan)
                throw new InvalidDataException($"rækker i {orphan} peger på noget, der ikke er der");
        }

        public override async Task<IReadOnlyList<string>> SwapAsync(CancellationToken ct)
        {
            await using (var connection = await OpenAsync(ct))
                await Sql.RunAsync(connection, null, "pragma wal_checkpoint(truncate)", ct);
            SqliteConnection.ClearAllPools();
            var live = Path.GetFullPath(target.Connection);
            Directory.CreateDirectory(Path.GetDirectoryName(live)!);
            List<string> aside =
            [
                .. new[] { "", "-wal", "-shm" }.Select(ending => bench.PutAside(live, ending)).OfType<string>(),
            ];
            File.Move(_made.Connection, live);
            return aside;
        }

        protected override Task<System.Data.Common.DbConnection> OpenAsync(CancellationToken ct) =>
            Connections.OpenAsync(_made, ct);
    }
}
