using Virker.Kernel;
using Virker.Platform;
using Virker.Targets;

namespace Virker.Web.Pages.Insight;

/// <summary>
/// Columns of key figures: shown in Danish with the figure's decimals, sorted and taken out as numbers.
/// </summary>
internal static class FigureColumn
{
    /// <param name="heading">Of the column.</param>
    /// <param name="of">The number; null where there is none.</param>
    /// <param name="decimals">As many as the figure has.</param>
    /// <param name="absent">What stands where there is no number.</param>
    /// <param name="signed">With a plus before what is more than nothing.</param>
    /// <param name="sortable">Whether the table's rows may be put in its order.</param>
    public static Column<TRow> Number<TRow>(
        string heading,
        Func<TRow, decimal?> of,
        int decimals,
        Func<TRow, string?>? absent = null,
        bool signed = false,
        bool sortable = false
    )
    {
        return new(heading, row => of(row) is { } value ? value : absent?.Invoke(row))
        {
            IsNumber = true,
            Sortable = sortable,
            Cell = row =>
                builder =>
                    builder.AddContent(
                        0,
                        of(row) is { } value
                            ? $"{(signed && value > 0 ? "+" : "")}{Danish.Number(value, decimals)}"
                            : absent?.Invoke(row) ?? ""
                    ),
        };
    }

    /// <summary>
    /// What a number needs to be issued again, on each row of a file that is taken along: unit, definition with its
    /// version, and the day that the register goes to.
    /// </summary>
    public static IReadOnlyList<Column<TRow>> Origin<TRow>(IndicatorShown indicator, DateOnly dataDate) =>
    [
        new("Enhed", _ => indicator.Unit) { OnlyInFile = true },
        new("Definition", _ => $"{indicator.Id}, version {indicator.Version}") { OnlyInFile = true },
        new("Registeret dækker til og med", _ => dataDate) { OnlyInFile = true },
    ];
}
