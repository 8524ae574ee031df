using System.Globalization;
using System.Text.RegularExpressions;

namespace Virker.Kernel;

/// <summary>
/// A number as it is written. Danish, which people and Danish files write: a comma before decimals, and dots (or
/// spaces) only between groups of exactly three digits; a dot that is anything else is asked about, so that 12.5 is
/// never 125. Plain, which machines write: a dot before decimals and nothing between groups. Each source is one or the
/// other, and says which.
/// </summary>
public static partial class WrittenNumber
{
    /// <summary>A Danish number.</summary>
    public static Outcome<decimal> Read(string? text, string? field = null)
    {
        var written = WrittenText.Line(text);
        var tidy = Tidy(written);
        if (Danish().IsMatch(tidy))
        {
            var plain = tidy.Replace(".", "", StringComparison.Ordinal)
                .Replace(" ", "", StringComparison.Ordinal)
                .Replace(',', '.');
            return decimal.TryParse(
                plain,
                NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var value
            )
                ? value
                : new Refusal("number.too-large", $"»{written}« er for stort et tal.", Field: field);
        }

        return WithDot().Match(tidy) is { Success: true } dotted
            ? new Refusal(
                "number.dot",
                $"»{written}« kan læses på to måder. Skriv {dotted.Groups["whole"].Value},{dotted.Groups["rest"].Value} med komma, hvis det er decimaler, og tallet uden punktum, hvis det ikke er.",
                Field: field
            )
            : new Refusal(
                "number.unreadable",
                written.Length == 0
                    ? "Skriv et tal, for eksempel 60 eller 28,66."
                    : $"»{written}« er ikke et tal. Skriv for eksempel 60 eller 28,66.",
                Field: field
            );
    }

    /// <summary>
    /// A Danish whole number within bounds; <paramref name="thing"/> begins the sentence that refuses it ("Antal
    /// minutter").
    /// </summary>
    public static Outcome<int> Whole(string? text, string thing, int from, int to, string? field = null)
    {
        var read = Read(text, field);
        if (read.IsRefused)
            return read.Refusal;
        return read.Value == decimal.Truncate(read.Value) && read.Value >= from && read.Value <= to
            ? (int)read.Value
            : new Refusal(
                "number.outside",
                $"{thing} skal være et helt tal mellem {Say(from)} og {Say(to)}.",
                Field: field
            );
    }

    /// <summary>A plain number of a machine's making (12.5, -0.06); null for anything else, a comma among it.</summary>
    public static decimal? Plain(string? text) =>
        Machine().IsMatch(Tidy(WrittenText.Line(text)))
        && decimal.TryParse(
            Tidy(WrittenText.Line(text)),
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out var value
        )
            ? value
            : null;

    /// <summary>As <see cref="Plain"/> for long series of measurements, which may have an exponent.</summary>
    public static double? Measurement(ReadOnlySpan<char> text) =>
        double.TryParse(
            text,
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent,
            CultureInfo.InvariantCulture,
            out var value
        ) && double.IsFinite(value)
            ? value
            : null;

    /// <summary>
    /// A number that names something (a code, a page, a version): digits only; null for anything else.
    /// </summary>
    public static int? Code(ReadOnlySpan<char> text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <summary>A place in a long row, as an address holds it; null for anything else.</summary>
    public static long? Place(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static string Tidy(string written) => written.Replace('−', '-').Replace('–', '-');

    private static string Say(int number) => number.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', '.');

    [GeneratedRegex(
        @"^[-+]?(?:[1-9][0-9]{0,2}(?:\.[0-9]{3})+|[1-9][0-9]{0,2}(?: [0-9]{3})+|[0-9]+)(?:,[0-9]+)?$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Danish();

    [GeneratedRegex(@"^(?<whole>[-+]?[0-9][0-9.]*)\.(?<rest>[0-9]+)$", RegexOptions.CultureInvariant)]
    private static partial Regex WithDot();

    [GeneratedRegex(@"^[-+]?[0-9]+(?:\.[0-9]+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Machine();
}
