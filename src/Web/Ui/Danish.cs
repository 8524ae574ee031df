using System.Globalization;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Web;

/// <summary>
/// How dates, amounts and numbers are written on a page. The only place that knows; they are read by <see
/// cref="FieldReading"/>.
/// </summary>
public static class Danish
{
    public static readonly CultureInfo Culture = MadeCulture();

    private static readonly System.Text.RegularExpressions.Regex IsoDay = new(@"\b\d{4}-\d\d-\d\d\b");

    /// <summary>"12. april 2021".</summary>
    public static string Date(DateOnly day) => day.ToString("d. MMMM yyyy", Culture);

    /// <summary>"12-04-2021", for tables.</summary>
    public static string ShortDate(DateOnly day) => day.ToString("dd-MM-yyyy", Culture);

    public static string ShortDate(DateOnly? day) => day is { } known ? ShortDate(known) : "";

    public static string Date(DateTimeOffset at) => Date(at.DanishDate());

    /// <summary>"12. april 2021 kl. 14.05", in Danish time.</summary>
    public static string Time(DateTimeOffset at) => at.Danish().ToString("d. MMMM yyyy 'kl.' HH.mm", Culture);

    /// <summary>"Monday 12 April 2021 at 14:05", for citizens who read English.</summary>
    public static string EnglishTime(DateTimeOffset at) =>
        at.Danish().ToString("dddd d MMMM yyyy 'at' HH:mm", CultureInfo.InvariantCulture);

    /// <summary>"Tuesday 4 June".</summary>
    public static string EnglishDay(DateOnly day) => day.ToString("dddd d MMMM", CultureInfo.InvariantCulture);

    public static string EnglishClock(DateTimeOffset at) => at.Danish().ToString("HH:mm", CultureInfo.InvariantCulture);

    public static string EnglishDate(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>"12-04-2021 14.05", for tables.</summary>
    public static string ShortTime(DateTimeOffset at) => at.Danish().ToString("dd-MM-yyyy HH.mm", Culture);

    /// <summary>"120485-••••": what a birth date tells of a CPR number, the rest kept sealed.</summary>
    public static string MaskedCpr(DateOnly born) => $"{born:ddMMyy}-••••";

    /// <summary>"april 2021".</summary>
    public static string Month(DateOnly day) => day.ToString("MMMM yyyy", Culture);

    /// <summary>"apr 21", under a chart.</summary>
    public static string ShortMonth(DateOnly day) => $"{day.ToString("MMM", Culture).TrimEnd('.')} {day:yy}";

    /// <summary>"i dag", "i går", "for 12 dage siden", "for 3 måneder siden".</summary>
    public static string Ago(DateOnly day, DateOnly today) => (today.DayNumber - day.DayNumber) switch
    {
        <= 0 => "i dag",
        1 => "i går",
        < 60 and var days => $"for {days} dage siden",
        < 730 and var days => $"for {days / 30} måneder siden",
        var days => $"for {days / 365} år siden",
    };

    /// <summary>"mandag".</summary>
    /// <summary>"Uge 15": the week that the day is in.</summary>
    public static string WeekOf(DateOnly day) => $"Uge {ISOWeek.GetWeekOfYear(day.ToDateTime(TimeOnly.MinValue))}";

    public static string Weekday(DateOnly day) => day.ToString("dddd", Culture);

    /// <summary>"Tirsdag 4. juni", where the year goes without saying.</summary>
    public static string DayOfWeek(DateOnly day) => Words.Of(day.ToString("dddd d. MMMM", Culture));

    /// <summary>"kl. 9.00".</summary>
    public static string Clock(DateTimeOffset at) => at.Danish().ToString("'kl.' H.mm", Culture);

    /// <summary>A rule's sentence, whose days are written for machines, as it is said.</summary>
    public static string Said(string sentence) =>
        IsoDay.Replace(sentence, m => WrittenDate.Iso(m.Value) is { } day ? Date(day) : m.Value);

    /// <summary>"1. januar 2020 – 3. marts 2020", or "siden 1. januar 2020".</summary>
    public static string Period(Period period) =>
        period.To is { } to ? $"{Date(period.From)} – {Date(to)}" : $"siden {Date(period.From)}";

    /// <summary>"1.234,50 kr." or, where there are no øre, "1.234 kr.".</summary>
    public static string Kroner(Money amount) =>
        $"{amount.Kroner.ToString(amount.Kroner == decimal.Truncate(amount.Kroner) ? "N0" : "N2", Culture)} kr.";

    public static string Number(long number) => number.ToString("N0", Culture);

    /// <summary>Hours, with decimals only where they are broken: "37", "12,5".</summary>
    public static string Hours(decimal hours) => hours.ToString("0.##", Culture);

    public static string Number(double number, int decimals) => number.ToString($"N{decimals}", Culture);

    /// <summary>0.125 → "12,5 %".</summary>
    public static string Percent(double share, int decimals = 1) =>
        $"{(share * 100).ToString($"N{decimals}", Culture)} %";

    /// <summary>"1 borger", "2 borgere".</summary>
    public static string Count(long count, string one, string many) => $"{Number(count)} {(count == 1 ? one : many)}";

    private static CultureInfo MadeCulture()
    {
        var culture = (CultureInfo)CultureInfo.GetCultureInfo("da-DK").Clone();
        culture.NumberFormat.NumberGroupSeparator = ".";
        culture.NumberFormat.NumberDecimalSeparator = ",";
        return CultureInfo.ReadOnly(culture);
    }
}
