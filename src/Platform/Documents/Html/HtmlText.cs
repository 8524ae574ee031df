using System.Text;

namespace Virker.Platform;

internal static class HtmlText
{
    public static string Encode(string? text) => EncodeClean(CleanText.Of(text));

    public static StringBuilder Runs(this StringBuilder html, IEnumerable<TextRun> runs)
    {
        foreach (var run in runs)
            html.Run(run);
        return html;
    }

    /// <summary>A string of its own, so that no attribute is ever built from text that was not encoded.</summary>
    public static string Attribute(string name, string? value) => value is null ? "" : $" {name}=\"{Encode(value)}\"";

    private static void Run(this StringBuilder html, TextRun run)
    {
        var ends = new Stack<string>();
        void Open(string tag, string attributes = "")
        {
            html.Append('<').Append(tag).Append(attributes).Append('>');
            ends.Push(tag);
        }
        if (SafeLink.Of(run.Link) is { } link)
            Open("a", Attribute("href", link) + Attribute("lang", run.Language));
        else if (run.Language is not null)
            Open("span", Attribute("lang", run.Language));
        if (run.Bold)
            Open("strong");
        if (run.Italic)
            Open("em");
        html.Append(Encode(run.Text).Replace("\n", "<br>", StringComparison.Ordinal));
        while (ends.TryPop(out var end))
            html.Append("</").Append(end).Append('>');
    }

    private static string EncodeClean(string text)
    {
        if (!text.AsSpan().ContainsAny("&<>\"'"))
            return text;
        var encoded = new StringBuilder(text.Length + 16);
        foreach (var letter in text)
        {
            _ = letter switch
            {
                '&' => encoded.Append("&amp;"),
                '<' => encoded.Append("&lt;"),
                '>' => encoded.Append("&gt;"),
                '"' => encoded.Append("&quot;"),
                '\'' => encoded.Append("&#39;"),
                _ => encoded.Append(letter),
            };
        }
        return encoded.ToString();
    }
}
