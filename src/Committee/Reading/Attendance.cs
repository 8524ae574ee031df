using System.Text.RegularExpressions;
using Virker.Platform;

namespace Virker.Committee;

/// <summary>
/// The lists of those present and absent in the head of a document: behind their label, or one a line below it, with or
/// without bullets.
/// </summary>
internal static partial class Attendance
{
    /// <summary>
    /// Present is null where no list is printed; absent is null where nothing is said of it. Who sent apologies is not
    /// present.
    /// </summary>
    public static (List<PrintedPerson>? Present, List<PrintedPerson>? Absent, List<PrintedPerson> Both) Read(IReadOnlyList<SourceLine> head)
    {
        List<PrintedPerson>? present = null, absent = null, open = null;
        var skipped = 0;
        foreach (var line in head)
        {
            var text = Bullet().Replace(line.Text.Replace('\t', ' ').Trim(), "");
            if (text.Length == 0) continue;
            var label = Label().Match(text);
            if (label.Success)
            {
                open = label.Groups["present"].Success ? present ??= [] : label.Groups["absent"].Success ? absent ??= [] : [];
                skipped = 0;
                open.AddRange(People.List(text[label.Length..]));
                continue;
            }

            if (open is null) continue;
            if (DocumentHead.IsHeadLine(text) || SectionHeadings.Recognise(line) is not null || text.Length > 300)
            {
                open = null;
                continue;
            }

            var people = People.List(text);
            // A line among the names that is none of them may say where somebody is from; two are another part of the
            // paper.
            if (people.Count == 0 && (++skipped > 1 || open.Count == 0)) open = null;
            else open.AddRange(people);
        }

        var both = (present ?? []).Where(p => absent?.Exists(a => a.Name == p.Name) == true).ToList();
        present?.RemoveAll(both.Contains);
        return (present is { Count: 0 } ? null : present, absent, both);
    }

    public static bool IsLabel(string text) => Label().IsMatch(Bullet().Replace(text.Trim(), ""));

    [GeneratedRegex(@"^[-–•·▪*]\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Bullet();

    [GeneratedRegex(
        @"^(?:(?<present>til\s?stede(?: var)?|(?:møde)?deltagere|fremmødte|mødte|deltog(?: i mødet)?|tilstedeværende|medlemmer til stede)|(?<absent>(?:afbud|fraværende)(?:\s?/\s?(?:afbud|fraværende))?(?: fra| med afbud| uden afbud| medlemmer)?|ikke til stede|meldt afbud)|(?<aside>medlemmer|sekretær(?:er)?|referent|øvrige(?: deltagere| tilstedeværende)?|fra (?:forvaltningen|administrationen)(?: deltog)?|administrationen|gæster|desuden deltog|embedsmænd|ordstyrer|mødeleder))\s*(?::|(?=\s+\p{Lu})|$)\s*",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Label();
}
