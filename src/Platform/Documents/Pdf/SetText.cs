namespace Virker.Platform;

internal static class SetText
{
    /// <summary>A slab for each line; the first two stay together, and so do the last two.</summary>
    public static IEnumerable<Slab> Lines(
        IReadOnlyList<Stretch> stretches,
        double x,
        double width,
        double before = 0,
        bool keepWithNext = false
    )
    {
        var lines = LineBreaker.Break(stretches, width);
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            yield return new Slab(line.Leading, (page, top) => line.Draw(page, x, top))
            {
                Before = i == 0 ? before : 0,
                KeepWithNext = keepWithNext || (i < lines.Count - 1 && (i == 0 || i == lines.Count - 2)),
            };
        }
    }
}
