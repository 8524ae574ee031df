namespace Virker.Platform;

/// <summary>The outline (bookmarks), one entry a heading, nested as the headings are.</summary>
internal static class PaperOutline
{
    public static int Write(PdfOutput output, IReadOnlyList<PaperHeading> headings)
    {
        var root = output.Reserve();
        var numbers = headings.Select(_ => output.Reserve()).ToList();
        var parents = Parents(headings);
        for (var i = 0; i < headings.Count; i++)
        {
            var siblings = Enumerable.Range(0, headings.Count).Where(other => parents[other] == parents[i]).ToList();
            var place = siblings.IndexOf(i);
            var parent = parents[i] < 0 ? root : numbers[parents[i]];
            var previous = place > 0 ? $" /Prev {numbers[siblings[place - 1]]} 0 R" : "";
            var next = place < siblings.Count - 1 ? $" /Next {numbers[siblings[place + 1]]} 0 R" : "";
            output.Set(
                numbers[i],
                $"<</Title {PdfSyntax.Text(headings[i].Text)} /Parent {parent} 0 R{previous}{next}{Children(parents, numbers, i)} /Dest {Place(headings[i])}>>"
            );
        }
        output.Set(root, $"<</Type /Outlines{Children(parents, numbers, -1)}>>");
        return root;
    }

    public static string Place(PaperHeading heading) =>
        $"[{heading.Page!.Number} 0 R /XYZ 0 {PdfSyntax.Number(Math.Min(PaperPage.Height, PaperPage.Height - heading.Top + 8))} null]";

    private static string Children(int[] parents, List<int> numbers, int of)
    {
        var children = Enumerable.Range(0, parents.Length).Where(i => parents[i] == of).ToList();
        return children.Count == 0 ? ""
            : $" /First {numbers[children[0]]} 0 R /Last {numbers[children[^1]]} 0 R /Count {Enumerable.Range(0, parents.Length).Count(i => IsUnder(parents, i, of))}";
    }

    private static bool IsUnder(int[] parents, int heading, int ancestor)
    {
        for (var at = heading; at >= 0; at = parents[at])
        {
            if (parents[at] == ancestor)
                return true;
        }
        return false;
    }

    private static int[] Parents(IReadOnlyList<PaperHeading> headings)
    {
        var parents = new int[headings.Count];
        var open = new Stack<int>();
        for (var i = 0; i < headings.Count; i++)
        {
            while (open.Count > 0 && headings[open.Peek()].Level >= headings[i].Level)
                open.Pop();
            parents[i] = open.Count == 0 ? -1 : open.Peek();
            open.Push(i);
        }
        return parents;
    }
}
