using Virker.Kernel;

namespace Virker.Platform;

/// <summary>Turns the blocks of a document into slabs and elements.</summary>
internal sealed class PaperBlocks(PaperLinks links)
{
    private readonly HeadingLevels _levels = new();

    /// <summary>The headings in order, for the outline.</summary>
    public List<PaperHeading> Headings { get; } = [];

    public IReadOnlyList<Slab> Lay(IEnumerable<DocumentBlock> blocks, StructureTag parent, double x, double width)
    {
        var slabs = new List<Slab>();
        var breakNext = false;
        foreach (var block in blocks)
        {
            if (block is PageBreak)
            {
                breakNext = true;
                continue;
            }
            var start = slabs.Count;
            slabs.AddRange(Lay(block, parent, x, width));
            if (breakNext && slabs.Count > start)
                (slabs[start], breakNext) = (slabs[start] with { BreakBefore = true }, false);
        }
        return slabs;
    }

    private IEnumerable<Slab> Lay(DocumentBlock block, StructureTag parent, double x, double width) =>
        block switch
        {
            Heading heading => Lay(heading, parent, x, width),
            Paragraph paragraph => Lay(paragraph, parent, x, width),
            ItemList list => PaperList.Lay(list, parent, x, width, this),
            DocumentTable table => PaperTable.Lay(table, parent, x, width, links),
            DefinitionRows rows => PaperDefinitions.Lay(rows, parent, x, width, links),
            NoticeBlock notice => PaperNotice.Lay(notice, parent, x, width, links),
            SignOff signOff => Lay(new Heading(2, signOff.Title), parent, x, width)
                .Concat(PaperSignOff.Lay(signOff, parent, x, width)),
            FigureBlock figure => PaperFigure
                .Lay(figure, parent, x, width)
                .Concat(figure.TableElsewhere ? [] : PaperTable.Lay(figure.Chart.ToTable(), parent, x, width, links)),
            PageBreak => [],
            _ => throw new InvalidOperationException($"No paper for {block.GetType().Name}."),
        };

    private IEnumerable<Slab> Lay(Heading heading, StructureTag parent, double x, double width)
    {
        var level = _levels.Next(heading.Level);
        var text = CleanText.Line(heading.Text);
        if (text.Length == 0)
            text = Danish.Missing;
        var tag = StructureTag.Block("H" + level, parent);
        var before = level switch { 1 => 30, 2 => 24, 3 => 18, _ => 13 };
        var place = new PaperHeading(level, text, heading.Anchor);
        Headings.Add(place);
        var lines = SetText
            .Lines(Stretch.Plain(text, TypeStyle.Heading(level), tag), x, width, before, keepWithNext: true)
            .ToList();
        var first = lines[0];
        lines[0] = first with
        {
            Draw = (page, top) =>
            {
                (place.Page, place.Top) = (page, top);
                first.Draw(page, top);
            },
        };
        return lines.Select(line => line with { IsHeading = true });
    }

    private IEnumerable<Slab> Lay(Paragraph paragraph, StructureTag parent, double x, double width)
    {
        if (paragraph.Runs.All(run => string.IsNullOrWhiteSpace(CleanText.Of(run.Text))))
            return [];
        var style = paragraph.Style switch
        {
            ParagraphStyle.Lead => TypeStyle.Lead,
            ParagraphStyle.Small => TypeStyle.Small,
            _ => TypeStyle.Body,
        };
        var stretches = Stretch.Of(paragraph.Runs, style, StructureTag.Block("P", parent), links);
        return SetText.Lines(stretches, x, width, paragraph.Style == ParagraphStyle.Small ? 5 : 8);
    }
}

/// <summary>A heading and, once it is drawn, where it stands.</summary>
internal sealed class PaperHeading(int level, string text, string? anchor)
{
    public int Level { get; } = level;

    public string Text { get; } = text;

    public string? Anchor { get; } = anchor;

    public PaperPage? Page { get; set; }

    public double Top { get; set; }
}
