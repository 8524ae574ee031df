using System.Data.Common;
using System.Globalization;

namespace Virker.Platform;

/// <summary>The database does not fit the scripts; the message names the script and says what to do.</summary>
public sealed class SchemaException(string message) : Exception(message);

/// <summary>
/// Brings a database to the schema that the modules' numbered scripts describe. It locks, so that two that start at
/// once do not both run; checks that every applied script is still here and unchanged; and runs each new one in a
/// transaction of its own.
/// </summary>
public sealed class Migrator(IEnumerable<IModuleSchema> modules, TimeProvider clock)
{
    private const long LockKey = 0x5649524B4552;

    private const string HistoryTable = """
        create table if not exists schema_history (
          module text not null, number integer not null, name text not null, hash text not null, applied_at text not null,
          primary key (module, number))
        """;

    /// <summary>Applies what is missing. Answers how many scripts ran.</summary>
    /// <exception cref="SchemaException">An applied script was changed or is missing, a number is skipped or used
    /// twice, or a script fails.</exception>
    public async Task<int> MigrateAsync(DatabaseAddress address, CancellationToken ct = default)
    {
        if (
            address.Dialect == Dialect.Sqlite
            && Path.GetDirectoryName(Path.GetFullPath(address.Connection)) is { } folder
        )
            Directory.CreateDirectory(folder);
        using var turn = await WriteTurn.TakeAsync(address, ct);
        await using var connection = await OpenAsync(address, ct);
        return await ApplyAsync(connection, ScriptsFor(address.Dialect), ct);
    }

    /// <summary>Whether every script of this edition has run and nothing else has: what a health check asks.</summary>
    public async Task<bool> IsCurrentAsync(DatabaseAddress address, CancellationToken ct = default)
    {
        await using var connection = await Connections.OpenAsync(address, ct);
        var applied = await AppliedAsync(connection, null, ct);
        var scripts = ScriptsFor(address.Dialect);
        return applied.Count == scripts.Count
            && scripts.All(s => applied.GetValueOrDefault((s.Module, s.Number))?.Hash == s.Hash);
    }

    internal IReadOnlyList<Script> ScriptsFor(Dialect dialect) =>
        InOrder(
            modules
                .OrderBy(m => m.Tier)
                .ThenBy(m => m.Module, StringComparer.Ordinal)
                .Select(m => Script.EmbeddedIn(m, dialect))
        );

    /// <summary>Module by module; one that must wait for another's script runs as soon as that has run.</summary>
    /// <exception cref="SchemaException">A script waits for one that is not there.</exception>
    internal static IReadOnlyList<Script> InOrder(IEnumerable<IEnumerable<Script>> byModule)
    {
        List<Queue<Script>> waiting = [.. byModule.Select(scripts => new Queue<Script>(scripts))];
        var order = new List<Script>();
        while (waiting.Find(q => q.Count > 0) is { } stuck)
        {
            var next =
                waiting.Find(q => q.Count > 0 && MayRun(q.Peek(), order))
                ?? throw new SchemaException(
                    $"Scriptet {stuck.Peek().Module}/{stuck.Peek().Name} venter på et, som ikke findes i denne udgave."
                );
            order.Add(next.Dequeue());
        }

        return order;
    }

    private static bool MayRun(Script script, List<Script> before) =>
        script.After is not { } other || before.Exists(s => (s.Module, s.Number) == other);

    internal async Task<int> ApplyAsync(DbConnection connection, IReadOnlyList<Script> scripts, CancellationToken ct)
    {
        CheckNumbers(scripts);
        var isPostgres = connection is Npgsql.NpgsqlConnection;
        if (isPostgres) await ExecuteAsync(connection, null, $"select pg_advisory_lock({LockKey})", ct);
        try
        {
            await ExecuteAsync(connection, null, HistoryTable, ct);
            var applied = await AppliedAsync(connection, null, ct);
            CheckApplied(applied, scripts);
            var ran = 0;
            foreach (var script in scripts.Where(s => !applied.ContainsKey((s.Module, s.Number))))
                ran += await RunAsync(connection, script, ct) ? 1 : 0;
            return ran;
        }
        finally
        {
            if (isPostgres)
                await ExecuteAsync(connection, null, $"select pg_advisory_unlock({LockKey})", CancellationToken.None);
        }
    }

    private static void CheckNumbers(IReadOnlyList<Script> scripts)
    {
        foreach (var module in scripts.GroupBy(s => s.Module))
        {
            var number = 0;
            foreach (var script in module)
            {
                if (script.Number != ++number)
                    throw new SchemaException(
                        $"Scriptet {script.Module}/{script.Name} skulle have nummer {number:000}: et nummer er sprunget over eller brugt to gange."
                    );
            }
        }
    }

    private static void CheckApplied(
        Dictionary<(string Module, int Number), Script.Applied> applied,
        IReadOnlyList<Script> scripts
    )
    {
        foreach (var ((module, number), (name, hash)) in applied)
        {
            var script =
                scripts.FirstOrDefault(s => s.Module == module && s.Number == number)
                ?? throw new SchemaException(
                    $"Databasen har fået scriptet {module}/{name}, som ikke findes i denne udgave. Brug en udgave, der har det."
                );
            if (script.Hash != hash)
                throw new SchemaException(
                    $"Scriptet {module}/{name} er ændret, efter at databasen fik det. Læg ændringen i et nyt script."
                );
        }

        foreach (var script in scripts.Where(s => !applied.ContainsKey((s.Module, s.Number))))
        {
            if (applied.Keys.Any(k => k.Module == script.Module && k.Number > script.Number))
                throw new SchemaException(
                    $"Databasen mangler scriptet {script.Module}/{script.Name}, men har fået et senere. Genskab den fra en sikkerhedskopi."
                );
        }
    }

    /// <summary>
    /// False when another process, which SQLite let in first, has run it: history is read again inside the transaction.
    /// </summary>
    private async Task<bool> RunAsync(DbConnection connection, Script script, CancellationToken ct)
    {
        try
        {
            await using var transaction = await connection.BeginTransactionAsync(ct);
            if ((await AppliedAsync(connection, transaction, ct)).ContainsKey((script.Module, script.Number)))
                return false;
            await ExecuteAsync(connection, transaction, script.Sql, ct);
            await Sql.RunAsync(
                connection,
                transaction,
                "insert into schema_history (module, number, name, hash, applied_at) values (@module, @number, @name, @hash, @at)",
                ct,
                ("module", script.Module),
                ("number", script.Number),
                ("name", script.Name),
                ("hash", script.Hash),
                ("at", clock.GetUtcNow().UtcDateTime.ToString("O", CultureInfo.InvariantCulture))
            );
            await transaction.CommitAsync(ct);
            return true;
        }
        catch (DbException problem)
        {
            throw new SchemaException($"Scriptet {script.Module}/{script.Name} kunne ikke køres: {problem.Message}");
        }
    }

    private static async Task<Dictionary<(string Module, int Number), Script.Applied>> AppliedAsync(
        DbConnection connection,
        DbTransaction? transaction,
        CancellationToken ct
    )
    {
        var applied = new Dictionary<(string, int), Script.Applied>();
        await using var command = Sql.Command(
            connection,
            transaction,
            "select module, number, name, hash from schema_history"
        );
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
            applied[(reader.GetString(0), reader.GetInt32(1))] = new(reader.GetString(2), reader.GetString(3));
        return applied;
    }

    private static async Task<DbConnection> OpenAsync(DatabaseAddress address, CancellationToken ct)
    {
        try
        {
            return await Connections.OpenAsync(address, ct);
        }
        catch (DbException problem)
        {
            throw new SchemaException($"Databasen kan ikke åbnes: {problem.Message}");
        }
    }

    /// <summary>A script may take as long as it needs.</summary>
    private static async Task ExecuteAsync(
        DbConnection connection,
        DbTransaction? transaction,
        string sql,
        CancellationToken ct
    )
    {
        await using var command = Sql.Command(connection, transaction, sql);
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(ct);
    }
}
