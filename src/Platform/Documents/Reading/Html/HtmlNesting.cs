namespace Virker.Platform;

/// <summary>Which tags end others without an end tag, and which only change how letters look.</summary>
internal static class HtmlNesting
{
    private static readonly string[] Lists = ["ul", "ol", "menu", "table", "td", "th", "body"];

    private static readonly string[] Cells = ["table"];

    private static readonly string[] Paragraphs =
    [
        "td",
        "th",
        "button",
        "table",
        "li",
        "div",
        "section",
        "article",
        "body",
    ];

    private static readonly Dictionary<string, (string, string[])[]> Ending = new()
    {
        ["li"] = [("p", Paragraphs), ("li", Lists)],
        ["dt"] = [("dt", ["dl", "table"]), ("dd", ["dl", "table"])],
        ["dd"] = [("dt", ["dl", "table"]), ("dd", ["dl", "table"])],
        ["td"] = [("td", ["tr", "table"]), ("th", ["tr", "table"])],
        ["th"] = [("td", ["tr", "table"]), ("th", ["tr", "table"])],
        ["tr"] = [("tr", Cells)],
        ["tbody"] = [("thead", Cells), ("tbody", Cells), ("tfoot", Cells)],
        ["thead"] = [("thead", Cells), ("tbody", Cells), ("tfoot", Cells)],
        ["tfoot"] = [("thead", Cells), ("tbody", Cells), ("tfoot", Cells)],
        ["caption"] = [("caption", Cells)],
        ["option"] = [("option", ["select"])],
    };

    private static readonly (string, string[])[] Block = [("p", Paragraphs)];

    private static readonly HashSet<string> Blocks =
    [
        .. "address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr main menu nav ol p pre section table ul summary".Split(
            ' '
        ),
    ];

    private static readonly HashSet<string> Formatting =
    [
        .. "a b big code em font i nobr s small strike strong tt u span".Split(' '),
    ];

    /// <summary>The elements that a start tag ends, each with those that stand in the way.</summary>
    public static (string Name, string[] Within)[] Ends(string name) =>
        Ending.TryGetValue(name, out var ends) ? ends
        : Blocks.Contains(name) ? Block
        : [];

    public static bool IsBlock(string name) =>
        Blocks.Contains(name) || name is "li" or "td" or "th" or "tr" or "dt" or "dd" or "body";

    public static bool IsFormatting(string name) => Formatting.Contains(name);
}
