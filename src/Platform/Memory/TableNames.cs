using Microsoft.EntityFrameworkCore;

namespace Virker.Platform;

/// <summary>The tables that rows of a type are in, as the composed model has them.</summary>
public static class TableNames
{
    public static IEnumerable<string> Of(VirkerContext db, IEnumerable<Type> rows) =>
        rows.Select(r =>
            db.Model.FindEntityType(r)?.GetTableName()
            ?? throw new InvalidOperationException($"{r.Name} is not a row of any table.")
        );
}
