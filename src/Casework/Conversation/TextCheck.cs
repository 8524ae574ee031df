using System.Text.RegularExpressions;
using Virker.Kernel;

namespace Virker.Casework;

/// <summary>What kind of thing in a text asks for a second look.</summary>
public enum TextConcern
{
    PersonalNumber,
    Health,
    Union,
    Religion,
    Origin,
    Politics,
    Offence,
    Judgement,
    LongSentence,
}

/// <summary>
/// A place in a text (<paramref name="Words"/>) and why it asks for a second look. <paramref name="Privacy"/>: it must
/// be weighed before the text is shared.
/// </summary>
public sealed record TextFinding(TextConcern Concern, string Words, string Advice, bool Privacy);

/// <summary>
/// Looks a note through before it is shared: personal numbers, words about health, union, faith and the like, words
/// that judge, and sentences that are hard to read. A list of words and no model: nothing leaves the machine, and the
/// same text is always answered the same.
/// </summary>
public static partial class TextCheck
{
    private const int LongSentence = 28;

    private static readonly (TextConcern Concern, string Advice, string[] Stems)[] Stems =
    [
        (
            TextConcern.Health,
            "Helbred: skriv kun det, der har betydning for arbejdet.",
            [
                "diagnos",
                "depress",
                "angst",
                "kræft",
                "misbrug",
                "alkohol",
                "psykiat",
                "psykisk",
                "medicin",
                "skizofren",
                "adhd",
                "autis",
                "gravid",
                "abort",
                "hiv",
                "selvmord",
                "indlagt",
                "sygdom",
            ]
        ),
        (
            TextConcern.Union,
            "Fagforening: det er sjældent nødvendigt at skrive.",
            ["fagforening", "tillidsrepræsentant", "strejke"]
        ),
        (
            TextConcern.Religion,
            "Tro: skriv det kun, hvis borgeren selv ønsker det.",
            ["muslim", "kristen", "jøde", "jødisk", "islam", "moské", "religiø", "ramadan", "tørklæde", "jehova"]
        ),
        (
            TextConcern.Origin,
            "Oprindelse: skriv om sprog og erfaring i stedet.",
            ["etnisk", "indvandrer", "roma", "sigøjner", "flygtningebaggrund", "hudfarve"]
        ),
        (
            TextConcern.Politics,
            "Politisk holdning hører ikke hjemme i et notat.",
            ["partimedlem", "højreorienteret", "venstreorienteret", "kommunist"]
        ),
        (
            TextConcern.Offence,
            "Strafbare forhold: skriv det kun, hvis det har betydning for sagen.",
            ["straffeattest", "fængsel", "dømt for", "kriminel", "politianmeld", "afsoner"]
        ),
        (
            TextConcern.Judgement,
            "Skriv, hvad borgeren gjorde eller sagde, i stedet for en vurdering.",
            ["doven", "umotiveret", "utroværdig", "besværlig", "manipuler", "lyver", "gider ikke", "hysterisk"]
        ),
    ];

    public static IReadOnlyList<TextFinding> Look(string text) => [.. Numbers(text), .. Sensitive(text), .. Long(text)];

    private static IEnumerable<TextFinding> Numbers(string text) =>
        from number in TenDigits().Matches(text)
        where Cpr.TryParse(number.Value, out _)
        select new TextFinding(
            TextConcern.PersonalNumber,
            $"{number.Value[..6]}-••••",
            "CPR-nummer: skriv navnet i stedet. Nummeret hører ikke hjemme i en tekst.",
            true
        );

    private static IEnumerable<TextFinding> Sensitive(string text)
    {
        var words = Word().Matches(Danish.Lower(text)).ToList();
        foreach (var (concern, advice, stems) in Stems)
        {
            var found = words
                .Where(w => stems.Any(stem => w.Value.StartsWith(stem, StringComparison.Ordinal)))
                .Select(w => w.Value)
                .Concat(
                    stems.Where(stem => stem.Contains(' ') && text.Contains(stem, StringComparison.OrdinalIgnoreCase))
                )
                .Distinct()
                .ToList();
            if (found.Count > 0)
                yield return new TextFinding(concern, string.Join(", ", found), advice, true);
        }
    }

    private static IEnumerable<TextFinding> Long(string text) =>
        from sentence in Sentence().Matches(text)
        let words = Word().Count(sentence.Value)
        where words > LongSentence
        select new TextFinding(
            TextConcern.LongSentence,
            $"{Beginning(sentence.Value)} …",
            $"Lang sætning ({words} ord): del den i to.",
            false
        );

    private static string Beginning(string sentence) =>
        string.Join(' ', sentence.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(6));

    [GeneratedRegex(@"(?<!\d)\d{6}[- ]?\d{4}(?!\d)")]
    private static partial Regex TenDigits();

    [GeneratedRegex(@"[\p{L}\d]+(?:-[\p{L}\d]+)*")]
    private static partial Regex Word();

    [GeneratedRegex(@"[^.!?\n]+")]
    private static partial Regex Sentence();
}
