using Virker.Kernel;

namespace Virker.Platform;

/// <summary>HTML pages: the text as a reader sees it. Nothing is fetched and no script is run.</summary>
internal static class HtmlSource
{
    public static bool Looks(string text)
    {
        var head = text.AsSpan(0, Math.Min(text.Length, 2048)).TrimStart().TrimStart('\uFEFF');
        return head.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase)
            || head.StartsWith("<html", StringComparison.OrdinalIgnoreCase)
            || (
                head.StartsWith("<", StringComparison.Ordinal)
                && (
                    text.Contains("<body", StringComparison.OrdinalIgnoreCase)
                    || text.Contains("</p>", StringComparison.OrdinalIgnoreCase)
                    || text.Contains("</div>", StringComparison.OrdinalIgnoreCase)
                    || text.Contains("</h1>", StringComparison.OrdinalIgnoreCase)
                )
            );
    }

    public static Outcome<SourceText> Read(string text)
    {
        var page = HtmlTree.Read(text);
        if (page.IsRefused) return page.Refusal;
        var lines = HtmlFlow.Lines(page.Value);
        return lines.TrueForAll(l => l.IsBlank)
            ? new Refusal("source.empty", "HTML-siden indeholder ingen tekst.")
            : SourceText.Of(SourceKind.Html, lines);
    }

    /// <summary>The lines of a piece of HTML within another file; none of what cannot be read.</summary>
    public static List<SourceLine> Lines(string html) =>
        HtmlTree.Read(html) is { IsRefused: false } page ? HtmlFlow.Lines(page.Value) : [];
}
