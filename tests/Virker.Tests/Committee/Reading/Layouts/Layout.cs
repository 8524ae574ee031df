using System.Text.Json.Nodes;

namespace Virker.Tests.Committee;

/// <summary>Which of a meeting's facts a layout prints; what it does not print must stay null.</summary>
[Flags]
internal enum Prints
{
    Nothing = 0,
    Body = 1,
    Date = 2,
    Start = 4,
    Place = 8,
    Present = 16,
    Absent = 32,
    Party = 64,
    Numbers = 128,
    Titles = 256,
    Types = 512,
    CaseNo = 1024,
    DocNo = 2048,
    Access = 4096,
    Competence = 8192,
    By = 16_384,
    Away = 32_768,
    Decisions = 65_536,
    Head = Body | Date | Start | Place,
    Usual = Head | Numbers | Titles | By | Decisions,
}

/// <summary>
/// A way of printing a meeting. <paramref name="Sections"/> are the keys that each item's headings have, in order,
/// where a section without content is left out; <paramref name="At"/> is whether a point is printed with its "at".
/// </summary>
internal sealed record Layout(
    string Name,
    string Form,
    bool IsHeldOut,
    Prints Prints,
    string[] Sections,
    Func<FictiveMeeting, Layout, byte[]> Print,
    Func<string, string>? Point = null
)
{
    public bool Has(Prints what) => Prints.HasFlag(what);

    /// <summary>The answer that reading must give.</summary>
    public JsonObject Gold(FictiveMeeting m)
    {
        var numbers =
            Has(Prints.Numbers) && Has(Prints.Decisions)
                ? m.Items.Where(i => i.Decision.Kind != "withdrawn").Select(i => i.Number).ToArray()
                : [];
        return new JsonObject
        {
            ["document"] = new JsonObject
            {
                ["documentType"] = Has(Prints.Decisions) ? "referat" : "dagsorden",
                ["committee"] = If(Prints.Body, m.Committee),
                ["meetingDate"] = If(Prints.Date, m.Date.ToString("yyyy-MM-dd", null)),
                ["start"] = If(Prints.Start, m.Start),
                ["place"] = If(Prints.Place, m.Place),
            },
            ["handlingOrder"] = new JsonArray([.. numbers.Select(n => (JsonNode)n)]),
            ["withdrawnItems"] = new JsonArray([
                .. m
                    .Items.Where(i => Has(Prints.Numbers) && Has(Prints.Decisions) && i.Decision.Kind == "withdrawn")
                    .Select(i => (JsonNode)i.Number),
            ]),
            ["attendance"] = new JsonObject
            {
                ["present"] = People(Prints.Present, m.Present),
                ["absent"] =
                    Has(Prints.Absent) || !Has(Prints.Away)
                        ? People(Prints.Absent, m.Absent)
                        : People(Prints.Away, m.Absent),
            },
            ["items"] = new JsonArray([.. m.Items.Select(i => (JsonNode)Item(m, i))]),
        };
    }

    private JsonObject Item(FictiveMeeting m, FictiveItem i)
    {
        var points = i.Points.Select(p => (JsonNode)new JsonObject { ["text"] = Point is null ? "at " + p : Point(p) });
        return new JsonObject
        {
            ["number"] = Has(Prints.Numbers) ? i.Number : null,
            ["handledAs"] =
                Has(Prints.Numbers) && Has(Prints.Decisions) && i.Decision.Kind != "withdrawn" ? i.Number : null,
            ["title"] = If(Prints.Titles, i.Title),
            ["type"] = If(Prints.Types, i.Type),
            ["caseNo"] = If(Prints.CaseNo, i.CaseNo),
            ["docNo"] = If(Prints.DocNo, i.DocNo),
            ["access"] = If(Prints.Access, "open"),
            ["competence"] = If(Prints.Competence, m.Committee),
            ["sections"] = new JsonArray([
                .. Sections.Where(s => IsPrinted(s, i)).Select(s => (JsonNode)new JsonObject { ["key"] = s }),
            ]),
            ["recommendation"] =
                i.Points.Count == 0 || !Sections.Contains("recommendation")
                    ? null
                    : new JsonObject { ["by"] = If(Prints.By, i.By), ["points"] = new JsonArray([.. points]) },
            ["decisions"] = Has(Prints.Decisions) ? new JsonArray(Decision(m, i)) : new JsonArray(),
            ["attachments"] = Sections.Contains("attachments")
                ? new JsonArray([.. i.Attachments.Select(a => (JsonNode)new JsonObject { ["title"] = a })])
                : new JsonArray(),
        };
    }

    private JsonObject Decision(FictiveMeeting m, FictiveItem i) =>
        new()
        {
            ["date"] = If(Prints.Date, m.Date.ToString("yyyy-MM-dd", null)),
            ["kind"] = i.Decision.Kind,
            ["text"] = new JsonArray(i.Decision.Text),
            ["absent"] = Has(Prints.Away) ? People(Prints.Away, i.Away) : new JsonArray(),
        };

    /// <summary>
    /// A section is printed where it holds something: "other/economy" only where the case has an economy.
    /// </summary>
    public static bool IsPrinted(string section, FictiveItem i) => section switch
    {
        "recommendation" => i.Points.Count > 0,
        "attachments" => i.Attachments.Count > 0,
        "economic_and_staff_consequences" => i.Economy is not null,
        _ => true,
    };

    private JsonArray People(Prints what, IReadOnlyList<FictiveMember> people) =>
        Has(what)
            ? new JsonArray([
                .. people.Select(p =>
                    (JsonNode)new JsonObject { ["name"] = p.Name, ["party"] = If(Prints.Party, p.Party) }
                ),
            ])
            : [];

    private JsonNode? If(Prints what, string value) => Has(what) ? value : null;
}
