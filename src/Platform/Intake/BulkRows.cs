using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Virker.Platform;

/// <summary>
/// Rows on their way into a database that nobody uses yet. Its foreign keys are off meanwhile, so what a row refers to
/// is looked for here, among those that came before it.
/// </summary>
internal sealed class BulkRows(BulkLoad load, IModel model, MunicipalityKeys keys) : IRegisterRows
{
    private readonly Dictionary<Type, Target> _tables = [];
    private readonly Dictionary<Type, HashSet<Guid>> _known = [];

    public MunicipalityKeys Keys => keys;

    /// <summary>What was wrong with the first thing that was not written as it came.</summary>
    public string? Fault { get; private set; }

    /// <summary>How many rows have been written, by table.</summary>
    public IReadOnlyDictionary<string, long> Counts =>
        _tables.Values.Where(t => t.Rows.Count > 0).ToDictionary(t => t.Shape.Table, t => t.Rows.Count);

    public void Add<TRow>(TRow row) where TRow : class
    {
        if (!_tables.TryGetValue(typeof(TRow), out var target)) _tables[typeof(TRow)] = target = Open(typeof(TRow));
        if (target.Shape.FirstUnknown(row, Knows) is { } missing)
        {
            Fault ??= RegisterFaults.Missing(model.FindEntityType(missing.Row)!.GetTableName()!, missing.Identity);
            return;
        }

        if (target.Shape.Identity(row) is { } identity && !target.Known.Add(identity))
            Fault ??= RegisterFaults.Twice;
        else
            target.Rows.Write(target.Columns.Values(row));
    }

    public void Take(Registered part) => part.WriteTo(this);

    private bool Knows(Type row, Guid identity) => _known.TryGetValue(row, out var known) && known.Contains(identity);

    private Target Open(Type row)
    {
        var entity = model.FindEntityType(row)!;
        var (shape, columns) = (new RowShape(entity), new RowColumns(entity));
        return new(shape, columns, load.Table(shape.Table, [.. columns.Names]), _known[row] = []);
    }

    private sealed record Target(RowShape Shape, RowColumns Columns, BulkTable Rows, HashSet<Guid> Known);
}
