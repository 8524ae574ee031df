using System.ComponentModel.DataAnnotations.Schema;

namespace Virker.Platform;

/// <summary>
/// Something was erased for good (slettet): the rows of <paramref name="Table"/> whose <paramref name="Column"/> is
/// <paramref name="Value"/>, and with them what hangs on them. The value is an identity or a hash in hexadecimal, never
/// anything about a person. A backup that is older is erased again when it is put in place.
/// </summary>
public sealed record Erasure(Guid Id, DateTimeOffset At, string Table, string Column, string Value, string Why);

[Table("erasures")]
internal sealed class ErasureRow
{
    public Guid Id { get; init; }

    public DateTimeOffset At { get; init; }

    public string TableName { get; init; } = "";

    public string ColumnName { get; init; } = "";

    [Secret]
    public string Value { get; init; } = "";

    public string Why { get; init; } = "";

    public Erasure ToErasure() => new(Id, At, TableName, ColumnName, Value, Why);
}

/// <summary>
/// Notes, in the transaction of the use case that runs, that rows are erased and must not come back with a backup.
/// </summary>
public interface IErasures
{
    /// <param name="table">The table's name in the database.</param>
    /// <param name="column">The column that tells the rows.</param>
    /// <param name="value">An identity, sixteen bytes.</param>
    /// <param name="why">In Danish, without anything about a person.</param>
    void Note(string table, string column, Guid value, string why);

    /// <inheritdoc cref="Note(string, string, Guid, string)"/>
    void Note(string table, string column, byte[] value, string why);
}

internal sealed class Erasures(VirkerContext db, TimeProvider clock) : IErasures
{
    public void Note(string table, string column, Guid value, string why) =>
        Note(table, column, value.ToByteArray(bigEndian: true), why);

    public void Note(string table, string column, byte[] value, string why) =>
        db.Add(
            new ErasureRow
            {
                Id = Guid.NewGuid(),
                At = clock.GetUtcNow(),
                TableName = table,
                ColumnName = column,
                Value = Convert.ToHexStringLower(value),
                Why = why,
            }
        );
}
