using Virker.Kernel;

namespace Virker.Platform;

/// <summary>
/// A list as it leaves the system for a spreadsheet. The values' own types decide how they are written: text, whole and
/// decimal numbers, <see cref="Money"/>, dates, times (in Danish local time), yes and no. Text is never taken for a
/// formula, whoever wrote it.
/// </summary>
public sealed record ExportTable(
    string Name,
    IReadOnlyList<ExportColumn> Columns,
    IEnumerable<IReadOnlyList<object?>> Rows
)
{
    public const string CsvType = "text/csv; charset=utf-8";

    public const string XlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>
    /// Semicolons, Danish numbers, UTF-8 with byte order mark: opens rightly by a double click in a Danish spreadsheet.
    /// </summary>
    public Task WriteCsvAsync(Stream to, CancellationToken ct = default) => CsvExport.WriteAsync(this, to, ct);

    public Task WriteXlsxAsync(Stream to, CancellationToken ct = default) => XlsxExport.WriteAsync(this, to, ct);
}

/// <summary>
/// <paramref name="Decimals"/> is for the column's fractions; whole numbers have none, and money has always two.
/// </summary>
public sealed record ExportColumn(string Header, int Decimals = 0)
{
    public static implicit operator ExportColumn(string header) => new(header);
}

/// <summary>A value as the few kinds that a spreadsheet knows.</summary>
internal abstract record ExportValue
{
    private static readonly TimeZoneInfo Denmark = TimeZoneInfo.FindSystemTimeZoneById("Europe/Copenhagen");

    public static ExportValue Of(object? value, int decimals) =>
        value switch
        {
            null => new ExportText(""),
            string text => new ExportText(CleanText.Of(text)),
            bool flag => new ExportText(flag ? "Ja" : "Nej"),
            Money money => new ExportNumber(money.Rounded().Kroner, 2),
            decimal number => new ExportNumber(number, decimals),
            float or double => Real(
                Convert.ToDouble(value, System.Globalization.CultureInfo.InvariantCulture),
                decimals
            ),
            byte or short or int or long or uint => new ExportNumber(
                Convert.ToDecimal(value, System.Globalization.CultureInfo.InvariantCulture),
                0
            ),
            DateOnly day => new ExportTime(day.ToDateTime(TimeOnly.MinValue), WithClock: false),
            DateTimeOffset at => new ExportTime(TimeZoneInfo.ConvertTime(at, Denmark).DateTime, WithClock: true),
            _ => new ExportText(CleanText.Of(value.ToString())),
        };

    /// <summary>What is no number, or more than a spreadsheet holds exactly, stays text.</summary>
    private static ExportValue Real(double number, int decimals) =>
        !double.IsFinite(number) ? new ExportText("")
        : Math.Abs(number) < 1e15 ? new ExportNumber((decimal)number, decimals)
        : new ExportText(Danish.Number(number, decimals));
}

internal sealed record ExportText(string Text) : ExportValue
{
    private const string Dangerous = "=+-@\uFF1D\uFF0B\uFF0D\uFF20\u2212";

    /// <summary>A spreadsheet would take the text for a formula: also when blanks stand before the sign.</summary>
    public bool LooksLikeFormula => Text.AsSpan().TrimStart() is { Length: > 0 } text && Dangerous.Contains(text[0]);
}

internal sealed record ExportNumber(decimal Value, int Decimals) : ExportValue
{
    private const decimal Exact = 999_999_999_999_999m;

    public decimal Rounded => Math.Round(Value, Math.Clamp(Decimals, 0, 10), MidpointRounding.AwayFromZero);

    /// <summary>Spreadsheets keep fifteen digits.</summary>
    public bool IsExact => Math.Abs(Value) <= Exact;
}

internal sealed record ExportTime(DateTime At, bool WithClock) : ExportValue
{
    /// <summary>The spreadsheet's calendar begins here; what is earlier is written as text.</summary>
    private static readonly DateTime First = new(1900, 3, 1);

    public bool InCalendar => At >= First;

    public double Serial => (At - new DateTime(1899, 12, 30)).TotalDays;

    public string Text =>
        At.ToString(WithClock ? "dd-MM-yyyy HH:mm" : "dd-MM-yyyy", System.Globalization.CultureInfo.InvariantCulture);
}
