namespace Virker.Platform;

/// <summary>
/// Prints an export in the layout that published minutes have (labels, "Punkt n: title", section headings), so that one
/// grammar reads both. A field that the export leaves empty is not printed.
/// </summary>
internal sealed class ExportPrinter
{
    private readonly List<SourceLine> _lines = [];

    public List<SourceLine> Lines => _lines;

    public void Line(string? text, bool heading = false)
    {
        foreach (var part in (text ?? "").Split('\n'))
        {
            _lines.Add(new SourceLine(_lines.Count + 1, PlainTextSource.Tidy(part).Trim(), 1, heading));
        }
    }

    public void Blank() => Line("");

    /// <summary>What kind of paper it is, and the body's name in a field of its own, whatever the name says.</summary>
    public void Head(bool minutes, string? committee, string? term = null)
    {
        Line((minutes ? "REFERAT" : "DAGSORDEN") + (term is null ? "" : $" ({term})"));
        Label("Udvalg:", committee);
    }

    public void Attachments(IEnumerable<string?> titles)
    {
        var printed = titles.OfType<string>().Where(t => !string.IsNullOrWhiteSpace(t)).Select(Squeezed).ToList();
        if (printed.Count == 0) return;
        Section("Bilag", null);
        foreach (var title in printed) Line("- " + title);
    }

    /// <summary>Whether a field has more in it than empty elements.</summary>
    public static bool Holds(string? content) =>
        content is not null
        && content.Length > 0
        && (
            !content.Contains('<')
                ? !string.IsNullOrWhiteSpace(content)
                : HtmlSource.Lines(content).Exists(l => !l.IsBlank)
        );

    public void Label(string label, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value)) Line($"{label} {Squeezed(value)}");
    }

    public void Item(string? number, string? title)
    {
        Blank();
        Line(
            string.IsNullOrWhiteSpace(number)
                ? Squeezed(title ?? "")
                : $"Punkt {number.Trim()}: {Squeezed(title ?? "")}",
            heading: true
        );
    }

    /// <summary>A section with its content, which may be HTML. Without content only the heading stands there.</summary>
    public void Section(string? heading, string? content)
    {
        Blank();
        if (!string.IsNullOrWhiteSpace(heading)) Line(Squeezed(heading), heading: true);
        Content(content);
    }

    public void Content(string? content)
    {
        if (string.IsNullOrWhiteSpace(content)) return;
        if (!content.Contains('<') && !content.Contains("&", StringComparison.Ordinal))
        {
            Line(content);
            return;
        }

        foreach (var line in HtmlSource.Lines(content))
            _lines.Add(line with { Number = _lines.Count + 1, IsHeading = false });
    }

    public void Access(bool? open)
    {
        if (open is { } known) Line(known ? "Åbent" : "Lukket");
    }

    public static string Squeezed(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public static bool? Truth(string? value) => value?.Trim().ToLowerInvariant() switch
    {
        "true" or "1" or "ja" or "åben" or "åbent" or "open" => true,
        "false" or "0" or "nej" or "lukket" or "closed" => false,
        _ => null,
    };
}
