using System.Xml.Linq;
using Virker.Kernel;

namespace Virker.Platform;

/// <summary>
/// Acadre: nested tables with named fields; an item's text stands in "bullets", of which type 8 is a decision, one for
/// each meeting.
/// </summary>
internal static class AcadreExport
{
    public static bool Print(XElement root, ExportPrinter printer)
    {
        var agenda = Tables(root, "agenda").FirstOrDefault();
        if (agenda is null) return false;
        var committee = Tables(agenda, "committee").FirstOrDefault();
        var meeting = Tables(agenda, "meeting").FirstOrDefault();
        printer.Head(
            (Field(agenda, "name") ?? "").Contains("referat", StringComparison.OrdinalIgnoreCase),
            Field(committee, "name") ?? Field(meeting, "name")
        );
        printer.Label("Mødedato", ExportSource.Moment(Field(meeting, "date")));
        printer.Label("Mødested", Field(meeting, "location"));
        Members(meeting, printer);
        foreach (var holder in Tables(root, "agendaitemparents").Concat(Tables(agenda, "agendaitemparents")).Distinct())
            Item(holder, printer);
        return true;
    }

    private static IEnumerable<XElement> Tables(XElement? within, string name) =>
        within?.Descendants().Where(e => e.Name.LocalName == "table" && e.Attr("name") == name) ?? [];

    private static IEnumerable<XElement> OwnTables(XElement within, string name) =>
        within.Elements().Where(e => e.Name.LocalName == "table" && e.Attr("name") == name);

    private static string? Field(XElement? table, string name)
    {
        var text = table?.Child("fields").Children("field").FirstOrDefault(f => f.Attr("name") == name)?.Value;
        return string.IsNullOrWhiteSpace(text) ? null : text.Trim();
    }

    private static void Members(XElement? meeting, ExportPrinter printer)
    {
        var members = Tables(Tables(meeting, "meetmember").FirstOrDefault(), "member")
            .Select(m => (Name: Name(m), Absent: Field(m, "absent")))
            .Where(m => m.Name.Length > 0)
            .ToList();
        printer.Label("Til stede:", string.Join(", ", members.Where(m => m.Absent == "0").Select(m => m.Name)));
        printer.Label("Fraværende:", string.Join(", ", members.Where(m => m.Absent is "1" or "2").Select(m => m.Name)));
    }

    private static string Name(XElement member)
    {
        var name = ExportPrinter.Squeezed(Field(member, "name") ?? "");
        return Field(member, "party") is { } party && !name.EndsWith(')') ? $"{name} ({party})" : name;
    }

    private static void Item(XElement holder, ExportPrinter printer)
    {
        var item = Tables(holder, "agendaitem").FirstOrDefault();
        if (item is null) return;
        printer.Item(Field(holder, "sort"), Field(item, "name"));
        printer.Label("Sagsnr.:", Field(item, "caseno"));
        printer.Access(ExportPrinter.Truth(Field(item, "accessname")));
        var enclosures = OwnTables(holder, "enclosure")
            .Concat(OwnTables(item, "enclosure"))
            .Where(e => Field(e, "accessname") != "Lukket")
            .OrderBy(e => WrittenNumber.Code(Field(e, "sort")) ?? int.MaxValue)
            .ToList();
        var bullets = OwnTables(holder, "bullet")
            .Concat(OwnTables(item, "bullet"))
            .OrderBy(b => WrittenNumber.Code(Field(b, "bulletsortorder")) ?? int.MaxValue)
            .ToList();
        foreach (var bullet in bullets)
        {
            var isAttachments = Field(bullet, "bullettype") == "5";
            if (isAttachments && enclosures.Count > 0) continue;
            if (Field(bullet, "bulletcontent") is { } content) printer.Section(Field(bullet, "bulletname"), content);
        }

        if (enclosures.Count == 0) return;
        printer.Section("Bilag", null);
        foreach (var enclosure in enclosures)
            printer.Line(ExportPrinter.Squeezed($"{Field(enclosure, "fileno")} {Field(enclosure, "name")}"));
    }
}
