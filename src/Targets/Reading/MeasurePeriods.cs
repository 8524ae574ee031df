using System.Text.RegularExpressions;
using Virker.Platform;

namespace Virker.Targets;

/// <summary>
/// When a target holds: its period and kind, its deadline, and the day of a starting point; each only as exact as it is
/// printed.
/// </summary>
internal static partial class MeasurePeriods
{
    public static (string? Period, string? Kind, string? Deadline) Read(string clause, string? unit)
    {
        if (AtAnyTime().Match(clause) is { Success: true } always)
            return (always.Value.ToLowerInvariant(), "continuous", null);
        if (Cohort().Match(clause) is { Success: true } cohort)
            return (null, $"cohort_after_{Years(cohort.Groups["n"].Value)}_years", null);
        if (YearEnd().Match(clause) is { Success: true } end)
            return (end.Groups["y"].Value, "year", $"{end.Groups["y"].Value}-12-31");
        if (ByDay().Match(clause) is { Success: true } by && PrintedDate.First(clause[by.Index..]) is { } day)
            return (null, null, day.Date.ToString("yyyy-MM-dd", null));
        if (
            InMonth().Match(clause) is { Success: true } month
            && PrintedDate.MonthOf(month.Groups["m"].Value) is { } number
        )
        {
            var printed = $"{month.Groups["y"].Value}-{number:00}";
            return (printed, "month", printed);
        }

        if (ByYear().Match(clause) is { Success: true } latest)
            return (latest.Groups["y"].Value, "year", latest.Groups["y"].Value);
        if (InYear().Matches(clause).LastOrDefault() is not { } year)
            return (null, null, null);
        var whole = year.Groups["whole"].Success || unit is "helårspersoner" or "fuldtidspersoner";
        return (year.Groups["y"].Value, whole ? "whole_year" : "year", null);
    }

    /// <summary>
    /// The date that a sentence about today's level carries: "(august 2022)", "(2020 tal)", "i 2022", "pr. 1. januar
    /// 2023".
    /// </summary>
    public static string? Stated(string sentence)
    {
        if (PrintedDate.First(sentence) is { } date)
            return date.Date.ToString("yyyy-MM-dd", null);
        if (
            MonthYear().Match(sentence) is { Success: true } month
            && PrintedDate.MonthOf(month.Groups["m"].Value) is { } number
        )
            return $"{month.Groups["y"].Value}-{number:00}";
        return AnyYear().Match(sentence) is { Success: true } year ? year.Value : null;
    }

    private static string Years(string word) =>
        word.ToLowerInvariant() switch
        {
            "et" or "ét" => "1",
            "to" => "2",
            "tre" => "3",
            "fire" => "4",
            "fem" => "5",
            _ => word,
        };

    [GeneratedRegex(
        @"\btil enhver tid\b|\bløbende\b|\baltid\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex AtAnyTime();

    [GeneratedRegex(
        @"\b(?:flygtninge|familiesammenført\p{L}*|nyankom\p{L}*|indvandrere|kursister|udlændinge)\b.*\befter (?<n>et|ét|to|tre|fire|fem|\d) års?\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Cohort();

    [GeneratedRegex(
        @"\b(?:udgangen af|ultimo|slutningen af|inden udløbet af)(?: året)?\s(?<y>20\d{2})",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex YearEnd();

    [GeneratedRegex(
        @"\b(?:inden|senest|frem til|til og med|pr\.)(?: den)?\s(?=\d{1,2}[./-])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex ByDay();

    [GeneratedRegex(
        @"\b(?:i|ved udgangen af|ultimo|primo|inden udgangen af|senest|inden|senest i)\s(?<m>januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)\s(?<y>20\d{2})",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex InMonth();

    [GeneratedRegex(
        @"\b(?:inden|senest(?: i)?|frem mod|frem til)(?: år)?\s(?<y>20\d{2})\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex ByYear();

    [GeneratedRegex(
        @"\b(?<whole>samlet i|i hele|for hele)?\s?(?:i\s|for\s)?(?<=\bi\s|\bi hele\s|\bfor hele\s|\bfor\s)(?:år\s)?(?<y>20\d{2})\b(?!\s?tal)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex InYear();

    [GeneratedRegex(
        @"\b(?<m>januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)\s(?<y>20\d{2})",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex MonthYear();

    [GeneratedRegex(@"(?<!\d)20\d{2}(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex AnyYear();
}
