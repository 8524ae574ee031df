using AngleSharp.Dom;
using AngleSharp.Html.Parser;
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
            || (head.StartsWith("<", StringComparison.Ordinal)
                && (text.Contains("<body", StringComparison.OrdinalIgnoreCase) || text.Contains("</p>", StringComparison.OrdinalIgnoreCase)
                    || text.Contains("</div>", StringComparison.OrdinalIgnoreCase) || text.Contains("</h1>", StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>No paper stands so deep, and deeper ones take time with the square of the depth.</summary>
    private const int Deepest = 1_000;

    public static Outcome<SourceText> Read(string text)
    {
        if (IsDeeperThan(Deepest, text)) return new Refusal("source.too-deep", "HTML-siden er indlejret så dybt, at den ikke kan være et dokument.");
        var lines = Lines(text);
        return lines.All(l => l.IsBlank)
            ? new Refusal("source.empty", "HTML-siden indeholder ingen tekst.")
            : SourceText.Of(SourceKind.Html, lines);
    }

    public static List<SourceLine> Lines(string html)
    {
        using var document = new HtmlParser().ParseDocument(html);
        var root = (INode?)document.QuerySelector("main, [role=main]") ?? document.Body;
        // A page may keep its content outside main: then the whole body is the safer reading.
        if (root is IElement { TextContent.Length: < 200 }) root = document.Body;
        return root is null ? [] : HtmlFlow.Lines(root);
    }

    /// <summary>More blocks begun than ended by so many; counts only elements that must be ended.</summary>
    private static bool IsDeeperThan(int most, string html)
    {
        var (open, at) = (0, 0);
        while ((at = html.IndexOf('<', at)) >= 0 && ++at < html.Length)
        {
            var ends = html[at] == '/';
            var name = ends ? at + 1 : at;
            if (!Blocks.Any(b => string.Compare(html, name, b, 0, b.Length, StringComparison.OrdinalIgnoreCase) == 0)) continue;
            open += ends ? -1 : 1;
            if (open > most) return true;
        }

        return false;
    }

    private static readonly string[] Blocks = ["div", "span", "table", "section", "article", "ul", "ol", "dl", "font", "blockquote"];
}
