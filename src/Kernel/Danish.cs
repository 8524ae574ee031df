using System.Globalization;

namespace Virker.Kernel;

/// <summary>
/// How dates, amounts and numbers are said and written in Danish, on a page, in a paper and in a sentence: the only
/// place that knows. Names and signs are written out here and not taken from the machine, so that a frozen paper is
/// the same on every machine.
/// </summary>
public static class Danish
{
    public const string Missing = "–";

    private static readonly string[] Days = ["søndag", "mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag"];

    private static readonly string[] ShortMonths =
        ["jan.", "feb.", "mar.", "apr.", "maj", "jun.", "jul.", "aug.", "sep.", "okt.", "nov.", "dec."];

    public static readonly CultureInfo Culture = MadeCulture();

    /// <summary>The alphabet that names are sorted by: aa with å, capitals with small letters.</summary>
    public static readonly StringComparer Alphabet = StringComparer.Create(Culture, ignoreCase: true);

    private static readonly NumberFormatInfo PaperNumbers = MadePaperNumbers();

    /// <summary>
    /// A sentence whose numbers are Danish and whose days are written out: "Senest 12. april 2021". A format that
    /// stands by a value is followed.
    /// </summary>
    public static string Say(FormattableString sentence) => sentence.ToString(Speaker.It);

    public static string Lower(string text) => text.ToLower(Culture);

    /// <summary>With a capital in front, as a sentence or a cell begins.</summary>
    public static string Capital(string text) => text.Length == 0 ? text : text[..1].ToUpper(Culture) + text[1..];

    /// <summary>"12. april 2021".</summary>
    public static string Date(DateOnly day) => WrittenDate.Say(day);

    public static string Date(DateTimeOffset at) => Date(at.DanishDate());

    /// <summary>"mandag den 12. april 2021".</summary>
    public static string LongDate(DateOnly day) => $"{Weekday(day)} den {Date(day)}";

    /// <summary>"12-04-2021", for tables.</summary>
    public static string ShortDate(DateOnly day) => day.ToString("dd-MM-yyyy", Culture);

    public static string ShortDate(DateOnly? day) => day is { } known ? ShortDate(known) : "";

    /// <summary>"12. april 2021 kl. 14.05", in Danish time.</summary>
    public static string Time(DateTimeOffset at) => at.Danish().ToString("d. MMMM yyyy 'kl.' HH.mm", Culture);

    /// <summary>"12-04-2021 14.05", for tables.</summary>
    public static string ShortTime(DateTimeOffset at) => at.Danish().ToString("dd-MM-yyyy HH.mm", Culture);

    /// <summary>"kl. 9.00".</summary>
    public static string Clock(DateTimeOffset at) => at.Danish().ToString("'kl.' H.mm", Culture);

    /// <summary>"april 2021".</summary>
    public static string Month(DateOnly day) => $"{WrittenDate.MonthName(day.Month)} {day.Year}";

    /// <summary>"apr. 2021", along an axis.</summary>
    public static string AxisMonth(DateOnly day) => $"{ShortMonths[day.Month - 1]} {day.Year}";

    /// <summary>"apr 21", under a small chart.</summary>
    public static string ShortMonth(DateOnly day) => $"{ShortMonths[day.Month - 1].TrimEnd('.')} {day:yy}";

    /// <summary>"mandag".</summary>
    public static string Weekday(DateOnly day) => Days[(int)day.DayOfWeek];

    /// <summary>"Tirsdag 4. juni", where the year goes without saying.</summary>
    public static string DayOfWeek(DateOnly day) => Capital(day.ToString("dddd d. MMMM", Culture));

    /// <summary>"Uge 15": the week that the day is in.</summary>
    public static string WeekOf(DateOnly day) => $"Uge {ISOWeek.GetWeekOfYear(day.ToDateTime(TimeOnly.MinValue))}";

    /// <summary>"i dag", "i går", "for 12 dage siden", "for 3 måneder siden".</summary>
    public static string Ago(DateOnly day, DateOnly today) => (today.DayNumber - day.DayNumber) switch
    {
        <= 0 => "i dag",
        1 => "i går",
        < 60 and var days => $"for {days} dage siden",
        < 730 and var days => $"for {days / 30} måneder siden",
        var days => $"for {days / 365} år siden",
    };

    /// <summary>"1. januar 2020 – 3. marts 2020", or "siden 1. januar 2020".</summary>
    public static string Period(Period period) =>
        period.To is { } to ? $"{Date(period.From)} – {Date(to)}" : $"siden {Date(period.From)}";

    /// <summary>"1.234,50 kr." or, where there are no øre, "1.234 kr.".</summary>
    public static string Kroner(Money amount) =>
        $"{amount.Kroner.ToString(amount.Kroner == decimal.Truncate(amount.Kroner) ? "N0" : "N2", Culture)} kr.";

    public static string Number(long number) => number.ToString("N0", Culture);

    /// <summary>1.234,5 with a real minus sign; null is "–".</summary>
    public static string Number(decimal? value, int decimals = 0) =>
        value is { } number
            ? NoNegativeZero(Math.Round(number, decimals, MidpointRounding.AwayFromZero), decimals)
            : Missing;

    /// <summary>As <see cref="Number(decimal?, int)"/>; not-a-number and infinity are missing.</summary>
    public static string Number(double? value, int decimals = 0) => value switch
    {
        null => Missing,
        { } number when !double.IsFinite(number) => Missing,
        { } number when Math.Abs(number) < 1e15 => Number((decimal)number, decimals),
        { } number => number.ToString("N" + decimals, PaperNumbers),
    };

    /// <summary>Hours, with decimals only where they are broken: "37", "12,5".</summary>
    public static string Hours(decimal hours) => hours.ToString("0.##", Culture);

    /// <summary>0.125 → "12,5 %".</summary>
    public static string Percent(double share, int decimals = 1) =>
        $"{(share * 100).ToString($"N{decimals}", Culture)} %";

    /// <summary>"1 borger", "2 borgere".</summary>
    public static string Count(long count, string one, string many) => $"{Number(count)} {(count == 1 ? one : many)}";

    /// <summary>
    /// "1 helårsperson", "195 helårspersoner", "2,5 pct.": the unit as it is said of the number that is shown.
    /// </summary>
    public static string Amount(decimal? value, int decimals, string? unit) =>
        Number(value, decimals) is var number && string.IsNullOrEmpty(unit)
            ? number
            : $"{number} {DanishUnits.Of(number, unit)}";

    /// <summary>Ends with one full stop, also after "pct." and "kr.".</summary>
    public static string Ended(string sentence) =>
        sentence.TrimEnd() is var text && text.EndsWith('.') ? text : $"{text}.";

    private static string NoNegativeZero(decimal value, int decimals) =>
        (value == 0 ? 0m : value).ToString("N" + decimals, PaperNumbers);

    private static CultureInfo MadeCulture()
    {
        var culture = (CultureInfo)CultureInfo.GetCultureInfo("da-DK").Clone();
        culture.NumberFormat.NumberGroupSeparator = ".";
        culture.NumberFormat.NumberDecimalSeparator = ",";
        culture.DateTimeFormat.AbbreviatedMonthNames = [.. ShortMonths, ""];
        culture.DateTimeFormat.AbbreviatedMonthGenitiveNames = [.. ShortMonths, ""];
        return CultureInfo.ReadOnly(culture);
    }

    private static NumberFormatInfo MadePaperNumbers() =>
        new()
        {
            NumberDecimalSeparator = ",",
            NumberGroupSeparator = ".",
            NumberGroupSizes = [3],
            NegativeSign = "\u2212",
            NumberNegativePattern = 1,
        };

    /// <summary>Says days in words where nothing else is asked for, and all else as the culture writes it.</summary>
    private sealed class Speaker : IFormatProvider, ICustomFormatter
    {
        public static readonly Speaker It = new();

        public object? GetFormat(Type? formatType) =>
            formatType == typeof(ICustomFormatter) ? this : Culture.GetFormat(formatType);

        public string Format(string? format, object? arg, IFormatProvider? formatProvider) => arg switch
        {
            null => "",
            DateOnly day when format is null => Date(day),
            IFormattable value => value.ToString(format, Culture),
            _ => arg.ToString() ?? "",
        };
    }
}
