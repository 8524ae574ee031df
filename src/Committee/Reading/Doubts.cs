using System.Text.RegularExpressions;

namespace Virker.Committee;

/// <summary>What can be checked of a reading without knowing better than the paper: each doubt with its place and its reason.</summary>
internal static partial class Doubts
{
    private const int LongDecision = 1_500;

    public static IEnumerable<PrintedNote> Find(PrintedMinutes read, IReadOnlyCollection<PrintedPerson> presentAndAbsent)
    {
        foreach (var person in presentAndAbsent.Concat((read.Attendance.Present ?? []).Where(p => read.Attendance.Absent.Any(a => a.Name == p.Name))).DistinctBy(p => p.Name))
            yield return new PrintedNote("present_and_absent", $"{person.Name} er trykt både som til stede og som fraværende.");
        foreach (var note in read.Items.SelectMany(OfItem)) yield return note;
        foreach (var (before, item) in read.Items.Zip(read.Items.Skip(1)).Where(p => p.First.Number > p.Second.Number))
            yield return new PrintedNote("number_out_of_order", $"Punkt {item.PrintedNumber} står efter punkt {before.PrintedNumber}.", item.Number, item.Line);
    }

    private static IEnumerable<PrintedNote> OfItem(PrintedItem item)
    {
        if (item.Title is { } title && SectionHeadings.KeyOf(title) is not null) yield return new PrintedNote("title_is_section", $"Punktets titel \"{title}\" er navnet på et afsnit; titlen kan være gået tabt.", item.Number, item.Line);
        foreach (var decision in item.Decisions)
        {
            var length = decision.Text.Sum(t => t.Length);
            if (length > LongDecision) yield return new PrintedNote("long_decision", $"Beslutningen er på {length} tegn; der kan være læst mere med end beslutningen.", item.Number, decision.Line);
            if (decision.Text.Any(t => Recommends().IsMatch(t))) yield return new PrintedNote("recommendation_in_decision", "Ordet \"indstiller\" står i beslutningen; en indstilling kan være læst som beslutning.", item.Number, decision.Line);
            if (decision.Text.SkipLast(1).FirstOrDefault(LooksAsHeading) is { } heading) yield return new PrintedNote("heading_in_decision", $"\"{heading}\" inde i beslutningen ligner en overskrift.", item.Number, decision.Line);
        }
    }

    private static bool LooksAsHeading(string text) => text.Length < 60 && Heading().IsMatch(text) && !DecisionKinds.IsWhole(text);

    [GeneratedRegex(@"\bindstiller\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Recommends();

    [GeneratedRegex(@"^\p{Lu}[\p{L}\d][^.!?,;]{2,58}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Heading();
}
