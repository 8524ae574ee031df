using Virker.Platform;

namespace Virker.Committee;

/// <summary>
/// The lines of a paper with what each can only be: a heading of a section, a label with its value, the head of an
/// item. Asked once a line.
/// </summary>
internal sealed class PaperLines(IReadOnlyList<SourceLine> lines)
{
    private readonly (bool Known, SectionHeading? Heading)[] _sections = new (bool, SectionHeading?)[lines.Count];
    private readonly (bool Known, bool Is)[] _labels = new (bool, bool)[lines.Count];
    private readonly (bool Known, ItemHeading? Heading)[] _items = new (bool, ItemHeading?)[lines.Count];

    private HashSet<string> _learned = [];
    private List<(int At, GroupHeading Heading)>? _groups;
    private HashSet<int> _contents = [];

    public IReadOnlyList<SourceLine> Lines => lines;

    public int Count => lines.Count;

    public SourceLine this[int at] => lines[at];

    public SectionHeading? Section(int at)
    {
        if (!_sections[at].Known) _sections[at] = (true, SectionHeadings.Recognise(lines[at]) ?? Learned(at));
        return _sections[at].Heading;
    }

    private SectionHeading? Learned(int at) =>
        _learned.Count > 0 && lines[at].Text.Trim() is var text && _learned.Contains(text)
            ? new SectionHeading(SectionKey.Other, text.TrimEnd(':'))
            : null;

    /// <summary>Headings of this paper alone: what stands below the title of item after item.</summary>
    public void Learn(HashSet<string> headings)
    {
        _learned = headings;
        if (headings.Count > 0) Array.Clear(_sections);
    }

    /// <summary>The lines of the contents: their groups are not the items' groups.</summary>
    public void Without(HashSet<int> contents) => _contents = contents;

    public bool IsGroup(int at) =>
        lines[at].Text.Length < 100 && !lines[at].IsRow && GroupHeadings.Of(lines[at].Text) is not null;

    /// <summary>The heading that the items from here on stand under; null where there is none.</summary>
    public GroupHeading? Group(int at)
    {
        _groups ??=
        [
            .. Enumerable
                .Range(0, lines.Count)
                .Where(i => !_contents.Contains(i) && IsGroup(i))
                .Select(i => (i, GroupHeadings.Of(lines[i].Text)!)),
        ];
        var (from, to) = (0, _groups.Count);
        while (from < to)
        {
            var middle = (from + to) / 2;
            if (_groups[middle].At <= at) from = middle + 1;
            else to = middle;
        }

        return from == 0 ? null : _groups[from - 1].Heading;
    }

    public bool IsLabel(int at)
    {
        if (!_labels[at].Known) _labels[at] = (true, ItemFields.IsLabel(lines[at].Text));
        return _labels[at].Is;
    }

    /// <summary>A label or a heading of a section: what an item opens with.</summary>
    public bool Opens(int at) => Section(at) is not null || IsLabel(at);

    public ItemHeading? ItemAt(int at)
    {
        if (!_items[at].Known) _items[at] = (true, ItemHeading.Read(lines[at], at));
        return _items[at].Heading;
    }

    /// <summary>The next printed lines below one, as far as a page or so.</summary>
    public IEnumerable<int> Below(int at, int count)
    {
        for (var i = at + 1; i < Math.Min(lines.Count, at + 41) && count > 0; i++)
        {
            if (lines[i].IsBlank) continue;
            count--;
            yield return i;
        }
    }

    /// <summary>
    /// The nearest printed line above one, not further off than so many lines; -1 when there is none.
    /// </summary>
    public int Above(int at, int within)
    {
        for (var i = at - 1; i >= 0 && at - i <= within; i--)
        {
            if (!lines[i].IsBlank) return i;
        }

        return -1;
    }
}
