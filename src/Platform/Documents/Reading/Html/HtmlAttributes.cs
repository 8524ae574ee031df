namespace Virker.Platform;

/// <summary>The attributes of a tag, as they stand between its name and its end.</summary>
internal static class HtmlAttributes
{
    /// <summary>
    /// The value of the first attribute of that name; empty where it has none, null where there is no such attribute.
    /// </summary>
    public static string? Find(ReadOnlySpan<char> tag, string name)
    {
        if (tag.Length < name.Length) return null;
        var at = 0;
        while (Next(tag, ref at, out var found, out var value))
        {
            if (found.Equals(name, StringComparison.OrdinalIgnoreCase)) return HtmlPage.Decoded(value);
        }

        return null;
    }

    /// <summary>
    /// Where the tag that is open at a place ends (on its ">"); the length of the text when it never does.
    /// </summary>
    public static int End(string html, int at)
    {
        while (at < html.Length)
        {
            var next = html.AsSpan(at).IndexOfAny('>', '"', '\'');
            if (next < 0) return html.Length;
            at += next;
            if (html[at] == '>') return at;
            // A quote opens a value only behind "="; elsewhere it is a letter of a badly written name.
            if (!OpensValue(html, at))
            {
                at++;
                continue;
            }

            var close = html.IndexOf(html[at], at + 1);
            if (close < 0) return html.Length;
            at = close + 1;
        }

        return html.Length;
    }

    private static bool OpensValue(string html, int quote)
    {
        var at = quote - 1;
        for (var steps = 0; at > 0 && steps < 20 && char.IsWhiteSpace(html[at]); steps++) at--;
        return html[at] == '=';
    }

    private static bool Next(
        ReadOnlySpan<char> tag,
        ref int at,
        out ReadOnlySpan<char> name,
        out ReadOnlySpan<char> value
    )
    {
        name = default;
        value = default;
        while (at < tag.Length && (char.IsWhiteSpace(tag[at]) || tag[at] is '/')) at++;
        if (at >= tag.Length) return false;
        var from = at++;
        while (at < tag.Length && tag[at] != '=' && tag[at] != '/' && !char.IsWhiteSpace(tag[at])) at++;
        name = tag[from..at];
        var after = at;
        while (after < tag.Length && char.IsWhiteSpace(tag[after])) after++;
        if (after >= tag.Length || tag[after] != '=') return true;
        at = after + 1;
        while (at < tag.Length && char.IsWhiteSpace(tag[at])) at++;
        value = Value(tag, ref at);
        return true;
    }

    private static ReadOnlySpan<char> Value(ReadOnlySpan<char> tag, ref int at)
    {
        if (at >= tag.Length) return default;
        if (tag[at] is '"' or '\'' && tag[(at + 1)..].IndexOf(tag[at]) is >= 0 and var length)
        {
            var quoted = tag.Slice(at + 1, length);
            at += length + 2;
            return quoted;
        }

        var from = at;
        while (at < tag.Length && !char.IsWhiteSpace(tag[at])) at++;
        return tag[from..at];
    }
}
