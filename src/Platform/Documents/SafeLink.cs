namespace Virker.Platform;

/// <summary>
/// Which addresses a document may link to. Anything else (javascript:, data:, file:, //host) is no link.
/// </summary>
internal static class SafeLink
{
    private static readonly string[] Schemes = ["http", "https", "mailto", "tel"];

    public static string? Of(string? link)
    {
        var address = CleanText.Line(link);
        if (address.Length == 0 || address.Contains('\\') || address.AsSpan().ContainsAny(" <>\"'`"))
            return null;
        if (address[0] == '#')
            return address.Length > 1 ? address : null;
        if (address[0] == '/')
            return address.StartsWith("//", StringComparison.Ordinal) ? null : address;
        return Uri.TryCreate(address, UriKind.Absolute, out var uri) && Schemes.Contains(uri.Scheme) ? address : null;
    }

    /// <summary>The address outside the browser: null when it is relative and the document names no site.</summary>
    public static string? Absolute(string? link, Uri? site) => Of(link) switch
    {
        null => null,
        ['#', ..] => null,
        ['/', ..] path => site is null ? null : new Uri(site, path).AbsoluteUri,
        var address => new Uri(address).AbsoluteUri,
    };

    public static string? Anchor(string? link) => Of(link) is ['#', .. var anchor] ? anchor : null;
}
