using Microsoft.EntityFrameworkCore;

namespace Virker.Platform;

/// <summary>Rows on their way into a register in use; what they refer to may be there already.</summary>
internal sealed class TrackedRows(VirkerContext db, MunicipalityKeys keys) : IRegisterRows
{
    private readonly Dictionary<Type, RowShape> _shapes = [];
    private readonly HashSet<(Type Row, Guid Identity)> _known = [];
    private readonly List<object> _coming = [];

    public MunicipalityKeys Keys => keys;

    public void Add<TRow>(TRow row) where TRow : class => _coming.Add(row);

    public void Take(Registered part) => part.WriteTo(this);

    /// <summary>Takes what the last thing was written as; null where nothing is wrong with it.</summary>
    public async Task<string?> TakeAsync(CancellationToken ct)
    {
        var rows = _coming.ToList();
        _coming.Clear();
        foreach (var row in rows)
        {
            if (await FaultAsync(row, ct) is { } fault) return fault;
            db.Add(row);
        }

        return null;
    }

    private async Task<string?> FaultAsync(object row, CancellationToken ct)
    {
        if (!_shapes.TryGetValue(row.GetType(), out var shape))
            _shapes[row.GetType()] = shape = new RowShape(db.Model.FindEntityType(row.GetType())!);
        while (shape.FirstUnknown(row, (to, identity) => _known.Contains((to, identity))) is { } missing)
        {
            if (!await IsThereAsync(missing.Row, missing.Identity, ct))
                return RegisterFaults.Missing(db.Model.FindEntityType(missing.Row)!.GetTableName()!, missing.Identity);
            _known.Add(missing);
        }

        return shape.Identity(row) is { } own && !_known.Add((row.GetType(), own)) ? RegisterFaults.Twice : null;
    }

    private async Task<bool> IsThereAsync(Type row, Guid identity, CancellationToken ct)
    {
        var key = db.Model.FindEntityType(row)!.FindPrimaryKey()!.Properties[0].ClrType;
        var value = key == typeof(Guid) ? identity : Activator.CreateInstance(key, identity);
        return await db.FindAsync(row, [value], ct) is not null;
    }
}
