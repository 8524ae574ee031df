using System.Xml.Linq;
using Virker.Kernel;

namespace Virker.Platform;

/// <summary>
/// Exports from case systems, told apart by their root element: Acadre, Publication XML (eDagsorden, GetOrganized),
/// eDoc and Fujitsu, SBSYS.
/// </summary>
internal static class ExportSource
{
    public static bool Looks(string text)
    {
        var head = text.AsSpan().TrimStart().TrimStart('\uFEFF');
        if (!head.StartsWith("<", StringComparison.Ordinal))
            return false;
        if (head.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase))
            return !head[..Math.Min(head.Length, 1000)].Contains("<html", StringComparison.OrdinalIgnoreCase);
        return new[] { "<Publication", "<Meeting", "<root", "<Root", "<Dagsorden", "<Møde" }.Any(r =>
            text.AsSpan().TrimStart().StartsWith(r, StringComparison.Ordinal)
        );
    }

    public static Outcome<SourceText> Read(string text)
    {
        var xml = LenientXml.Read(text.TrimStart('\uFEFF', ' ', '\r', '\n', '\t'));
        if (xml.IsRefused) return xml.Refusal;
        var root = xml.Value.Root!;
        var printer = new ExportPrinter();
        var known = root.Name.LocalName switch
        {
            "Publication" => PublicationExport.Print(root, printer),
            "Meeting" => EdocExport.Print(root, printer),
            "Root" => AgendaElementsExport.Print(root, printer),
            "root" => AcadreExport.Print(root, printer),
            _ => SbsysExport.Print(root, printer),
        };
        if (!known)
            return new Refusal(
                "source.export",
                $"XML-filen (<{root.Name.LocalName}>) er ikke en eksport, der kendes: eDoc, Acadre, Publication eller SBSYS."
            );
        return printer.Lines.All(l => l.IsBlank)
            ? new Refusal("source.empty", "eksporten indeholder ingen tekst.")
            : SourceText.Of(SourceKind.CaseSystemExport, printer.Lines);
    }

    /// <summary>The first child of that name, whatever its namespace.</summary>
    public static XElement? Child(this XElement element, string name) =>
        element.Elements().FirstOrDefault(e => e.Name.LocalName == name);

    public static IEnumerable<XElement> Children(this XElement? element, string name) =>
        element?.Elements().Where(e => e.Name.LocalName == name) ?? [];

    public static string? ChildText(this XElement? element, string name)
    {
        var text = element?.Child(name)?.Value;
        return string.IsNullOrWhiteSpace(text) ? null : text.Trim();
    }

    public static string? Attr(this XElement? element, string name)
    {
        var text = element?.Attributes().FirstOrDefault(a => a.Name.LocalName == name)?.Value;
        return string.IsNullOrWhiteSpace(text) ? null : text.Trim();
    }

    /// <summary>
    /// "15-05-2013 16:30:00" or "2013-06-20 10:30" as "15-05-2013 kl. 16:30"; midnight means that no time is stated.
    /// </summary>
    public static string? Moment(string? stated)
    {
        if (string.IsNullOrWhiteSpace(stated)) return null;
        var parts = stated.Trim().Replace('T', ' ').Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var time =
            parts.Length > 1 && parts[1].Length >= 5 && !parts[1].StartsWith("00:00", StringComparison.Ordinal)
                ? $" kl. {parts[1][..5]}"
                : "";
        return parts[0] + time;
    }
}
