using System.Globalization;
using Microsoft.AspNetCore.Components;
using Virker.Kernel;

namespace Virker.Web;

/// <summary>
/// A column of a <see cref="Table{TRow}"/>: its heading, and the value that it is sorted, filtered and exported by. The
/// cell shows the value in Danish, or what <see cref="Cell"/> makes of the row.
/// </summary>
public sealed record Column<TRow>(string Heading, Func<TRow, object?> Value)
{
    public RenderFragment<TRow>? Cell { get; init; }

    /// <summary>The personal data it shows, as in <see cref="Data"/>.</summary>
    public string? Of { get; init; }

    public bool Sortable { get; init; } = true;

    /// <summary>The cell names its row, so it is the row's heading to a screen reader.</summary>
    public bool NamesRow { get; init; }

    /// <summary>Its name in the address, made of the heading.</summary>
    public string Key { get; } =
        Heading.ToLowerInvariant().Replace(' ', '-').Replace("æ", "ae").Replace("ø", "oe").Replace("å", "aa");

    /// <summary>Set to the right, also where some cells are words.</summary>
    public bool IsNumber { get; init; }

    /// <summary>Taken out with the rows and not shown on the page, where it stands once beside the table.</summary>
    public bool OnlyInFile { get; init; }

    /// <summary>
    /// Whether there is anything to read: where a row stands as a card, no label is said without a value.
    /// </summary>
    internal bool Says(TRow row) => Cell is { } cell ? cell(row).SaysAnything() : Text(row).Length > 0;

    internal string Text(TRow row) => Value(row) switch
    {
        null => "",
        DateOnly day => Danish.ShortDate(day),
        DateTimeOffset at => Danish.ShortTime(at),
        Money amount => Danish.Kroner(amount),
        int or long => Danish.Number(Convert.ToInt64(Value(row), CultureInfo.InvariantCulture)),
        double number => Danish.Number(number, 1),
        bool yes => yes ? "Ja" : "Nej",
        ICodeWord word => word.Text,
        var other => other.ToString() ?? "",
    };
}
