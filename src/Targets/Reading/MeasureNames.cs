using System.Text.RegularExpressions;

namespace Virker.Targets;

/// <summary>
/// What each measure of a plan is called: as somebody here has named it, else by a whole phrase of the plan's own
/// words, never by a piece of a sentence.
/// </summary>
internal sealed partial class MeasureNames(IReadOnlyList<PlanMeasureRow> plan)
{
    private static readonly string[] Abbreviations = ["pct.", "kr.", "mio.", "mia.", "stk.", "mv.", "m.v.", "o.l."];

    public string Of(PlanMeasureRow measure) => measure.Name ?? Usual(measure);

    /// <summary>The name that it has until somebody gives it another.</summary>
    public string Usual(PlanMeasureRow measure) =>
        Usual(measure.Text, measure.Indicator, Parent(measure) is { } parent ? Of(parent) : null);

    /// <param name="text">The sentence, or the piece of one, that is printed.</param>
    /// <param name="indicator">What it is about, in the reading's own words.</param>
    /// <param name="parent">What the measure is called that it is a part of.</param>
    internal static string Usual(string text, string indicator, string? parent)
    {
        var phrase = Unended(text);
        if (phrase.Length > 0 && (char.IsUpper(phrase[0]) || char.IsDigit(phrase[0]))) return phrase;
        if (parent is not null) return $"{Unended(parent)}: {phrase}";
        var clause = Clause().Replace(phrase, "");
        return Capital(Fragment().IsMatch(clause) || clause.Length == 0 ? Unended(indicator) : clause);
    }

    private PlanMeasureRow? Parent(PlanMeasureRow measure) =>
        measure.ParentKey is null
            ? null
            : plan.FirstOrDefault(m => m.Key == measure.ParentKey && m.Position < measure.Position);

    private static string Unended(string text)
    {
        var trimmed = text.Trim().TrimEnd(';', ',', ':').TrimEnd();
        return Array.Exists(Abbreviations, trimmed.EndsWith) ? trimmed : trimmed.TrimEnd('.').TrimEnd();
    }

    private static string Capital(string phrase) =>
        phrase.Length == 0 ? phrase : $"{char.ToUpperInvariant(phrase[0])}{phrase[1..]}";

    /// <summary>"at antallet er højst 889" says the same without its first word.</summary>
    [GeneratedRegex("^at ")]
    private static partial Regex Clause();

    [GeneratedRegex(
        "^(heraf|hvoraf|og|eller|men|dog|samt|som|der|hvor|hvis|således|så|af|til|med|fra|for|i|på|over|under)\\b"
    )]
    private static partial Regex Fragment();
}
