using System.Globalization;

namespace Virker.Platform;

internal static class PaperList
{
    private static readonly string[] Bullets = ["•", "–", "•"];

    public static IEnumerable<Slab> Lay(ItemList list, StructureTag parent, double x, double width, PaperBlocks blocks)
    {
        if (list.Items.Count == 0)
            return [];
        var tag = StructureTag
            .Block("L", parent)
            .With("List", $"/ListNumbering /{(list.Numbered ? "Decimal" : "Disc")}");
        var labels = list
            .Items.Select(
                (_, i) => list.Numbered ? Number((long)list.Start + i) : Bullets[Depth(parent) % Bullets.Length]
            )
            .ToList();
        var font = FontFaces.Of(FontFace.Regular);
        var indent = Math.Min(labels.Max(label => font.Width(label, TypeStyle.Body.Size)) + 8, width / 3);
        var slabs = new List<Slab>();
        for (var i = 0; i < list.Items.Count; i++)
            slabs.AddRange(Item(list.Items[i], labels[i], tag, (x, width, indent), blocks, isFirst: i == 0));
        return slabs;
    }

    private static IReadOnlyList<Slab> Item(
        ListItem item, string label, StructureTag list, (double X, double Width, double Indent) at, PaperBlocks blocks, bool isFirst)
    {
        var tag = StructureTag.Block("LI", list);
        var set = LineBreaker.Break(Stretch.Plain(label + " ", TypeStyle.Body, StructureTag.Block("Lbl", tag)), PaperPage.Width)[0];
        // Headings and page breaks do not belong in an item: their text would cut the list in two.
        var inside = item.Blocks.Where(block =>
            block is Paragraph or ItemList or DefinitionRows or NoticeBlock or DocumentTable or FigureBlock
        );
        var slabs = blocks.Lay(inside, StructureTag.Block("LBody", tag), at.X + at.Indent, Math.Max(40, at.Width - at.Indent)).ToList();
        if (slabs.Count == 0)
            return [new(set.Leading, (page, top) => set.Draw(page, at.X, top)) { Before = isFirst ? 7 : 3 }];
        var first = slabs[0];
        if (first.Split is not null)
            return [new(set.Leading, (page, top) => set.Draw(page, at.X, top)) { Before = isFirst ? 7 : 3, KeepWithNext = true }, .. slabs];
        slabs[0] = new(first.Height, (page, top) => { set.Draw(page, at.X, top); first.Draw(page, top); })
        {
            Before = isFirst ? 7 : 3,
            KeepWithNext = first.KeepWithNext,
        };
        return slabs;
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture) + ".";

    private static int Depth(StructureTag? tag)
    {
        var depth = 0;
        for (; tag is not null; tag = tag.Parent)
            depth += tag.Type == "L" ? 1 : 0;
        return depth;
    }
}
