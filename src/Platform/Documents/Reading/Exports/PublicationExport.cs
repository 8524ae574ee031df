using System.Xml.Linq;
using Virker.Kernel;

namespace Virker.Platform;

/// <summary>
/// Publication XML (eDagsorden, GetOrganized): fields with a caption; those marked as feedback hold decisions, and are
/// empty in an agenda.
/// </summary>
internal static class PublicationExport
{
    public static bool Print(XElement root, ExportPrinter printer)
    {
        var agendas = root.Child("Agendas").Children("Agenda").ToList();
        if (agendas.Count == 0) return false;
        var agenda = agendas[0];
        var (meeting, committee) = (agenda.Child("Meeting"), agenda.Child("Committee"));
        var decided = agendas
            .SelectMany(a => a.Descendants())
            .Any(f => f.Name.LocalName == "ItemField" && IsFeedback(f) && Content(f) is not null);
        var minutes =
            decided
            || root.ChildText("PublicationTypeAsValue") == "2"
            || agenda.ChildText("PublicationTypeAsValue") == "2"
            || (root.ChildText("PublicationTypeAsEnum") ?? "").Contains("Minutes", StringComparison.OrdinalIgnoreCase);
        printer.Head(minutes, committee.ChildText("Name") ?? agenda.ChildText("Name"), Term(committee));
        printer.Label("Mødedato", ExportSource.Moment(meeting.ChildText("When")));
        printer.Label("Mødested", meeting.ChildText("Where"));
        Members(meeting, printer);
        foreach (var item in agendas.SelectMany(a => a.Child("Items").Children("Item"))) Item(item, printer);
        return true;
    }

    private static string? Term(XElement? committee)
    {
        var (from, to) = (Year(committee.ChildText("PeriodStart")), Year(committee.ChildText("PeriodEnd")));
        return from is null || to is null ? null : $"{from}-{to}";
    }

    private static string? Year(string? date) =>
        date is { Length: >= 10 }
            ? date[2] == '-'
                ? date[6..10]
                : date[..4]
            : null;

    private static void Members(XElement? meeting, ExportPrinter printer)
    {
        var members = meeting?.Child("Members").Children("MeetingMember").ToList() ?? [];
        List(
            printer,
            "Til stede:",
            members.Where(m => Status(m) is "Participating" or "Attending" or "Accepted" or "Attended")
        );
        List(
            printer,
            "Fraværende:",
            members.Where(m => Status(m) is "NotParticipating" or "NotAttending" or "Declined" or "Absent")
        );
    }

    private static string? Status(XElement member) => member.ChildText("ParticipationStatusAsText");

    private static void List(ExportPrinter printer, string label, IEnumerable<XElement> members)
    {
        var names = members
            .Select(m => ExportPrinter.Squeezed(m.ChildText("Name") ?? ""))
            .Where(n => n.Length > 0)
            .ToList();
        if (names.Count > 0)
            printer.Label(label, string.Join(", ", names));
    }

    private static void Item(XElement item, ExportPrinter printer)
    {
        // Number 0 is the printed minutes themselves, put on the list as a file.
        if (
            item.ChildText("Number") == "0"
            && !item.Child("Fields").Children("ItemField").Any(f => ExportPrinter.Holds(Content(f)))
        )
            return;
        printer.Item(item.ChildText("Number"), item.ChildText("Caption"));
        printer.Label("Sagsnr.:", item.Child("Case").ChildText("Number"));
        printer.Access(ExportPrinter.Truth(item.ChildText("IsPublic")));
        foreach (
            var field in item.Child("Fields")
                .Children("ItemField")
                .OrderBy(f => WrittenNumber.Code(f.ChildText("Index")) ?? int.MaxValue)
        )
        {
            if (Content(field) is not { } content) continue;
            var caption = field.ChildText("Caption");
            var isNamed = caption?.Contains("beslutning", StringComparison.OrdinalIgnoreCase) == true;
            if (IsFeedback(field) && !isNamed) caption = caption is null ? "Beslutning" : $"Beslutning i {caption}";
            printer.Section(caption, content);
        }

        printer.Attachments(
            item.Child("Enclosures")
                .Children("Enclosure")
                .Where(e => ExportPrinter.Truth(e.ChildText("IsPublic")) != false)
                .Select(e => e.ChildText("Name") ?? e.ChildText("FileName"))
        );
    }

    private static bool IsFeedback(XElement field) => ExportPrinter.Truth(field.ChildText("IsFeedback")) == true;

    private static string? Content(XElement field) =>
        ExportPrinter.Truth(field.ChildText("HasContent")) == false ? null : field.ChildText("Content");
}
