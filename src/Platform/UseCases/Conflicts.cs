using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Virker.Kernel;

namespace Virker.Platform;

/// <summary>What two writers who meet are told, whichever database noticed it.</summary>
internal static class Conflicts
{
    private const int SqliteConstraintPrimaryKey = 1555;
    private const int SqliteConstraintUnique = 2067;

    public static readonly Refusal ChangedMeanwhile = Refusal.ChangedMeanwhile(
        "conflict.changed-meanwhile",
        "Nogen har ændret det samme, siden du åbnede siden. Se det nye, og vælg, hvad der skal gælde."
    );

    private static readonly Refusal AlreadyExists = new(
        "conflict.already-exists",
        "Det er allerede oprettet. Genindlæs siden."
    );

    /// <summary>Null for a problem that is no conflict: a bug, or a database that is down.</summary>
    public static Refusal? RefusalOf(Exception problem) =>
        problem switch
        {
            DbUpdateConcurrencyException => ChangedMeanwhile,
            DbUpdateException { InnerException: DbException inner } => RefusalOf(inner),
            PostgresException
            {
                SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected
            } => ChangedMeanwhile,
            PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } => AlreadyExists,
            SqliteException { SqliteExtendedErrorCode: SqliteConstraintUnique or SqliteConstraintPrimaryKey } =>
                AlreadyExists,
            _ => null,
        };
}
