using System.Text.RegularExpressions;

namespace Virker.Committee;

/// <summary>What a decision's words say. <paramref name="Kind"/> null: they do not say what was decided.</summary>
public sealed partial record DecisionWords(string? Kind, IReadOnlyList<string> Paragraphs, int? HandledAs, IReadOnlyList<Commitment> Commitments)
{
    public static DecisionWords Read(string text, IReadOnlyList<string> recommendation)
    {
        var paragraphs = Lines.Each(text);
        var order = paragraphs.Select(p => HandledAsWords().Match(p)).FirstOrDefault(m => m.Success);
        return new(KindOf(paragraphs, recommendation), paragraphs, order is null ? null : int.Parse(order.Groups[1].Value), [.. Commitment.In(paragraphs)]);
    }

    /// <summary>The first paragraph that says a kind decides; one that only adopts the recommendation takes the recommendation's.</summary>
    private static string? KindOf(IReadOnlyList<string> paragraphs, IReadOnlyList<string> recommendation)
    {
        foreach (var paragraph in paragraphs.Where(p => !Commitment.IsRemark(p)))
        {
            if (Adopts().IsMatch(paragraph)) return KindOfRecommendation(recommendation);
            if (Said(paragraph) is { } kind) return kind;
        }

        return paragraphs.Count > 0 && paragraphs.All(Commitment.IsRemark) ? "no_explicit_decision" : null;
    }

    private static string? KindOfRecommendation(IReadOnlyList<string> points) => points.Select(Said).FirstOrDefault(k => k is not null);

    private static string? Said(string text) => Phrases.FirstOrDefault(p => p.Words.IsMatch(text)).Kind;

    private static readonly (string Kind, Regex Words)[] Phrases =
    [
        ("postponed", PostponedWords()),
        ("withdrawn", WithdrawnWords()),
        ("recommended_to_other_body", RecommendedWords()),
        ("option_chosen", OptionWords()),
        ("rejected", RejectedWords()),
        ("follow_up_meeting", FollowUpMeetingWords()),
        ("taken_note", NotedWords()),
        ("discussed", DiscussedWords()),
        ("approved", ApprovedWords()),
        ("signature", SignatureWords()),
        ("nothing_to_record", NothingWords()),
    ];

    [GeneratedRegex(@"\b(ti)?ltrå(dte|dt|der|des)\b.*\bindstillinge|\bindstillingen (blev )?(til|følge)|^i henhold til indstillingen|^som indstillet", RegexOptions.IgnoreCase)]
    private static partial Regex Adopts();

    [GeneratedRegex(@"\bbehandle(?:s|t) som (?:punkt|pkt\.?) (\d+)", RegexOptions.IgnoreCase)]
    private static partial Regex HandledAsWords();

    [GeneratedRegex(@"\b(udsættes|udsat|udskydes|udskudt)\b", RegexOptions.IgnoreCase)]
    private static partial Regex PostponedWords();

    [GeneratedRegex(@"^\s*(punktet |sagen )?(udgår|udgik|udgået|tages af dagsordenen|taget af dagsordenen)\b", RegexOptions.IgnoreCase)]
    private static partial Regex WithdrawnWords();

    [GeneratedRegex(@"\b(anbefale[srt]*|indstille[srt]*)\b.*\b(byråde|økonomiudvalge|kommunalbestyrelse|magistrat|udvalg)", RegexOptions.IgnoreCase)]
    private static partial Regex RecommendedWords();

    [GeneratedRegex(@"\b(handle|beslutnings)?mulighed(en)? [A-Z0-9]\b|\bmodel [A-Z0-9]\b", RegexOptions.IgnoreCase)]
    private static partial Regex OptionWords();

    [GeneratedRegex(@"\b(afvist|afvises|afviste|forkastet|ikke godkendt|kan ikke (godkende|tiltræde))\b", RegexOptions.IgnoreCase)]
    private static partial Regex RejectedWords();

    [GeneratedRegex(@"\bopfølgende møde\b|\bopfølgningsmøde\b", RegexOptions.IgnoreCase)]
    private static partial Regex FollowUpMeetingWords();

    [GeneratedRegex(@"\b(til (orientering|efterretning)|orienteres|orienteringe?n?e?r?n?e? (tages|blev taget))\b", RegexOptions.IgnoreCase)]
    private static partial Regex NotedWords();

    [GeneratedRegex(@"\b(drøftede|drøftet|drøfter|drøftes)\b", RegexOptions.IgnoreCase)]
    private static partial Regex DiscussedWords();

    [GeneratedRegex(@"\b(godkendt|godkendes|godkendte|godkender|vedtaget|vedtog|tiltrådt|tiltrådte|imødekommet)\b", RegexOptions.IgnoreCase)]
    private static partial Regex ApprovedWords();

    [GeneratedRegex(@"\bunderskr(evet|ives)\b", RegexOptions.IgnoreCase)]
    private static partial Regex SignatureWords();

    [GeneratedRegex(@"^\s*(intet|ingen bemærkninger|der var intet)\b", RegexOptions.IgnoreCase)]
    private static partial Regex NothingWords();
}
