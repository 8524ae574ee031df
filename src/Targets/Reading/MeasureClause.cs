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
    private sealed record Figure(decimal Value, string? Unit, int Start, int End);

    /// <summary>
    /// Whether the text sets a target at all: a number with a comparator, a reference, or a direction.
    /// </summary>
    public static bool IsTarget(string text) =>
        Read(text) is { Comparator: not null } c
        && (c.Value is not null || c.Reference is not null || c.Comparator is "increase" or "decrease")
        && PlanLists.Text(text).Length > 12;

    public static MeasureClause Read(string clause)
    {
        var figures = Figures(clause);
        var reference = ReferenceIn(clause);
        var baseline = FromBefore().Match(clause) is { Success: true } from
            ? figures.FirstOrDefault(f => f.Start >= from.Index && f.Start < from.Index + from.Length + 12)
            : null;
        if (baseline is not null)
            figures.Remove(baseline);
        return reference is { } to ? Against(clause, figures, to, baseline) : Plain(clause, figures, baseline);
    }

    private static MeasureClause Plain(string clause, List<Figure> figures, Figure? baseline)
    {
        var figure =
            figures.FirstOrDefault(f =>
                Bound().Match(clause) is { Success: true } b
                && b.Index + b.Length <= f.Start + 1
                && f.Start - (b.Index + b.Length) < 30
            ) ?? figures.FirstOrDefault();
        var unit = figure is null ? null : figure.Unit ?? baseline?.Unit ?? NounOfCount(clause);
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
                NounOfCount(clause)
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
        List<Figure> figures,
        (string Kind, int Start, int End, string Printed) reference,
        Figure? baseline
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

    private static List<Figure> Figures(string clause)
    {
        var figures = new List<Figure>();
        foreach (Match m in Number().Matches(clause))
        {
            if (
                NotFigure().IsMatch(clause[Math.Max(0, m.Index - 24)..m.Index])
                && !m.Groups["unit"].Success
                && IsYear(m.Groups["n"].Value)
            )
                continue;
            if (
                !m.Groups["unit"].Success
                && (IsYear(m.Groups["n"].Value) || IsDuration(clause, m.Index, m.Groups["n"].Length))
            )
                continue;
            if (DayOfDate().IsMatch(clause[m.Index..]))
                continue;
            if (PrintedNumber.Whole(m.Groups["n"].Value) is { } value)
                figures.Add(new Figure(value, UnitOf(m, clause), m.Index, m.Index + m.Length));
        }

        return figures;
    }

    private static bool IsYear(string number) =>
        number.Length == 4 && number[..2] is "19" or "20" && !number.Contains('.') && number.Length == 4;

    /// <summary>
    /// "efter 26 uger", "i over 2 år" and "18 årige" say who is counted; "højst 14 dage" is the target itself.
    /// </summary>
    private static bool IsDuration(string clause, int at, int length) =>
        Age().IsMatch(clause[(at + length)..]) || (Weeks().IsMatch(clause[(at + length)..]) && Lasting().IsMatch(clause[..at]));

    private static string? UnitOf(Match m, string clause)
    {
        if (m.Groups["point"].Success) return "procentpoint";
        if (m.Groups["pct"].Success) return "pct.";
        return MeasureUnits.NounAt(clause[(m.Index + m.Length)..]);
    }

    private static string? NounOfCount(string clause) =>
        CountOf().Match(clause) is { Success: true } m ? MeasureUnits.NounAt(m.Groups["noun"].Value) : null;

    private static (string Kind, int Start, int End, string Printed)? ReferenceIn(string clause)
    {
        var m = Average().Match(clause);
        return m.Success
            ? (
                m.Groups["nation"].Success ? "national_average" : "regional_average",
                m.Index,
                m.Index + m.Length,
                m.Value
            )
            : null;
    }

    [GeneratedRegex(
        @"(?<![\d.,\p{L}/-])(?<n>\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?)(?:\s?(?<unit>(?<point>procent-?point|pct\.?[\s-]?point|%[\s-]?point)|(?<pct>%|pct\.|pct\b|procent\b)))?(?![\d/]|-\d)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Number();

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

    [GeneratedRegex(
        @"\b(?:det |den )?(?:(?<nation>landsgennemsnit\p{L}*|lands-gennemsnit\p{L}*|landsplan|hele landet|nationalt? gennemsnit\p{L}*|nationale gennemsnit|gennemsnit\p{L}* (?:for|i) (?:hele )?landet|landstal\p{L}*|landsniveau\p{L}*)|regionale gennemsnit\p{L}*|regionalt gennemsnit|regionens gennemsnit\p{L}*|region\p{L}*gennemsnit\p{L}*|gennemsnit\p{L}* (?:for|i) region\p{L}*(?:\s\p{Lu}\p{L}+)?|RAR-gennemsnit\p{L}*)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Average();

    [GeneratedRegex(@"^\s?(?:-?årige?|års?\b|ud af\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Age();

    [GeneratedRegex(@"^\s?(?:måneder|uger|dage)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Weeks();

    [GeneratedRegex(
        @"\b(?:efter|over|i|inden for|gennem|første|mere end|længere end)\s$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Lasting();

    [GeneratedRegex(
        @"^\d{1,2}\.\s(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex DayOfDate();

    [GeneratedRegex(
        @"\b(?:i|fra|til|med|år|og|ultimo|primo|medio|udgangen af|december|januar|inden|senest)\s$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex NotFigure();

    [GeneratedRegex(@"\bantal(?:let)?(?: af)?\s(?<noun>\p{L}[^.,;]{2,80})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CountOf();
}
