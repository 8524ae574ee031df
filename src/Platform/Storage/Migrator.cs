using System.Data.Common;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Npgsql;

namespace Virker.Platform;

/// <summary>The database does not fit the scripts; the message names the script and says what to do.</summary>
public sealed class SchemaException(string message) : Exception(message);

/// <summary>
/// Brings a database to the schema that the modules' numbered scripts describe. It locks, so that two that start at once do not
/// both run; checks that every applied script is still here and unchanged; and runs each new one in a transaction of its own.
/// </summary>
public sealed partial class Migrator(IEnumerable<IModuleSchema> modules, TimeProvider clock)
{
    private const long LockKey = 0x5649524B4552;

    internal sealed record Script(string Module, int Number, string Name, string Sql)
    {
        public string Hash => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Sql.ReplaceLineEndings("\n"))));
    }

    /// <summary>Applies what is missing. Answers how many scripts ran.</summary>
    /// <exception cref="SchemaException">An applied script was changed or is missing, or a script fails.</exception>
    public async Task<int> MigrateAsync(DatabaseAddress address, CancellationToken ct = default)
    {
        if (address.Dialect == Dialect.Sqlite && Path.GetDirectoryName(Path.GetFullPath(address.Connection)) is { } folder) Directory.CreateDirectory(folder);
        await using var connection = await Connections.OpenAsync(address, ct);
        await LockAsync(connection, address.Dialect, ct);
        return await ApplyAsync(connection, ScriptsFor(address.Dialect), ct);
    }

    internal async Task<int> ApplyAsync(DbConnection connection, IReadOnlyList<Script> scripts, CancellationToken ct)
    {
        await ExecuteAsync(connection, null, HistoryTable, ct);
        var applied = await AppliedAsync(connection, ct);
        foreach (var ((module, number), (name, hash)) in applied)
        {
            var script = scripts.FirstOrDefault(s => s.Module == module && s.Number == number)
                ?? throw new SchemaException($"Databasen har fået scriptet {module}/{name}, som ikke findes i denne udgave. Brug en udgave, der har det.");
            if (script.Hash != hash) throw new SchemaException($"Scriptet {module}/{name} er ændret, efter at databasen fik det. Læg ændringen i et nyt script.");
        }

        var ran = 0;
        foreach (var script in scripts.Where(s => !applied.ContainsKey((s.Module, s.Number))))
        {
            await RunAsync(connection, script, ct);
            ran++;
        }

        return ran;
    }

    internal IReadOnlyList<Script> ScriptsFor(Dialect dialect)
    {
        var suffix = dialect == Dialect.Sqlite ? "sqlite" : "postgres";
        return [.. modules.OrderBy(m => m.Tier).ThenBy(m => m.Module, StringComparer.Ordinal).SelectMany(m => Embedded(m, suffix))];
    }

    private static IEnumerable<Script> Embedded(IModuleSchema module, string suffix)
    {
        var assembly = module.GetType().Assembly;
        return assembly.GetManifestResourceNames()
            .Select(resource => (resource, name: ScriptName().Match(resource)))
            .Where(r => r.name.Success && r.name.Groups["dialect"].Value == suffix)
            .Select(r => new Script(module.Module, int.Parse(r.name.Groups["number"].Value), $"{r.name.Groups["number"].Value}-{r.name.Groups["title"].Value}", Text(assembly, r.resource)))
            .OrderBy(s => s.Number);
    }

    private async Task RunAsync(DbConnection connection, Script script, CancellationToken ct)
    {
        await using var transaction = await connection.BeginTransactionAsync(ct);
        try
        {
            await ExecuteAsync(connection, transaction, script.Sql, ct);
            await using var command = connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = "insert into schema_history (module, number, name, hash, applied_at) values (@module, @number, @name, @hash, @at)";
            foreach (var (key, value) in new (string, object)[] { ("module", script.Module), ("number", script.Number), ("name", script.Name), ("hash", script.Hash), ("at", clock.GetUtcNow().UtcDateTime.ToString("O")) })
            {
                var parameter = command.CreateParameter();
                (parameter.ParameterName, parameter.Value) = (key, value);
                command.Parameters.Add(parameter);
            }

            await command.ExecuteNonQueryAsync(ct);
            await transaction.CommitAsync(ct);
        }
        catch (DbException problem)
        {
            throw new SchemaException($"Scriptet {script.Module}/{script.Name} kunne ikke køres: {problem.Message}");
        }
    }

    private static async Task<Dictionary<(string Module, int Number), (string Name, string Hash)>> AppliedAsync(DbConnection connection, CancellationToken ct)
    {
        var applied = new Dictionary<(string, int), (string, string)>();
        await using var command = connection.CreateCommand();
        command.CommandText = "select module, number, name, hash from schema_history";
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct)) applied[(reader.GetString(0), reader.GetInt32(1))] = (reader.GetString(2), reader.GetString(3));
        return applied;
    }

    /// <summary>PostgreSQL holds an advisory lock until the connection closes; SQLite's own write lock serialises, and history is read again inside it.</summary>
    private static Task LockAsync(DbConnection connection, Dialect dialect, CancellationToken ct) =>
        dialect == Dialect.Postgres ? ExecuteAsync(connection, null, $"select pg_advisory_lock({LockKey})", ct) : Task.CompletedTask;

    private static async Task ExecuteAsync(DbConnection connection, DbTransaction? transaction, string sql, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(ct);
    }

    private static string Text(Assembly assembly, string resource)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }

    private const string HistoryTable = """
        create table if not exists schema_history (
          module text not null, number integer not null, name text not null, hash text not null, applied_at text not null,
          primary key (module, number))
        """;

    [GeneratedRegex(@"\.Schema\.(?<number>\d{3})-(?<title>[^.]+)\.(?<dialect>sqlite|postgres)\.sql$")]
    private static partial Regex ScriptName();
}
