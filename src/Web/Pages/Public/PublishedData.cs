using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Virker.Committee;
using Virker.Platform;
using Virker.Kernel;

namespace Virker.Web.Pages.Public;

/// <summary>
/// Published meetings as data in the shape of OParl 1.1, with what OParl lacks under names that begin "virker:".
/// <c>result</c> stays a plain word, as older readers expect.
/// </summary>
internal static class PublishedData
{
    private const string Schema = "https://schema.oparl.org/1.1";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>All on one page, in OParl's envelope for lists.</summary>
    public static JsonObject Of(PublishedMeetings found, string site)
    {
        JsonNode[] meetings =
        [
            .. found.Meetings.Select(m => Line(m, site)),
            .. found.Planned.Select(m => Line(m, site)),
        ];
        var self = site + PublishedFiles.List;
        return new()
        {
            ["data"] = new JsonArray(meetings),
            ["pagination"] = new JsonObject
            {
                ["totalElements"] = meetings.Length,
                ["elementsPerPage"] = meetings.Length,
                ["currentPage"] = 1,
                ["totalPages"] = 1,
            },
            ["links"] = new JsonObject
            {
                ["first"] = self,
                ["self"] = self,
                ["last"] = self,
            },
        };
    }

    /// <summary>The body that meets; null where it has neither met nor means to.</summary>
    public static JsonObject? Of(PublishedMeetings found, CommitteeId committee, string site)
    {
        var (met, planned) = (
            found.Meetings.Where(m => m.Committee.Id == committee).ToList(),
            found.Planned.Where(m => m.Committee.Id == committee).ToList()
        );
        if (met.Select(m => m.Committee).Concat(planned.Select(m => m.Committee)).FirstOrDefault() is not { } body)
            return null;
        return new JsonObject(
            Head(
                "Organization",
                site + PublishedFiles.Organization(committee),
                met.Select(m => m.FirstPublishedAt).Concat(planned.Select(m => m.AnnouncedAt)).Min(),
                met.Select(m => m.ModifiedAt).Concat(planned.Select(m => m.AnnouncedAt)).Max()
            )
        )
        {
            ["name"] = body.Name,
            ["classification"] = "udvalg",
            ["web"] = site + PublishedMeetingsPage.Url(),
            ["virker:term"] = body.Term,
            ["virker:municipality"] = body.Municipality,
        };
    }

    public static JsonObject Of(PublishedRecord record, string site)
    {
        var meeting = record.Meeting;
        var self = site + PublishedFiles.Json(meeting.Id);
        return new JsonObject(Head("Meeting", self, record))
        {
            ["name"] = $"{meeting.Committee.Name}, {Danish.Date(meeting.HeldOn)}",
            ["meetingState"] = meeting.Cancelled is not null ? "aflyst" : record.Kind == PublicationKind.Agenda ? "dagsorden" : "referat",
            ["cancelled"] = meeting.Cancelled is not null,
            ["start"] = At(meeting.HeldOn, meeting.StartsAt),
            ["end"] = At(meeting.HeldOn, meeting.EndsAt),
            ["location"] = meeting.Place is null
                ? null
                : new JsonObject(Head("Location", $"{self}#sted", record)) { ["description"] = meeting.Place },
            ["organization"] = new JsonArray(site + PublishedFiles.Organization(meeting.Committee.Id)),
            ["agendaItem"] = new JsonArray([
                .. meeting.Items.Select(i => (JsonNode)Of(i, record, site)),
                .. meeting.Closed.Select(c => (JsonNode)Of(c, record, site)),
            ]),
            ["web"] = site + PublishedMeetingPage.Url(meeting.Id),
            ["virker:heldOn"] = Day(meeting.HeldOn),
            ["virker:committee"] = meeting.Committee.Name,
            ["virker:attendance"] = Node(
                meeting.Attendance.Select(a => new
                {
                    a.Person.Name,
                    a.Person.Party,
                    a.Role,
                    Present = a.IsPresent,
                    a.Note,
                })
            ),
            ["virker:versions"] = Node(
                record.Versions.Select(v => new
                {
                    Kind = v.Kind.Name(),
                    v.Number,
                    v.PublishedAt,
                    v.Correction,
                    Sha256 = v.Hash,
                })
            ),
        };
    }

    /// <summary>An object that is no longer given says that it is deleted, as the standard has it.</summary>
    public static JsonObject Of(ClosedItem item, PublishedRecord record, string site) =>
        new(
            Head(
                "AgendaItem",
                $"{site}{PublishedMeetingPage.Url(record.Meeting.Id)}/punkter/{item.Number?.ToString(CultureInfo.InvariantCulture) ?? item.Id.ToString()}.json",
                record
            )
        )
        {
            ["meeting"] = site + PublishedFiles.Json(record.Meeting.Id),
            ["number"] = item.Number?.ToString(CultureInfo.InvariantCulture),
            ["order"] = item.Number ?? 0,
            ["public"] = false,
            ["deleted"] = true,
        };

    public static JsonObject Of(PublishedItem item, PublishedRecord record, string site)
    {
        var meeting = record.Meeting;
        var self = $"{site}{PublishedItemPage.Url(meeting.Id, item)}.json";
        return new(Head("AgendaItem", self, record))
        {
            ["meeting"] = site + PublishedFiles.Json(meeting.Id),
            ["number"] = item.Number?.ToString(CultureInfo.InvariantCulture),
            ["order"] = item.Number ?? meeting.Items.TakeWhile(i => i.Id != item.Id).Count() + 1,
            ["name"] = item.Title,
            ["public"] = true,
            ["result"] = item.Decisions.LastOrDefault()?.KindName,
            ["resolutionText"] = item.Decisions.LastOrDefault() is { } last ? string.Join('\n', last.Paragraphs) : null,
            ["auxiliaryFile"] = new JsonArray([
                .. item.Attachments.Where(a => a.Frozen is not null).Select(a => (JsonNode)File(a, self, record, site)),
            ]),
            ["web"] = site + PublishedItemPage.Url(meeting.Id, item),
            ["virker:attachments"] = Node(
                item.Attachments.Where(a => a.Frozen is null)
                    .Select(a => new
                    {
                        a.Number,
                        a.Title,
                        a.DocumentNumber,
                    })
            ),
            ["virker:case"] = item.CaseNumber is null
                ? null
                : new JsonObject { ["reference"] = item.CaseNumber, ["name"] = item.Title },
            ["virker:handledAs"] = item.HandledAs,
            ["virker:itemType"] = item.Type,
            ["virker:kle"] = item.Kle,
            ["virker:documentNumber"] = item.DocumentNumber,
            ["virker:competence"] = item.Competence,
            ["virker:sections"] = Node(item.Sections.Select(s => new { s.Key, s.Heading, s.Text })),
            ["virker:recommendation"] = Node(item.Recommendation),
            ["virker:decisions"] = Node(
                item.Decisions.Select(d => new
                {
                    Date = d.DecidedOn,
                    d.Body,
                    d.Kind,
                    Text = d.Paragraphs,
                    d.Absent,
                })
            ),
            ["virker:remarks"] = Node(
                item.Remarks.Select(r => new
                {
                    r.Member.Name,
                    r.Member.Party,
                    r.Stance,
                    r.Text,
                })
            ),
            ["virker:guests"] = Node(item.Guests),
            ["virker:tables"] = Node(item.Tables),
            ["virker:followUps"] = Node(item.FollowUps),
            ["virker:reportedBack"] = Node(item.Reported),
            ["virker:coming"] = Node(item.Coming),
            ["virker:closedAttachments"] = Node(item.ClosedAttachments),
        };
    }

    private static JsonObject File(PublishedAttachment attachment, string item, PublishedRecord record, string site) =>
        new(Head("File", $"{item}#bilag-{attachment.Number}", record))
        {
            ["name"] = attachment.Title,
            ["mimeType"] = "application/pdf",
            ["accessUrl"] = site + PublishedFiles.AttachmentPdf(attachment.Id),
            ["virker:number"] = attachment.Number,
            ["virker:documentNumber"] = attachment.DocumentNumber,
        };

    private static JsonObject Line(PublishedLine m, string site) =>
        new(Head("Meeting", site + PublishedFiles.Json(m.Meeting), m.FirstPublishedAt, m.ModifiedAt))
        {
            ["name"] = $"{m.Committee.Name}, {Danish.Date(m.HeldOn)}",
            ["start"] = At(m.HeldOn, m.StartsAt),
            ["cancelled"] = m.Cancelled is not null,
            ["organization"] = new JsonArray(site + PublishedFiles.Organization(m.Committee.Id)),
            ["web"] = site + PublishedMeetingPage.Url(m.Meeting),
            ["virker:heldOn"] = Day(m.HeldOn),
        };

    /// <summary>It has no page of its own yet: its address is its place in the list.</summary>
    private static JsonObject Line(PlannedMeeting m, string site) =>
        new(Head("Meeting", $"{site}{PublishedFiles.List}#{m.Meeting}", m.AnnouncedAt, m.AnnouncedAt))
        {
            ["name"] = $"{m.Committee.Name}, {Danish.Date(m.HeldOn)}",
            ["meetingState"] = m.Cancelled is null ? "planlagt" : "aflyst",
            ["start"] = At(m.HeldOn, m.StartsAt),
            ["cancelled"] = m.Cancelled is not null,
            ["organization"] = new JsonArray(site + PublishedFiles.Organization(m.Committee.Id)),
            ["virker:heldOn"] = Day(m.HeldOn),
        };

    /// <summary>What OParl asks of every object.</summary>
    private static IEnumerable<KeyValuePair<string, JsonNode?>> Head(
        string type,
        string id,
        DateTimeOffset created,
        DateTimeOffset modified
    ) =>
        [
            new("id", id),
            new("type", $"{Schema}/{type}"),
            new("created", Instant(created)),
            new("modified", Instant(modified)),
        ];

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Head(string type, string id, PublishedRecord record) =>
        Head(type, id, record.Versions.Min(v => v.PublishedAt), record.ModifiedAt);

    public static string Atom(PublishedMeetings found, string municipality, string site)
    {
        XNamespace atom = "http://www.w3.org/2005/Atom";
        var feed = new XElement(
            atom + "feed",
            new XElement(atom + "id", site + PublishedFiles.Feed),
            new XElement(atom + "title", $"Udvalgets møder, {municipality}"),
            new XElement(
                atom + "updated",
                Instant(found.Meetings.Select(m => m.ModifiedAt).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max())
            ),
            new XElement(
                atom + "link",
                new XAttribute("rel", "self"),
                new XAttribute("href", site + PublishedFiles.Feed)
            ),
            new XElement(atom + "author", new XElement(atom + "name", municipality)),
            found
                .Meetings.OrderByDescending(m => m.PublishedAt)
                .Take(50)
                .Select(m => new XElement(
                    atom + "entry",
                    new XElement(atom + "id", site + PublishedMeetingPage.Url(m.Meeting)),
                    new XElement(
                        atom + "title",
                        $"{(m.Cancelled is null ? m.Kind.Name() : "Aflyst")}: {m.Committee.Name}, {Danish.Date(m.HeldOn)}"
                    ),
                    new XElement(atom + "updated", Instant(m.ModifiedAt)),
                    new XElement(atom + "link", new XAttribute("href", site + PublishedMeetingPage.Url(m.Meeting)))
                ))
        );
        return $"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{feed}\n";
    }

    private static JsonNode? Node<T>(T value) => JsonSerializer.SerializeToNode(value, Json);

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    /// <summary>Where a time is printed; OParl knows no day without one, and nothing is made up.</summary>
    private static string? At(DateOnly day, string? time) => WrittenTime.Clock(time) is { IsRefused: false } at
        ? day.ToDateTime(at.Value).DanishInstant().Danish().ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture) : null;
}
