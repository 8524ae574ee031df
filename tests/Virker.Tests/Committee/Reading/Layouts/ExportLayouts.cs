using System.Xml.Linq;
using static Virker.Tests.Committee.Prints;
using static Virker.Tests.Committee.Sheet;

namespace Virker.Tests.Committee;

/// <summary>Exports of case systems.</summary>
internal static class ExportLayouts
{
    public static readonly Layout[] All =
    [
        new(
            "agenda elements with presentations",
            "esdh",
            false,
            Usual | CaseNo | Access | Present | Absent | Party,
            ["other", "case_content", "recommendation", "decision", "attachments"],
            Elements
        ),
        new(
            "Publication with fields",
            "esdh",
            true,
            Usual | CaseNo | Access | Present | Absent,
            ["other", "case_content", "recommendation", "attachments", "decision"],
            Publication
        ),
        new(
            "nested tables with bullets",
            "esdh",
            false,
            Usual | CaseNo | Access | Present | Absent | Party,
            ["other", "case_content", "economic_and_staff_consequences", "recommendation", "decision", "attachments"],
            Tables
        ),
        new(
            "items with their printed text",
            "esdh",
            true,
            Body | Date | Start | Numbers | Titles | Access | By | Decisions,
            ["case_content", "recommendation", "decision"],
            Printed
        ),
    ];

    private static readonly XNamespace Edoc = "http://www.fujitsu.dk/agenda/xml/schemas/2009/03/31/";

    private static byte[] Bytes(XElement root) => System.Text.Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + root);

    private static string P(params string[] lines) => string.Concat(lines.SelectMany(l => l.Split('\n')).Select(l => $"<p>{l}</p>"));

    private static string Points(FictiveItem i) =>
        P($"{i.By} indstiller,") + "<ol>" + string.Concat(i.Points.Select(p => $"<li>at {p}</li>")) + "</ol>";

    private static byte[] Elements(FictiveMeeting m, Layout l)
    {
        XElement E(string name, params object?[] content) => new(Edoc + name, content);
        XElement Shown(string title, string content, bool decision = false) =>
            E(
                "CasePresentation",
                E("Title", title),
                E("Content", new XCData(content)),
                E("IsDecision", decision ? "true" : "false")
            );
        XElement Person(FictiveMember p, bool there) =>
            E(
                "MeetingParticipant",
                E("Name", p.Name),
                E("RoleInMeeting", "Medlem"),
                E("Participate", there ? "true" : "false"),
                E("PoliticalParty", "Parti"),
                E("PoliticalPartyList", p.Party)
            );
        return Bytes(
            new XElement(
                "Root",
                new XAttribute(XNamespace.Xmlns + "edoc", Edoc.NamespaceName),
                E("OutputTypeEnumName", "Minutes"),
                E("OutputFilterIsPublic", "true"),
                E(
                    "Committee",
                    E("Name", m.Committee),
                    E("ShortName", "X"),
                    E(
                        "Meeting",
                        E("MeetingDateTime", $"{Short(m.Date)} {m.Start}"),
                        E("EndDateTime", $"{Short(m.Date)} 23:00"),
                        E("MeetingLocation", m.Place),
                        E(
                            "MeetingParticipants",
                            m.Present.Select(p => Person(p, true)).Concat(m.Absent.Select(p => Person(p, false)))
                        ),
                        E(
                            "Agenda",
                            E("Type", "Dagsorden"),
                            E(
                                "AgendaElements",
                                m.Items.Select(
                                    (i, n) =>
                                        E(
                                            "AgendaElement",
                                            E("AccessIsPublic", "true"),
                                            E("SortOrder", n + 1),
                                            E("Absences"),
                                            E(
                                                "HandlingItem",
                                                E("SerialNo", i.Number),
                                                E("Title", i.Title),
                                                E("NeutralTitle", i.Title),
                                                E("CaseNumber", i.CaseNo),
                                                E(
                                                    "CasePresentations",
                                                    Shown("Præsentation", P(i.Theme)),
                                                    Shown("Høring", ""),
                                                    Shown("Sagsbeskrivelse", P(i.Content)),
                                                    i.Points.Count == 0 ? null : Shown("Indstilling", Points(i)),
                                                    Shown("Beslutning", P(i.Decision.Text), true)
                                                ),
                                                E(
                                                    "Attachments",
                                                    i.Attachments.Select(a =>
                                                        E("Attachment", E("Title", a), E("AccessIsPublic", "true"))
                                                    )
                                                )
                                            )
                                        )
                                )
                            )
                        )
                    )
                )
            )
        );
    }

    private static byte[] Publication(FictiveMeeting m, Layout l)
    {
        XElement Field(string caption, string content, int index, bool feedback = false) =>
            new(
                "ItemField",
                new XElement("Caption", caption),
                new XElement("Content", new XCData(content)),
                new XElement("Index", index),
                new XElement("IsFeedback", feedback ? "True" : "False")
            );
        XElement Person(FictiveMember p, string status) =>
            new("MeetingMember", new XElement("Name", p.Name), new XElement("ParticipationStatusAsText", status));
        return Bytes(
            new XElement(
                "Publication",
                new XElement("PublicationTypeAsEnum", "Minutes"),
                new XElement(
                    "Agendas",
                    new XElement(
                        "Agenda",
                        new XElement(
                            "Meeting",
                            new XElement(
                                "Members",
                                m.Present.Select(p => Person(p, "Participating"))
                                    .Concat(m.Absent.Select(p => Person(p, "NotParticipating")))
                            ),
                            new XElement("When", $"{Short(m.Date)} {m.Start}:00"),
                            new XElement("Where", m.Place)
                        ),
                        new XElement("Committee", new XElement("Name", m.Committee)),
                        new XElement(
                            "Items",
                            m.Items.Select(i => new XElement(
                                "Item",
                                new XElement("Caption", i.Title),
                                new XElement("Case", new XElement("Number", i.CaseNo)),
                                new XElement(
                                    "Enclosures",
                                    i.Attachments.Select(a => new XElement(
                                        "Enclosure",
                                        new XElement("Name", a),
                                        new XElement("IsPublic", "true")
                                    ))
                                ),
                                new XElement("IsPublic", "true"),
                                new XElement("Number", i.Number),
                                new XElement(
                                    "Fields",
                                    Field("Resume", P(i.Theme), 1),
                                    Field("Sagsfremstilling", P(i.Content), 2),
                                    i.Points.Count == 0 ? null : Field("Indstilling", Points(i), 3),
                                    Field(m.Committee, P(i.Decision.Text), 4, true)
                                )
                            ))
                        )
                    )
                )
            )
        );
    }

    private static byte[] Tables(FictiveMeeting m, Layout l)
    {
        XElement Table(string name, IEnumerable<(string, string)> fields, params object?[] inner) =>
            new(
                "table",
                new XAttribute("name", name),
                new XElement(
                    "fields",
                    fields.Select(f => new XElement("field", new XAttribute("name", f.Item1), f.Item2))
                ),
                inner
            );
        XElement Bullet(int type, string name, string text, int sort) =>
            Table(
                "bullet",
                [
                    ("bullettype", $"{type}"),
                    ("bulletname", name),
                    ("bulletcontent", text),
                    ("bulletsortorder", $"{sort}"),
                ]
            );
        XElement Person(FictiveMember p, int absent) =>
            Table("member", [("name", p.Name), ("party", p.Party), ("absent", $"{absent}")]);
        return Bytes(
            new XElement(
                "root",
                Table(
                    "agenda",
                    [("name", "Referat")],
                    Table("committee", [("name", m.Committee)]),
                    Table(
                        "meeting",
                        [("name", m.Committee), ("date", $"{m.Date:yyyy-MM-dd} {m.Start}"), ("location", m.Place)],
                        Table(
                            "meetmember",
                            [],
                            m.Present.Select(p => Person(p, 0)).Concat(m.Absent.Select(p => Person(p, 1)))
                        )
                    ),
                    m.Items.Select(i =>
                        Table(
                            "agendaitemparents",
                            [("sort", $"{i.Number}")],
                            Table(
                                "agendaitem",
                                [("name", i.Title), ("caseno", i.CaseNo), ("accessname", "Åben")],
                                [
                                    Bullet(1, "Resumé", P(i.Theme), 1),
                                    Bullet(2, "Sagsfremstilling", P(i.Content), 2),
                                    i.Economy is null ? null : Bullet(3, "Økonomi", P(i.Economy), 3),
                                    i.Points.Count == 0 ? null : Bullet(6, "Indstilling", Points(i), 4),
                                    Bullet(8, "Beslutning", P(i.Decision.Text), 5),
                                    .. i.Attachments.Select(
                                        (a, n) =>
                                            Table("enclosure", [("name", a), ("accessname", "Åben"), ("sort", $"{n}")])
                                    ),
                                ]
                            )
                        )
                    )
                )
            )
        );
    }

    private static byte[] Printed(FictiveMeeting m, Layout l) =>
        Bytes(
            new XElement(
                "Meeting",
                new XElement("Committee", m.Committee),
                new XElement("MeetingDate", $"{Short(m.Date)} {m.Start}:00"),
                new XElement("MeetingState", "Referat endeligt godkendt"),
                new XElement(
                    "MeetingAgendaTypes",
                    new XElement(
                        "MeetingAgendaType",
                        new XElement("AgendaType", "Åben dagsorden"),
                        new XElement(
                            "MeetingAgendaItems",
                            m.Items.Select(i => new XElement(
                                "MeetingAgendaItem",
                                new XElement("AgendaItemNumber", i.Number),
                                new XElement("Document", new XElement("Title", i.Title)),
                                new XElement(
                                    "FullText",
                                    $"{i.Number}. {i.Title}\n\nSAGSFREMSTILLING\n{i.Content}\n"
                                        + (
                                            i.Points.Count == 0
                                                ? ""
                                                : $"\nINDSTILLING\n{i.By} indstiller,\n{string.Join("\n", i.Points.Select((p, n) => $"{n + 1}. at {p}"))}\n"
                                        )
                                        + $"\nBESLUTNING\n{i.Decision.Text}\n"
                                )
                            ))
                        )
                    )
                )
            )
        );
}
