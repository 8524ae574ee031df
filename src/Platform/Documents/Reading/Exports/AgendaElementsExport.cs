using System.Xml.Linq;
using Virker.Kernel;

namespace Virker.Platform;

/// <summary>
/// eDoc's later export (namespace of Fujitsu's agenda schema): Root, Committee, Meeting, Agenda, and each element's
/// presentations, of which those marked as decision hold the decision. The running number is the item's; a presentation
/// without content is not printed.
/// </summary>
internal static class AgendaElementsExport
{
    public static bool Print(XElement root, ExportPrinter printer)
    {
        var committee = root.Child("Committee");
        var meeting = committee?.Child("Meeting");
        var agenda = meeting?.Child("Agenda");
        if (agenda is null)
            return false;
        var elements = agenda
            .Child("AgendaElements")
            .Children("AgendaElement")
            .OrderBy(e => WrittenNumber.Code(e.ChildText("SortOrder")) ?? int.MaxValue)
            .ToList();
        var decided = elements
            .SelectMany(e => e.Descendants())
            .Any(p =>
                p.Name.LocalName == "CasePresentation" && IsDecision(p) && ExportPrinter.Holds(p.ChildText("Content"))
            );
        var kind = root.ChildText("OutputTypeEnumName") ?? agenda.ChildText("Type") ?? "";
        printer.Head(
            decided
                || kind.Contains("Minutes", StringComparison.OrdinalIgnoreCase)
                || kind.Contains("referat", StringComparison.OrdinalIgnoreCase),
            committee.ChildText("Name")
        );
        printer.Label("Mødedato", ExportSource.Moment(meeting.ChildText("MeetingDateTime")));
        printer.Label("Mødested", meeting.ChildText("MeetingLocation"));
        People(meeting, printer);
        foreach (var element in elements) Item(element, printer);
        return true;
    }

    private static bool IsDecision(XElement presentation) =>
        ExportPrinter.Truth(presentation.ChildText("IsDecision")) == true;

    private static void People(XElement? meeting, ExportPrinter printer)
    {
        var people = meeting?.Child("MeetingParticipants").Children("MeetingParticipant").Take(500).ToList() ?? [];
        printer.Label(
            "Til stede:",
            string.Join(", ", people.Where(p => ExportPrinter.Truth(p.ChildText("Participate")) == true).Select(Named))
        );
        printer.Label(
            "Fraværende:",
            string.Join(", ", people.Where(p => ExportPrinter.Truth(p.ChildText("Participate")) == false).Select(Named))
        );
    }

    private static string Named(XElement person)
    {
        var name = ExportPrinter.Squeezed(person.ChildText("Name") ?? "");
        var party = person.ChildText("PoliticalPartyList") ?? person.ChildText("PoliticalParty");
        return party is { Length: <= 4 } or "Løsgænger" ? $"{name} ({party})" : name;
    }

    private static void Item(XElement element, ExportPrinter printer)
    {
        var item = element.Child("HandlingItem");
        printer.Item(
            item.ChildText("SerialNo") ?? element.ChildText("SortOrder"),
            item.ChildText("Title") ?? item.ChildText("NeutralTitle")
        );
        printer.Label("Sagsnr.:", item.ChildText("CaseNumber"));
        printer.Access(ExportPrinter.Truth(element.ChildText("AccessIsPublic")));
        foreach (var presentation in item?.Child("CasePresentations").Children("CasePresentation") ?? [])
        {
            var content = presentation.ChildText("Content");
            if (!ExportPrinter.Holds(content)) continue;
            var title = presentation.ChildText("Title");
            printer.Section(
                IsDecision(presentation) && title?.Contains("beslutning", StringComparison.OrdinalIgnoreCase) != true
                    ? "Beslutning"
                    : title,
                content
            );
            if (!IsDecision(presentation))
                continue;
            var absent =
                element.Child("Absences")?.Descendants().Where(a => a.Child("Name") is not null).Select(Named).ToList()
                ?? [];
            if (absent.Count > 0)
                printer.Line("Fraværende: " + string.Join(", ", absent));
        }

        printer.Attachments(
            item?.Child("Attachments")
                .Children("Attachment")
                .Where(a =>
                    a.ChildText("AccessEnumName") is not ("Closed" or "Private")
                    && ExportPrinter.Truth(a.ChildText("AccessIsPublic")) != false
                )
                .Select(a => a.ChildText("Title"))
                ?? []
        );
    }
}
