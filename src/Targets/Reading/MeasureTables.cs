using System.Text.RegularExpressions;
using Virker.Platform;

namespace Virker.Targets;

/// <summary>
/// Targets printed as a table: the row says what is measured, a column its starting point, the last one the target.
/// </summary>
internal static partial class MeasureTables
{
    public static IEnumerable<PrintedMeasure> Read(IEnumerable<SourceTable> tables, string prefix)
    {
        var count = 0;
        foreach (var table in tables)
        {
            var target = Last(table.Columns, TargetColumn()) is var named and >= 0 ? named : table.Columns.Count - 1;
            var start = Last(table.Columns, StartColumn());
            foreach (var row in table.Rows.Where(r => r.Label is { Length: > 3 } && target < r.Cells.Count && r.Cells[target].Length > 0))
            {
                var cell = row.Cells[target];
                var read = MeasureClause.Read($"{row.Label} {(Bare().IsMatch(cell) ? "er " : "")}{cell}");
                if (read.Comparator is null || (read.Value is null && read.Reference is null)) continue;
                var baseline = start >= 0 && start < row.Cells.Count ? MeasureClause.Read("er " + row.Cells[start]).Value : null;
                var falls = Bare().IsMatch(cell) && baseline > read.Value;
                yield return new PrintedMeasure(
                    $"{prefix}{++count}",
                    row.Label!,
                    null,
                    Indicators.Of(row.Label!, null),
                    falls ? "<=" : read.Comparator
                )
                {
                    Value = read.Value,
                    Unit = read.Unit,
                    Reference = read.Reference,
                    Offset = read.Offset,
                    Baseline = baseline,
                    Bullet = count,
                    Line = row.Line,
                    BaselineDate = baseline is null ? null : MeasurePeriods.Stated(table.Columns[start]),
                    Period = MeasurePeriods.Stated(table.Columns[target]),
                    PeriodKind = MeasurePeriods.Stated(table.Columns[target]) is null ? null : "year",
                };
            }
        }
    }

    private static int Last(IReadOnlyList<string> columns, Regex pattern) =>
        Enumerable.Range(0, columns.Count).LastOrDefault(i => pattern.IsMatch(columns[i]), -1);

    [GeneratedRegex(@"mål(?!er)|target|ambition", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TargetColumn();

    [GeneratedRegex(
        @"baseline|status|nuværende|udgangspunkt|resultat|niveau|i dag",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex StartColumn();

    [GeneratedRegex(@"^\s*\d", RegexOptions.CultureInvariant)]
    private static partial Regex Bare();
}
