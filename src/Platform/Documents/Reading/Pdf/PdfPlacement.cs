namespace Virker.Platform;

/// <summary>
/// How a page is turned when it is shown, how high it then is, and where its form fields and stamps stand.
/// </summary>
internal static class PdfPlacement
{
    private const int HiddenOrNotViewed = 2 | 32;

    /// <summary>From the page's own places to those of the page as it is shown.</summary>
    public static PdfMatrix Turned(PdfFile file, Dictionary<string, object?> page)
    {
        var (left, bottom, right, top) = Box(file, page.GetValueOrDefault("MediaBox")) ?? (0, 0, 595, 842);
        return Turn(file, page) switch
        {
            90 => new PdfMatrix(0, -1, 1, 0, -bottom, right),
            180 => new PdfMatrix(-1, 0, 0, -1, right, top),
            270 => new PdfMatrix(0, 1, -1, 0, top, -left),
            _ => PdfMatrix.Identity,
        };
    }

    public static double Height(PdfFile file, Dictionary<string, object?> page)
    {
        if (Box(file, page.GetValueOrDefault("MediaBox")) is not { } box) return 842;
        var height = Turn(file, page) is 90 or 270 ? box.Right - box.Left : box.Top - box.Bottom;
        return height is > 50 and < 20_000 ? height : 842;
    }

    /// <summary>What form fields and stamps show, each with its place on the page.</summary>
    public static IEnumerable<(PdfStream Form, PdfMatrix Place)> Fields(PdfFile file, Dictionary<string, object?> page)
    {
        foreach (var entry in (file.Resolve(page.GetValueOrDefault("Annots")) as List<object?> ?? []).Take(5_000))
        {
            if (
                file.Dict(entry) is not { } annotation
                || Box(file, annotation.GetValueOrDefault("Rect")) is not { } rect
            )
                continue;
            if (
                file.Resolve(annotation.GetValueOrDefault("F")) is double flags
                && ((int)flags & HiddenOrNotViewed) != 0
            )
                continue;
            if (
                Shown(file, annotation) is not { } form
                || Box(file, form.Dictionary.GetValueOrDefault("BBox")) is not { } box
            )
                continue;
            var across = box.Right > box.Left ? (rect.Right - rect.Left) / (box.Right - box.Left) : 1;
            var up = box.Top > box.Bottom ? (rect.Top - rect.Bottom) / (box.Top - box.Bottom) : 1;
            yield return (
                form,
                new PdfMatrix(across, 0, 0, up, rect.Left - (box.Left * across), rect.Bottom - (box.Bottom * up))
            );
        }
    }

    /// <summary>The appearance that is shown now: the only one, or that of the field's state.</summary>
    private static PdfStream? Shown(PdfFile file, Dictionary<string, object?> annotation)
    {
        var normal = file.Resolve(file.Dict(annotation.GetValueOrDefault("AP"))?.GetValueOrDefault("N"));
        if (normal is PdfStream only)
            return only;
        return
            normal is Dictionary<string, object?> states
            && file.Resolve(annotation.GetValueOrDefault("AS")) is PdfName state
            ? file.Resolve(states.GetValueOrDefault(state.Value)) as PdfStream
            : null;
    }

    private static int Turn(PdfFile file, Dictionary<string, object?> page) =>
        file.Resolve(page.GetValueOrDefault("Rotate")) is double turn && Math.Abs(turn) < 10_000
            ? (((int)turn % 360) + 360) % 360
            : 0;

    private static (double Left, double Bottom, double Right, double Top)? Box(PdfFile file, object? value)
    {
        if (file.Resolve(value) is not List<object?> { Count: >= 4 } box)
            return null;
        if (
            file.Resolve(box[0]) is not double a
            || file.Resolve(box[1]) is not double b
            || file.Resolve(box[2]) is not double c
            || file.Resolve(box[3]) is not double d
        )
            return null;
        return (Math.Min(a, c), Math.Min(b, d), Math.Max(a, c), Math.Max(b, d));
    }
}
