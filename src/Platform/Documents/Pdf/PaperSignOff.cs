namespace Virker.Platform;

/// <summary>Two signatures beside one another, each with its line to write on.</summary>
internal static class PaperSignOff
{
    private const double Gap = 28;
    private const double Height = 78;

    public static IEnumerable<Slab> Lay(SignOff signOff, StructureTag parent, double x, double width)
    {
        if (signOff.Signatories.Count == 0)
            return [];
        var list = StructureTag.Block("L", parent).With("List", "/ListNumbering /None");
        var wide = (width - Gap) / 2;
        return
        [
            .. signOff
                .Signatories.Chunk(2)
                .Select(pair =>
                {
                    var people = pair.Select((person, i) => (Lines: Lines(person, list, wide), X: x + i * (wide + Gap)))
                        .ToList();
                    var height = Math.Max(Height, 40 + people.Max(person => person.Lines.Sum(line => line.Leading)));
                    return new Slab(
                        height,
                        (page, top) =>
                        {
                            foreach (var (lines, left) in people)
                                Draw(page, lines, left, top, wide);
                        }
                    );
                }),
        ];
    }

    /// <summary>The first lines stand on the line to write on, the others under it.</summary>
    private static List<SetLine> Lines(Signatory person, StructureTag list, double width)
    {
        var body = StructureTag.Block("LBody", StructureTag.Block("LI", list));
        var small = TypeStyle.Small with { Size = 9, Leading = 13 };
        var signed = (person.Signed ?? SignOffText.Unsigned) + " ";
        return
        [
            .. LineBreaker.Break(
                Stretch.Plain(
                    CleanText.Line(person.Name) + " ",
                    TypeStyle.Body with
                    {
                        Bold = true,
                    },
                    StructureTag.Block("P", body)
                ),
                width
            ),
            .. LineBreaker.Break(
                Stretch.Plain(CleanText.Line(person.Role) + " ", small, StructureTag.Block("P", body)),
                width
            ),
            .. LineBreaker.Break(Stretch.Plain(CleanText.Line(signed), small, StructureTag.Block("P", body)), width),
        ];
    }

    private static void Draw(PaperPage page, List<SetLine> lines, double x, double top, double width)
    {
        page.Line(null, x, top + 34, x + width, top + 34, Ink.Text, 0.6);
        var y = top + 37;
        foreach (var line in lines)
        {
            line.Draw(page, x, y);
            y += line.Leading;
        }
    }
}
