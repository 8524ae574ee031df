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

    public static Outcome<SourceText> Read(string text)
    {
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
}
