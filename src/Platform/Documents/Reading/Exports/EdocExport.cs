using System.Xml.Linq;
using Virker.Kernel;

namespace Virker.Platform;

/// <summary>
/// eDoc and Fujitsu: the items' data as elements, their text as it was printed (FullText). The head of the printed
/// minutes holds attendance; it stands in the agenda's own FullText before the table of contents.
/// </summary>
internal static class EdocExport
{
    public static bool Print(XElement root, ExportPrinter printer)
    {
        var types = root.Child("MeetingAgendaTypes").Children("MeetingAgendaType").ToList();
        if (types.Count == 0 && root.Child("Committee") is null) return false;
        var minutes = (root.ChildText("MeetingState") ?? "").Contains("referat", StringComparison.OrdinalIgnoreCase);
        printer.Head(minutes, root.ChildText("Committee"));
        printer.Label("Mødedato", ExportSource.Moment(root.ChildText("MeetingDate")));
        printer.Label("Mødested", root.ChildText("MeetingPlace") ?? root.ChildText("Location"));
        Participants(root, printer);
        foreach (var type in types) Head(type, printer);
        foreach (var type in types)
        {
            var items = type.Child("MeetingAgendaItems").Children("MeetingAgendaItem")
                .OrderBy(i => WrittenNumber.Code(i.ChildText("AgendaItemNumber")) ?? int.MaxValue);
            foreach (var item in items) Item(type, item, printer);
        }

        return true;
    }

    private static void Participants(XElement root, ExportPrinter printer)
    {
        var people = root.Descendants()
            .Where(e => e.Child("Participate") is not null || e.Child("RoleInMeeting") is not null)
            .Take(200)
            .Select(e => (Name: NameOf(e), There: ExportPrinter.Truth(e.ChildText("Participate"))))
            .Where(p => p.Name.Length > 0)
            .ToList();
        printer.Label("Til stede:", string.Join(", ", people.Where(p => p.There == true).Select(p => p.Name)));
        printer.Label("Fraværende:", string.Join(", ", people.Where(p => p.There == false).Select(p => p.Name)));
    }

    private static string NameOf(XElement person)
    {
        var name = ExportPrinter.Squeezed(
            person.ChildText("Name")
                ?? person.ChildText("FullName")
                ?? $"{person.ChildText("FirstName")} {person.ChildText("LastName")}"
        );
        var party = person.ChildText("PartyLetter") ?? person.ChildText("Party");
        return name.Length == 0 || party is null || name.EndsWith(')') ? name : $"{name} ({party})";
    }

    private static void Head(XElement type, ExportPrinter printer)
    {
        var text = type.ChildText("FullText") ?? "";
        var end = text.IndexOf("INDHOLDSFORTEGNELSE", StringComparison.OrdinalIgnoreCase);
        if (end is < 0 or > 20_000) return;
        foreach (var line in text[..end].Split('\n')) printer.Line(line);
    }

    private static void Item(XElement type, XElement item, ExportPrinter printer)
    {
        var document = item.Child("Document");
        var title = ExportPrinter.Squeezed(document.ChildText("Title") ?? document.ChildText("NeutralTitle") ?? "");
        printer.Item(item.ChildText("AgendaItemNumber"), title);
        if (type.ChildText("AgendaType") is { } kind)
            printer.Access(
                kind.StartsWith("Åb", StringComparison.OrdinalIgnoreCase) ? true
                : kind.StartsWith("Luk", StringComparison.OrdinalIgnoreCase) ? false
                : null
            );
        var text = item.ChildText("FullText");
        if (text is null)
        {
            Attachments(document, printer);
            return;
        }

        var lines = text.Split('\n').ToList();
        if (lines.Count > 0 && ExportPrinter.Squeezed(lines[0]).EndsWith(title, StringComparison.OrdinalIgnoreCase))
            lines.RemoveAt(0);
        foreach (var line in lines)
            printer.Line(line);
        if (!lines.Any(l => l.Trim().Equals("Bilag", StringComparison.OrdinalIgnoreCase)))
            Attachments(document, printer);
    }

    private static void Attachments(XElement? document, ExportPrinter printer)
    {
        var titles =
            document
                ?.Child("Attachments")
                .Children("Attachment")
                .Select(a => a.ChildText("Title"))
                .OfType<string>()
                .ToList()
            ?? [];
        if (titles.Count == 0)
            return;
        printer.Section("Bilag", null);
        foreach (var title in titles) printer.Line(ExportPrinter.Squeezed(title));
    }
}
