using System.Text.RegularExpressions;
using Virker.Platform;

namespace Virker.Targets;

/// <summary>
/// What a clause with one target says: comparator, number and unit, what it is measured against, and where it started
/// from.
/// </summary>
internal sealed partial record MeasureClause(
    string? Comparator,
    decimal? Value,
    string? Unit,
    PrintedReference? Reference,
    decimal? Offset,
    decimal? Baseline,
    string? CountedNoun
)
{
    /// <summary>
    /// Whether the text sets a target at all: a number with a comparator, a reference, or a direction.
    /// </summary>
    public static bool IsTarget(string text) =>
        Read(text) is { Comparator: not null } c
        && (c.Value is not null || c.Reference is not null || c.Comparator is "increase" or "decrease")
        && PlanLists.Text(text).Length > 12;

    public static MeasureClause Read(string clause)
    {
        var figures = ClauseFigures.In(clause);
        var reference = ClauseReference.In(clause);
        var baseline = FromBefore().Match(clause) is { Success: true } from
            ? figures.FirstOrDefault(f => f.Start >= from.Index && f.Start < from.Index + from.Length + 12)
            : null;
        if (baseline is not null)
            figures.Remove(baseline);
        return reference is { } to ? Against(clause, figures, to, baseline) : Plain(clause, figures, baseline);
    }

    private static MeasureClause Plain(string clause, List<ClauseFigure> figures, ClauseFigure? baseline)
    {
        var figure =
            figures.FirstOrDefault(f =>
                Bound().Match(clause) is { Success: true } b
                && b.Index + b.Length <= f.Start + 1
                && f.Start - (b.Index + b.Length) < 30
            ) ?? figures.FirstOrDefault();
        var unit = figure is null ? null : figure.Unit ?? baseline?.Unit ?? ClauseFigures.NounOfCount(clause);
        if (
            figure is not null
            && ChangeBy().Match(clause) is { Success: true } by
            && figure.Start >= by.Index
            && figure.Start <= by.Index + by.Length + 2
        )
        {
            return new(
                Down().IsMatch(clause) ? "decrease" : "increase",
                figure.Value,
                unit,
                null,
                null,
                baseline?.Value,
                ClauseFigures.NounOfCount(clause)
            );
        }

        var comparator = figure is null ? Direction(clause) : ComparatorOf(clause, figure.Start);
        return new(comparator, figure?.Value, unit, null, null, baseline?.Value, unit is "pct." or "procentpoint" ? null : unit);
    }

    /// <summary>
    /// A target against an average: the offset is how far from it, signed; a printed value of the average is the
    /// target's value.
    /// </summary>
    private static MeasureClause Against(
        string clause,
        List<ClauseFigure> figures,
        ClauseReference reference,
        ClauseFigure? baseline
    )
    {
        var own = figures.FirstOrDefault(f =>
            f.Start >= reference.End
            && f.Start - reference.End < 12
            && ValueOfReference().IsMatch(clause[reference.End..f.Start])
        );
        var away = figures.LastOrDefault(f => f.End <= reference.Start && f != own);
        var between = away is null ? "" : clause[away.End..reference.Start];
        var printed = new PrintedReference(reference.Kind, reference.Printed, own?.Value);
        if (away is not null && (Lower().IsMatch(between) || Higher().IsMatch(between)))
        {
            var sign = Lower().IsMatch(between) ? -1 : 1;
            var limit = AtMost().IsMatch(clause[..away.Start]) ? "<=" : AtLeast().IsMatch(clause[..away.Start]) ? ">=" : null;
            // "At least 2 points below" bounds the distance: the measure itself may be no higher.
            var comparator = limit is null ? sign < 0 ? "<=" : ">=" : sign < 0 ? limit == ">=" ? "<=" : ">=" : limit;
            return new(comparator, null, away.Unit ?? "procentpoint", printed, sign * away.Value, baseline?.Value, null);
        }

        if (own is not null)
            return new(
                ComparatorOf(clause, own.Start),
                own.Value,
                own.Unit ?? baseline?.Unit,
                printed,
                null,
                baseline?.Value,
                null
            );
        return new(Relative(clause[..reference.Start]), null, null, printed, 0, baseline?.Value, null);
    }

    private static string Relative(string before)
    {
        if (Level().IsMatch(before)) return AtLeast().IsMatch(before) ? ">=" : AtMost().IsMatch(before) ? "<=" : "=";
        if (DownTo().IsMatch(before)) return "<=";
        if (UpTo().IsMatch(before)) return ">=";
        if (Lower().IsMatch(before)) return AtMost().IsMatch(before) ? "<=" : "<";
        return Higher().IsMatch(before) ? AtMost().IsMatch(before) ? "<=" : ">" : AtMost().IsMatch(before) ? "<=" : ">=";
    }

    private static string ComparatorOf(string clause, int at)
    {
        var before = clause[..at];
        if (DownTo().IsMatch(before)) return "<=";
        if (UpTo().IsMatch(before)) return ">=";
        var bound = Bound().Matches(before).LastOrDefault();
        if (bound is null)
            return AfterFigure().Match(clause[at..]) is { Success: true } after
                ? after.Groups["less"].Success
                    ? "<="
                    : ">="
                : ">=";
        return bound.Groups["most"].Success ? "<="
            : bound.Groups["least"].Success ? ">="
            : bound.Groups["less"].Success ? "<"
            : ">";
    }

    private static string? Direction(string clause) => Down().IsMatch(clause) ? "decrease" : Up().IsMatch(clause) ? "increase" : null;

    [GeneratedRegex(
        @"\b(?<most>max(?:imum|imalt)?\.?|maks(?:imum|imalt)?\.?|højst|ikke (?:overstige|være over|over|mere end|flere end|højere end)|op til|[≤]|<=)|(?<least>mindst|minimum|min\.|ikke (?:under|være under|mindre end|færre end)|[≥]|>=)|(?<less>under|færre end|mindre end|lavere end|<)|(?<more>over|mere end|flere end|højere end|>)(?![\p{L}])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Bound();

    [GeneratedRegex(
        @"\b(?:reducer\p{L}*|sænk\p{L}*|nedbring\p{L}*|fald\p{L}*|mindsk\p{L}*|begræns\p{L}*|nedsæt\p{L}*|forkort\p{L}*|bring\p{L}* ned|kom\p{L}*|ned|formindsk\p{L}*|halver\p{L}*)\b(?:(?!\b(?:øg|stig|hæv)).){0,60}?\b(?:ned på|ned til|til|på)(?: (?:højst|maks\p{L}*|max|det|den|et|en|under))*\s*(?:\p{L}+\s){0,5}\(?$|\bned (?:på|til|under)\s*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex DownTo();

    [GeneratedRegex(
        @"\b(?:øg\p{L}*|stig\p{L}*|hæv\p{L}*|løft\p{L}*|voks\p{L}*|forøg\p{L}*|udvid\p{L}*)\b.{0,60}?\btil(?: (?:mindst|minimum|det|den|et))*\s*(?:\p{L}+\s){0,4}\(?$|\bop (?:på|til|over)\s*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex UpTo();

    [GeneratedRegex(
        @"\b(?:reducer\p{L}*|sænk\p{L}*|nedbring\p{L}*|fald\p{L}*|mindsk\p{L}*|begræns\p{L}*|færre|lavere|mindre|kortere|nedsæt\p{L}*|forkort\p{L}*)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Down();

    [GeneratedRegex(
        @"\b(?:øg\p{L}*|stig\p{L}*|hæv\p{L}*|løft\p{L}*|voks\p{L}*|flere|højere|større|forøg\p{L}*|styrk\p{L}*|længere)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Up();

    [GeneratedRegex(
        @"\b(?:øges|øge|stige|stiger|hæves|reduceres|reducere|sænkes|sænke|falde|falder|nedbringes|nedbringe|mindskes|vokse)\b.{0,20}?\bmed(?: (?:mindst|minimum|ca\.|yderligere))?\s",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex ChangeBy();

    [GeneratedRegex(
        @"\bfra(?: (?:de|det|den|et|en|nuværende|nuværende niveau på|niveau på|ca\.|omkring|i dag))*\s(?=\d)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex FromBefore();

    [GeneratedRegex(
        @"^.{0,25}?\b(?:eller (?:færre|mindre|derunder|lavere)(?<less>)|eller (?:flere|mere|derover|højere))\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex AfterFigure();

    [GeneratedRegex(
        @"^[\s(]*(?:på\s|som er\s|dvs\.\s|ca\.\s|svarende til\s|=\s?)*[\s(]*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex ValueOfReference();

    [GeneratedRegex(
        @"\b(?:under|lavere end|færre end|mindre end|bedre end|lavere|færre)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Lower();

    [GeneratedRegex(
        @"\b(?:over|højere end|flere end|mere end|større end|højere)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Higher();

    [GeneratedRegex(@"\b(?:max(?:imum|imalt)?|maks(?:imum|imalt)?|højst|ikke)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AtMost();

    [GeneratedRegex(@"\b(?:mindst|minimum)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AtLeast();

    [GeneratedRegex(
        @"\b(?:på niveau med|på højde med|svarende til|svare til|svarer til|lig med|det samme som|på samme niveau som)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Level();
}
