using System.Text.RegularExpressions;
using Virker.Kernel;

namespace Virker.Committee;

/// <summary>
/// Finds items by their words, and numbers wherever they stand, in tables too. A number is found however its thousands
/// are parted. Answers with the words around the first place where one was found.
/// </summary>
internal sealed partial class PaperSearch
{
    /// <summary>Letters on each side of what was found.</summary>
    private const int Around = 70;

    private readonly IReadOnlyList<string> _wanted;

    private PaperSearch(IReadOnlyList<string> wanted) => _wanted = wanted;

    public static PaperSearch Of(string? words) =>
        new([.. Plain(words ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)]);

    public IReadOnlyList<FoundItem> In(PublishedMeeting meeting) =>
        _wanted.Count == 0
            ? []
            :
            [
                .. meeting
                    .Items.Select(i => Excerpt(Words(i)) is { } excerpt ? new FoundItem(i, excerpt) : null)
                    .OfType<FoundItem>(),
            ];

    /// <summary>Null where not all the words stand in the texts.</summary>
    public string? Excerpt(IEnumerable<string> texts)
    {
        var plain = texts.Where(t => t.Length > 0).Select(Plain).ToList();
        if (_wanted.Count == 0 || !_wanted.All(w => plain.Exists(t => Holds(t, w))))
            return null;
        var (text, at) = texts
            .Select(Spaced)
            .Concat(plain)
            .SelectMany(t =>
                _wanted.Select(w => (Text: t, At: t.IndexOf(w, StringComparison.CurrentCultureIgnoreCase)))
            )
            .FirstOrDefault(f => f.At >= 0);
        return text is null ? Cut(plain[0], 0) : Cut(text, at);
    }

    /// <summary>What a reader of the item reads.</summary>
    internal static IEnumerable<string> Words(PublishedItem item) =>
        [
            item.Title,
            item.CaseNumber ?? "",
            item.Kle ?? "",
            item.DocumentNumber ?? "",
            .. item.Sections.Select(s => s.Text),
            .. item.Recommendation?.Points ?? [],
            .. item.Decisions.SelectMany(d => d.Paragraphs),
            .. item.Remarks.Select(r => r.Text),
            .. item.Attachments.Select(a => a.Title),
            .. item.Tables.SelectMany(Rows),
            .. PublicSight.FollowUpsOf(item).Select(f => $"{f.Text} {f.Report}"),
        ];

    /// <summary>A row is found by its label and told with its numbers under their headings.</summary>
    internal static IEnumerable<string> Rows(TableText table) =>
        table.Rows.Select(r =>
            $"{table.Caption}{(table.Caption is null ? "" : ": ")}{r.Label} {string.Join(", ", r.Values.Select((v, i) => v is null ? null : i < table.Columns.Count ? $"{table.Columns[i]} {v}" : v).OfType<string>())}"
        );

    private static bool Holds(string text, string word) =>
        text.Contains(word, StringComparison.CurrentCultureIgnoreCase)
        || WrittenText.Holds([WrittenText.Folded(word)], text);

    private static string Cut(string text, int at)
    {
        var (from, to) = (Math.Max(0, at - Around), Math.Min(text.Length, at + Around));
        if (from > 0 && text.IndexOf(' ', from) is var space && space >= 0 && space < at) from = space + 1;
        if (to < text.Length && text.LastIndexOf(' ', to - 1, to - at) is var last && last > at) to = last;
        return $"{(from > 0 ? "… " : "")}{text[from..to]}{(to < text.Length ? " …" : "")}";
    }

    private static string Spaced(string text) => Spaces().Replace(text, " ").Trim();

    private static string Plain(string text) => Spaced(Thousands().Replace(text, ""));

    [GeneratedRegex(@"(?<=(?<!\d)\d{1,3}(\.\d{3})*)[.\u00A0\u202F](?=\d{3}(?!\d))")]
    private static partial Regex Thousands();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
