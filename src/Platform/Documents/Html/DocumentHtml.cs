using System.Text;

namespace Virker.Platform;

/// <summary>
/// A document as HTML: semantic elements and classes only, no inline style and no script, so that it stands under a
/// strict content security policy. The classes begin with "doc-".
/// </summary>
public static class DocumentHtml
{
    /// <summary>
    /// The content without a page around it, for a page that has its own frame. <paramref name="topLevel"/> is the
    /// level that the document's title gets there (2 when the page has an h1 of its own).
    /// </summary>
    public static string ToHtml(this Document document, int topLevel = 1)
    {
        var html = new StringBuilder();
        html.Append("<article class=\"doc\"").Append(HtmlText.Attribute("lang", document.Language)).Append(">\n");
        new HtmlBlocks(html, topLevel).Write(HeadingLevels.WithTitle(document));
        return html.Append("</article>\n").ToString();
    }

    /// <summary>Blocks alone, without the title, for an excerpt such as a single agenda item.</summary>
    public static string ToHtml(this IEnumerable<DocumentBlock> blocks, int topLevel = 2)
    {
        var html = new StringBuilder();
        new HtmlBlocks(html, topLevel).Write(blocks);
        return html.ToString();
    }

    /// <summary>A page of its own, for a file that is saved or sent. The style sheets are addresses.</summary>
    public static string ToHtmlPage(this Document document, params IReadOnlyList<string> styleSheets)
    {
        var html = new StringBuilder("<!doctype html>\n<html").Append(HtmlText.Attribute("lang", document.Language));
        html.Append(
            ">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        );
        html.Append("<title>").Append(HtmlText.Encode(CleanText.Line(document.Title))).Append("</title>\n");
        Meta(html, "description", document.Subject);
        Meta(html, "author", document.Author);
        foreach (var address in styleSheets)
            html.Append("<link rel=\"stylesheet\"").Append(HtmlText.Attribute("href", address)).Append(">\n");
        html.Append("</head>\n<body>\n");
        Line(html, "header", document.Header);
        html.Append("<main>\n").Append(document.ToHtml()).Append("</main>\n");
        Line(html, "footer", document.Footer);
        return html.Append("</body>\n</html>\n").ToString();
    }

    private static void Meta(StringBuilder html, string name, string? text)
    {
        if (text is not null)
            html.Append("<meta")
                .Append(HtmlText.Attribute("name", name))
                .Append(HtmlText.Attribute("content", text))
                .Append(">\n");
    }

    private static void Line(StringBuilder html, string element, string? text)
    {
        if (text is not null)
            html.Append($"<{element} class=\"doc-{element}\"><p>")
                .Append(HtmlText.Encode(text))
                .Append($"</p></{element}>\n");
    }
}
