using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Virker.Platform;

/// <summary>Plain SQL with named values, each written as its column stores it on either database.</summary>
public static class Sql
{
    /// <summary>
    /// Runs a statement in the context's connection and transaction. Answers how many rows it touched.
    /// </summary>
    internal static async Task<int> RunAsync(
        VirkerContext db,
        string sql,
        CancellationToken ct,
        params (string Name, object? Value)[] values
    )
    {
        await db.Database.OpenConnectionAsync(ct);
        try
        {
            await using var command = Command(
                db.Database.GetDbConnection(),
                db.Database.CurrentTransaction?.GetDbTransaction(),
                sql,
                values
            );
            var rows = await command.ExecuteNonQueryAsync(ct);
            db.HasWrittenPast |= rows > 0;
            return rows;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    internal static async Task<int> RunAsync(
        DbConnection connection,
        DbTransaction? transaction,
        string sql,
        CancellationToken ct,
        params (string Name, object? Value)[] values
    )
    {
        await using var command = Command(connection, transaction, sql, values);
        return await command.ExecuteNonQueryAsync(ct);
    }

    internal static async Task<object?> ScalarAsync(
        DbConnection connection,
        DbTransaction? transaction,
        string sql,
        CancellationToken ct,
        params (string Name, object? Value)[] values
    )
    {
        await using var command = Command(connection, transaction, sql, values);
        return await command.ExecuteScalarAsync(ct) is var value and not DBNull ? value : null;
    }

    internal static DbCommand Command(
        DbConnection connection,
        DbTransaction? transaction,
        string sql,
        params (string Name, object? Value)[] values
    )
    {
        var command = connection.CreateCommand();
        (command.CommandText, command.Transaction) = (sql, transaction);
        var dialect = connection is Npgsql.NpgsqlConnection ? Dialect.Postgres : Dialect.Sqlite;
        foreach (var (name, value) in values)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = ($"@{name}", Stored(value, dialect));
            command.Parameters.Add(parameter);
        }

        return command;
    }

    /// <summary>
    /// The value as a column of <paramref name="dialect"/> holds it: the same rules as the composed context's.
    /// </summary>
    public static object Stored(object? value, Dialect dialect) => (value, dialect) switch
    {
        (null, _) => DBNull.Value,
        (Guid id, Dialect.Sqlite) => id.ToByteArray(true),
        (DateTimeOffset at, Dialect.Sqlite) => at.UtcTicks,
        (DateTimeOffset at, _) => at.ToUniversalTime(),
        (DateOnly day, Dialect.Sqlite) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        (bool yes, Dialect.Sqlite) => yes ? 1L : 0L,
        _ => value,
    };
}
