using System.Xml;
using System.Xml.Linq;

namespace Virker.Platform;

/// <summary>
/// SBSYS: Dagsorden, Møde and Dagsordenpunkt with their facts as attributes, each section of the text an element named
/// after its heading.
/// </summary>
internal static class SbsysExport
{
    public static bool Print(XElement root, ExportPrinter printer)
    {
        var all = root.DescendantsAndSelf().ToList();
        var items = all.Where(e => e.Name.LocalName == "Dagsordenpunkt").ToList();
        var meeting = all.FirstOrDefault(e => e.Name.LocalName == "Møde");
        if (items.Count == 0 && meeting is null) return false;
        var agenda = all.FirstOrDefault(e => e.Name.LocalName == "Dagsorden");
        var kind = agenda.Attr("Dagsordentype") ?? agenda.Attr("Type") ?? "Dagsorden";
        printer.Head(kind.Contains("referat", StringComparison.OrdinalIgnoreCase), Fact(meeting, "Udvalg"));
        printer.Label("Mødedato", Fact(meeting, "Mødedato") ?? Fact(meeting, "Mødestart"));
        printer.Label("Mødested", Fact(meeting, "Mødested") ?? Fact(meeting, "Lokale") ?? Fact(meeting, "Sted"));
        People(all, printer);
        foreach (var item in items) Item(item, printer);
        return true;
    }

    private static string? Fact(XElement? element, string name) => element.Attr(name) ?? element.ChildText(name);

    private static void People(List<XElement> all, ExportPrinter printer)
    {
        var people = all.Where(e => e.Name.LocalName is "Deltager" or "Mødedeltager" or "Medlem").Take(200).ToList();
        bool? There(XElement e) =>
            ExportPrinter.Truth(Fact(e, "Deltager") ?? Fact(e, "Tilstede") ?? Fact(e, "TilStede"))
            ?? (ExportPrinter.Truth(Fact(e, "Fraværende")) is { } absent ? !absent : null);
        string Name(XElement e) => ExportPrinter.Squeezed(Fact(e, "Navn") ?? (e.HasElements ? "" : e.Value));
        printer.Label("Til stede:", string.Join(", ", people.Where(p => There(p) == true).Select(Name)));
        printer.Label("Fraværende:", string.Join(", ", people.Where(p => There(p) == false).Select(Name)));
    }

    private static void Item(XElement item, ExportPrinter printer)
    {
        printer.Item(Fact(item, "Nummer"), Fact(item, "Overskrift") ?? Fact(item, "Titel"));
        printer.Label("Sagsnr.:", Fact(item, "Sagsnummer") ?? Fact(item, "SagsNummer") ?? Fact(item, "SagsID"));
        printer.Access(ExportPrinter.Truth(Fact(item, "Åbent") ?? Fact(item, "Åben")));
        foreach (var section in item.Child("Indhold")?.Elements() ?? [])
        {
            var heading =
                Fact(section, "Overskrift") ?? XmlConvert.DecodeName(section.Name.LocalName).Replace('_', ' ');
            var content = section.HasElements
                ? string.Concat(section.Nodes().Select(n => n.ToString()))
                : section.Value;
            if (!string.IsNullOrWhiteSpace(content))
                printer.Section(heading, content);
        }

        var files = item.Descendants()
            .Where(e =>
                e.Name.LocalName == "Bilag"
                && e.Attr("Navn") is not null
                && ExportPrinter.Truth(e.Attr("MaaPubliceres")) != false
            )
            .ToList();
        if (files.Count == 0)
            return;
        printer.Section("Bilag", null);
        foreach (var file in files) printer.Line(file.Attr("Navn"));
    }
}
