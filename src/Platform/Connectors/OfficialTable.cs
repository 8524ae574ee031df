using System.Globalization;

namespace Virker.Platform;

/// <summary>A table of official statistics as its source answered: named columns, rows of text in Danish writing (1.234,5), and null for what the source marks as missing.</summary>
public sealed record OfficialTable(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string?>> Rows)
{
    private static readonly NumberFormatInfo Danish = new() { NumberDecimalSeparator = ",", NumberGroupSeparator = "." };

    /// <summary>The place of the first column with one of the names, whatever their case; -1 where none has.</summary>
    public int IndexOf(params string[] names) =>
        Columns.Select((column, i) => (column, i)).Where(c => names.Contains(c.column.Trim(), StringComparer.OrdinalIgnoreCase)).Select(c => c.i).DefaultIfEmpty(-1).First();

    /// <summary>A number in Danish writing; null where it is missing or is no number.</summary>
    public static decimal? Number(string? text) => decimal.TryParse(text?.Trim().Replace('\u2212', '-'), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, Danish, out var value) ? value : null;

    /// <summary>"-", ".." and nothing are how the sources write what is not there.</summary>
    internal static string? Cell(string? text) => text?.Trim() is null or "" or "-" or "." or ".." or "..." or "\u2013" ? null : text.Trim();

    /// <summary>A number written with a dot, as machines do, in Danish writing.</summary>
    internal static string FromMachine(string number) => number.Replace('.', ',');
}
