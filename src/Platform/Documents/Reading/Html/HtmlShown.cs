namespace Virker.Platform;

/// <summary>
/// What of a page a reader sees. Not read: what the page hides (hidden, display and visibility, cut or moved away, a
/// closed dialog), what only another programme reads (script, template), and the page's own furniture (navigation,
/// footer, buttons). A closed "details" is read, and what is only kept from screen readers is read.
/// </summary>
internal sealed class HtmlShown(HtmlPage page)
{
    private static readonly HashSet<string> Skipped =
    [
        "script",
        "style",
        "nav",
        "footer",
        "noscript",
        "template",
        "svg",
        "iframe",
        "select",
        "head",
        "object",
        "canvas",
        "textarea",
        "input",
        "datalist",
        "noembed",
        "noframes",
        "title",
        "audio",
        "video",
        "map",
        "rp",
    ];

    private readonly HtmlStyles _styles = new(page.Styles);

    /// <summary>Whether the element is laid out; what is within one that is not is not looked at.</summary>
    public bool IsLaidOut(int node, out bool? visible)
    {
        visible = null;
        var name = page.Name(node);
        if (Skipped.Contains(name) || (name == "button" && !IsHeading(node))) return false;
        var has = page.HasAttributes(node);
        if (
            has
            && (
                page.Attribute(node, "hidden") is not null
                || page.Attribute(node, "role") is "navigation" or "search" or "contentinfo"
            )
        )
            return false;
        if (name == "dialog" && !(has && page.Attribute(node, "open") is not null))
            return false;
        if (!has && _styles.IsEmpty)
            return true;
        var declared = _styles.Of(page, node);
        visible = declared.Visible;
        return declared.Displayed != false && declared.Clipped != true;
    }

    /// <summary>A button that is the heading of what it opens is read; the others are the page's.</summary>
    private bool IsHeading(int button)
    {
        if (
            page.HasAttributes(button)
            && (
                page.Attribute(button, "aria-expanded") is not null
                || page.Attribute(button, "data-toggle") is not null
                || page.Attribute(button, "data-bs-toggle") is not null
            )
        )
            return true;
        for (var (at, steps) = (page.Parent(button), 0); at >= 0 && steps < 4; at = page.Parent(at), steps++)
        {
            if (page.Name(at) is "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "summary" or "dt") return true;
        }

        return false;
    }
}
