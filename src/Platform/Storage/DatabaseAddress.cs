namespace Virker.Platform;

/// <summary>
/// The two databases that Virker runs on. Where they differ, the difference has a name in this folder.
/// </summary>
public enum Dialect
{
    Sqlite,
    Postgres,
}

/// <summary>Where a municipality's database is: a SQLite file, or a PostgreSQL connection string.</summary>
public sealed record DatabaseAddress(Dialect Dialect, string Connection)
{
    public static DatabaseAddress SqliteFile(string path) => new(Dialect.Sqlite, path);

    public static DatabaseAddress Postgres(string connection) => new(Dialect.Postgres, connection);

    /// <summary>
    /// The short name under which the scripts of this database end: <c>.sqlite.sql</c> or <c>.postgres.sql</c>.
    /// </summary>
    public string Suffix => Dialect == Dialect.Sqlite ? "sqlite" : "postgres";
}
