namespace Virker.Platform;

/// <summary>
/// Gives each heading its level in turn: the first is 1, and none is more than one deeper than the one before.
/// </summary>
internal sealed class HeadingLevels
{
    private int _last;

    public int Next(int wanted) => _last = Math.Clamp(wanted, 1, Math.Min(4, _last + 1));

    /// <summary>The blocks with the title as their first heading.</summary>
    public static IEnumerable<DocumentBlock> WithTitle(Document document) =>
        document.Blocks is [Heading { Level: 1 }, ..]
            ? document.Blocks
            : document.Blocks.Prepend(new Heading(1, document.Title));
}
