namespace Virker.Committee;

/// <summary>
/// The sections that an item's text can be written under: those that stand, in their order and with their headings, and
/// the template's, each at its place among them. A section that the template lacks (a case carried over from another
/// template, or read in) is one of them, so that an editor sees and keeps it.
/// </summary>
public static class ItemSections
{
    /// <summary>Every section to write in, the empty ones with an empty text.</summary>
    public static IReadOnlyList<ItemSection> ToWrite(CaseTemplate template, IReadOnlyList<SectionText> standing)
    {
        var all = new List<ItemSection>();
        foreach (var section in standing)
            all.Add(new(Name(section.Key, all), section.Key, section.Heading, section.Text));
        for (var place = 0; place < template.Sections.Count; place++)
        {
            var section = template.Sections[place];
            if (all.Exists(s => s.Name == section.Key))
                continue;
            var before = template
                .Sections.Take(place)
                .Select(t => all.FindLastIndex(s => s.Key == t.Key))
                .DefaultIfEmpty(-1)
                .Max();
            var after = template
                .Sections.Skip(place + 1)
                .Select(t => all.FindIndex(s => s.Key == t.Key))
                .Where(i => i > before)
                .DefaultIfEmpty(-1)
                .Min();
            all.Insert(
                before >= 0 ? before + 1
                    : after >= 0 ? after
                    : place == 0 ? 0
                    : all.Count,
                new(section.Key, section.Key, section.Heading, "")
            );
        }

        return all;
    }

    /// <summary>The key, and for one that stands under several headings its number too.</summary>
    private static string Name(string key, List<ItemSection> before) =>
        before.Count(s => s.Key == key) is > 0 and var earlier ? $"{key}~{earlier + 1}" : key;
}

/// <summary>One section to write in. <paramref name="Name"/> is what the editor's text comes under.</summary>
public sealed record ItemSection(string Name, string Key, string Heading, string Text);
