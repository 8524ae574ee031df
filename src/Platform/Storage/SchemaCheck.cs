using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace Virker.Platform;

/// <summary>
/// A module schema that has tables or columns which no entity is mapped to: "table" or "table.column".
/// </summary>
public interface IUnmapped
{
    IEnumerable<string> Unmapped { get; }
}

/// <summary>
/// Holds the composed context's model against the database that the scripts made: every mapped table and column is
/// there, with the same nullability and type, and nothing is there that is neither mapped nor named as unmapped. What
/// refers to what within a module stands on the row as it stands in the database.
/// </summary>
internal sealed class SchemaCheck(VirkerContext db, IEnumerable<IModuleSchema> modules)
{
    private sealed record Column(string Table, string Name, string Type, bool Nullable);

    private sealed record Reference(string Table, string Column, string To);

    public static SchemaCheck In(IServiceProvider scope) =>
        new(scope.GetRequiredService<VirkerContext>(), scope.GetServices<IModuleSchema>());

    /// <summary>One line for each difference; none is as it should be.</summary>
    public async Task<IReadOnlyList<string>> DifferencesAsync(CancellationToken ct = default)
    {
        await db.Database.OpenConnectionAsync(ct);
        try
        {
            var connection = db.Database.GetDbConnection();
            var real = await RealAsync(connection, ct);
            var mapped = Mapped().ToList();
            var named = modules.OfType<IUnmapped>().SelectMany(m => m.Unmapped).Append("schema_history").ToHashSet();
            return
            [
                .. mapped.SelectMany(m => Compare(m, real)),
                .. real.Where(r => !Knows(mapped, named, r))
                    .Select(r => $"{r.Table}.{r.Name}: no entity has this column"),
                .. (await ReferencesAsync(connection, ct)).Where(IsUntold)
                    .Select(r => $"{r.Table}.{r.Column}: refers to {r.To}, which the row does not say"),
            ];
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private static bool Knows(List<Column> mapped, HashSet<string> named, Column real) =>
        named.Contains(real.Table)
        || named.Contains($"{real.Table}.{real.Name}")
        || mapped.Any(m => m.Table == real.Table && m.Name == real.Name);

    private static IEnumerable<string> Compare(Column mapped, IReadOnlyList<Column> real)
    {
        if (real.FirstOrDefault(r => r.Table == mapped.Table && r.Name == mapped.Name) is not { } found)
        {
            yield return $"{mapped.Table}.{mapped.Name}: the database has no such column";
            yield break;
        }

        if (found.Type != mapped.Type)
            yield return $"{mapped.Table}.{mapped.Name}: is {found.Type}, the model has {mapped.Type}";
        if (found.Nullable != mapped.Nullable)
            yield return $"{mapped.Table}.{mapped.Name}: is {(found.Nullable ? "null" : "not null")}, the model has {(mapped.Nullable ? "null" : "not null")}";
    }

    private IEnumerable<Column> Mapped() =>
        from table in db.Model.GetRelationalModel().Tables
        from column in table.Columns
        select new Column(table.Name, column.Name, Plain(column.StoreType), column.IsNullable);

    private async Task<IReadOnlyList<Column>> RealAsync(DbConnection connection, CancellationToken ct)
    {
        await using var command = Sql.Command(
            connection,
            null,
            db.Dialect == Dialect.Sqlite
                ? """
                select t.name, c.name, c.type, case when c."notnull" = 0 and c.pk = 0 then 1 else 0 end
                from sqlite_master t join pragma_table_info(t.name) c where t.type = 'table' and t.name not like 'sqlite!_%' escape '!'
                """
                : """
                select t.relname, c.attname, format_type(c.atttypid, c.atttypmod), case when c.attnotnull then 0 else 1 end
                from pg_class t join pg_attribute c on c.attrelid = t.oid
                where t.relkind in ('r', 'p') and t.relnamespace = 'public'::regnamespace and c.attnum > 0 and not c.attisdropped and not t.relispartition
                """
        );
        await using var reader = await command.ExecuteReaderAsync(ct);
        var columns = new List<Column>();
        while (await reader.ReadAsync(ct))
            columns.Add(
                new(
                    reader.GetString(0),
                    reader.GetString(1),
                    Plain(reader.GetString(2)),
                    Convert.ToInt64(reader.GetValue(3)) == 1
                )
            );
        return columns;
    }

    /// <summary>A row of another module cannot be named; its use case has saved it before.</summary>
    private bool IsUntold(Reference real)
    {
        var tables = db.Model.GetEntityTypes().ToLookup(e => e.GetTableName());
        return tables[real.Table].FirstOrDefault() is { } from
            && tables[real.To].FirstOrDefault() is { } to
            && from.ClrType.Assembly == to.ClrType.Assembly
            && !from.GetForeignKeys()
                .Any(k => k.PrincipalEntityType == to && k.Properties.Any(p => p.GetColumnName() == real.Column));
    }

    private async Task<IReadOnlyList<Reference>> ReferencesAsync(DbConnection connection, CancellationToken ct)
    {
        await using var command = Sql.Command(
            connection,
            null,
            db.Dialect == Dialect.Sqlite
                ? """
                select t.name, k."from", k."table" from sqlite_master t join pragma_foreign_key_list(t.name) k
                where t.type = 'table'
                """
                : """
                select k.conrelid::regclass::text, c.attname, k.confrelid::regclass::text
                from pg_constraint k join pg_attribute c on c.attrelid = k.conrelid and c.attnum = any (k.conkey)
                where k.contype = 'f' and k.connamespace = 'public'::regnamespace
                """
        );
        await using var reader = await command.ExecuteReaderAsync(ct);
        var references = new List<Reference>();
        while (await reader.ReadAsync(ct))
            references.Add(new(reader.GetString(0), reader.GetString(1), reader.GetString(2)));
        return references;
    }

    /// <summary>Names of one type are one: SQLite keeps what a script wrote, PostgreSQL its long names.</summary>
    private static string Plain(string type) => type.ToLowerInvariant() switch
    {
        "timestamp with time zone" => "timestamptz",
        var text when text.StartsWith("character varying", StringComparison.Ordinal) => "text",
        "int" => "integer",
        var other => other,
    };
}
