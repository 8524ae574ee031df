using System.Text.RegularExpressions;
using Virker.Platform;

namespace Virker.Committee;

/// <summary>The lists of those present and absent in the head of a document: behind their label, or one a line below it.</summary>
internal static partial class Attendance
{
    /// <summary>Present is null where no list is printed; absent is null where nothing is said of it.</summary>
    public static (List<PrintedPerson>? Present, List<PrintedPerson>? Absent) Read(IReadOnlyList<SourceLine> head)
    {
        List<PrintedPerson>? present = null, absent = null;
        List<PrintedPerson>? open = null;
        foreach (var line in head)
        {
            var text = line.Text.Replace('\t', ' ').Trim();
            if (text.Length == 0) continue;
            var label = Label().Match(text);
            if (label.Success)
            {
                open = label.Groups["present"].Success ? present ??= [] : label.Groups["absent"].Success ? absent ??= [] : [];
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
            if (people.Count == 0) open = null;
            else open.AddRange(people);
        }

        return (present is { Count: 0 } ? null : present, absent);
    }

    public static bool IsLabel(string text) => Label().IsMatch(text.Trim());

    [GeneratedRegex(
        @"^(?:(?<present>til\s?stede(?: var)?|(?:møde)?deltagere|fremmødte|mødte|deltog(?: i mødet)?|tilstedeværende|medlemmer til stede)|(?<absent>(?:afbud|fraværende)(?:\s?/\s?(?:afbud|fraværende))?(?: fra| med afbud| uden afbud| medlemmer)?|ikke til stede|meldt afbud)|(?<aside>medlemmer|sekretær(?:er)?|referent|øvrige(?: deltagere| tilstedeværende)?|fra (?:forvaltningen|administrationen)(?: deltog)?|administrationen|gæster|desuden deltog|embedsmænd|ordstyrer|mødeleder))\s*(?::|(?=\s+\p{Lu})|$)\s*",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Label();
}
