using System.Globalization;
using Virker.Kernel;

namespace Virker.Platform;

/// <summary>
/// Numbers and dates as they stand in a Danish paper. Written out here, and not taken from the machine's culture data,
/// so that a frozen paper renders the same on every machine.
/// </summary>
public static class DanishFormat
{
    public const string Missing = "–";

    private static readonly NumberFormatInfo Numbers = new()
    {
        NumberDecimalSeparator = ",",
        NumberGroupSeparator = ".",
        NumberGroupSizes = [3],
        NegativeSign = "\u2212",
        NumberNegativePattern = 1,
    };

    /// <summary>
    /// Units that are counted, in the number of one; a unit that is not here is said alike of one and of many
    /// ("forløb", "pct.").
    /// </summary>
    private static readonly Dictionary<string, string> Singular = new()
    {
        ["ansatte"] = "ansat",
        ["borgere"] = "borger",
        ["dage"] = "dag",
        ["flygtninge"] = "flygtning",
        ["fuldtidsledige"] = "fuldtidsledig",
        ["fuldtidspersoner"] = "fuldtidsperson",
        ["helårspersoner"] = "helårsperson",
        ["jobordrer"] = "jobordre",
        ["kontakter"] = "kontakt",
        ["kontanthjælpsmodtagere"] = "kontanthjælpsmodtager",
        ["kroner"] = "krone",
        ["ledige"] = "ledig",
        ["lærlinge"] = "lærling",
        ["måneder"] = "måned",
        ["modtagere"] = "modtager",
        ["ordrer"] = "ordre",
        ["personer"] = "person",
        ["pladser"] = "plads",
        ["aftaler"] = "aftale",
        ["ansættelser"] = "ansættelse",
        ["elever"] = "elev",
        ["jobs"] = "job",
        ["praktikker"] = "praktik",
        ["sager"] = "sag",
        ["samtaler"] = "samtale",
        ["sanktioner"] = "sanktion",
        ["svar"] = "svar",
        ["sygemeldte"] = "sygemeldt",
        ["timer"] = "time",
        ["uger"] = "uge",
        ["unge"] = "ung",
        ["virksomheder"] = "virksomhed",
    };

    private static readonly string[] Days = ["søndag", "mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag"];

    /// <summary>1.234,5 with a real minus sign; null is "–".</summary>
    public static string Number(decimal? value, int decimals = 0) =>
        value is null
            ? Missing
            : NoNegativeZero(Math.Round(value.Value, decimals, MidpointRounding.AwayFromZero), decimals);

    /// <summary>As <see cref="Number(decimal?, int)"/>; not-a-number and infinity are missing.</summary>
    public static string Number(double? value, int decimals = 0) => value switch
    {
        null => Missing,
        { } number when !double.IsFinite(number) => Missing,
        { } number when Math.Abs(number) < 1e15 => Number((decimal)number, decimals),
        { } number => number.ToString("N" + decimals, Numbers),
    };

    /// <summary>17. november 2025.</summary>
    public static string Date(DateOnly day) => WrittenDate.Say(day);

    /// <summary>mandag den 17. november 2025.</summary>
    public static string LongDate(DateOnly day) => $"{Days[(int)day.DayOfWeek]} den {Date(day)}";

    /// <summary>november 2025.</summary>
    public static string Month(DateOnly day) => $"{WrittenDate.MonthName(day.Month)} {day.Year}";

    /// <summary>
    /// "1 helårsperson", "195 helårspersoner", "2,5 pct.": the unit as it is said of the number that is shown.
    /// </summary>
    public static string Amount(decimal? value, int decimals, string? unit)
    {
        var number = Number(value, decimals);
        return string.IsNullOrEmpty(unit) ? number : $"{number} {UnitOf(number, unit)}";
    }

    /// <summary>Ends with one full stop, also after "pct." and "kr.".</summary>
    public static string Ended(string sentence) =>
        sentence.TrimEnd() is var text && text.EndsWith('.') ? text : $"{text}.";

    private static string UnitOf(string number, string unit) =>
        number.TrimStart('\u2212') == "1" ? Singular.GetValueOrDefault(unit, unit) : unit;

    private static string NoNegativeZero(decimal value, int decimals) =>
        (value == 0 ? 0m : value).ToString("N" + decimals, Numbers);
}
