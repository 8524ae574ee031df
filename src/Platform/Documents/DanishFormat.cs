using System.Globalization;

namespace Virker.Platform;

/// <summary>
/// Numbers and dates as they stand in a Danish paper. Written out here, and not taken from the machine's culture data, so that a frozen
/// paper renders the same on every machine.
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

    private static readonly string[] Months =
        ["januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober", "november", "december"];

    private static readonly string[] Days = ["søndag", "mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag"];

    /// <summary>1.234,5 with a real minus sign; null is "–".</summary>
    public static string Number(decimal? value, int decimals = 0) =>
        value is null ? Missing : NoNegativeZero(Math.Round(value.Value, decimals, MidpointRounding.AwayFromZero), decimals);

    /// <summary>As <see cref="Number(decimal?, int)"/>; not-a-number and infinity are missing.</summary>
    public static string Number(double? value, int decimals = 0) => value switch
    {
        null => Missing,
        { } number when !double.IsFinite(number) => Missing,
        { } number when Math.Abs(number) < 1e15 => Number((decimal)number, decimals),
        { } number => number.ToString("N" + decimals, Numbers),
    };

    /// <summary>17. november 2025.</summary>
    public static string Date(DateOnly day) => $"{day.Day}. {Months[day.Month - 1]} {day.Year}";

    /// <summary>mandag den 17. november 2025.</summary>
    public static string LongDate(DateOnly day) => $"{Days[(int)day.DayOfWeek]} den {Date(day)}";

    /// <summary>november 2025.</summary>
    public static string Month(DateOnly day) => $"{Months[day.Month - 1]} {day.Year}";

    private static string NoNegativeZero(decimal value, int decimals) => (value == 0 ? 0m : value).ToString("N" + decimals, Numbers);
}
