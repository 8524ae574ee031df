using Microsoft.Data.Sqlite;
using Npgsql;

namespace Virker.Platform;

/// <summary>
/// Whether a failure means that the database cannot be reached or cannot take more now (restarting, too many at it,
/// disk full), and not that the program is wrong: it is worth trying again in a while.
/// </summary>
public static class DatabaseAway
{
    /// <summary>
    /// Busy, locked, out of memory, a disk that cannot be read or is full, a file that cannot be opened.
    /// </summary>
    private static readonly int[] SqliteCodes = [5, 6, 7, 10, 13, 14];

    /// <summary>
    /// Connection lost, resources used up, server starting or stopping, trouble outside the server itself.
    /// </summary>
    private static readonly string[] PostgresClasses = ["08", "53", "57P", "58"];

    public static bool Is(Exception problem) =>
        Causes(problem)
            .Any(cause =>
                cause switch
                {
                    PostgresException postgres => PostgresClasses.Any(c =>
                        postgres.SqlState.StartsWith(c, StringComparison.Ordinal)
                    ),
                    NpgsqlException npgsql => npgsql.IsTransient,
                    SqliteException sqlite => SqliteCodes.Contains(sqlite.SqliteErrorCode),
                    _ => false,
                }
            );

    private static IEnumerable<Exception> Causes(Exception problem)
    {
        for (var cause = problem; cause is not null; cause = cause.InnerException)
        {
            yield return cause;
            if (cause is not AggregateException several) continue;
            foreach (var inner in several.InnerExceptions.SelectMany(Causes)) yield return inner;
        }
    }
}
