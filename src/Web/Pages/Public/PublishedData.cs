using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Virker.Committee;
using Virker.Platform;
using Virker.Web.Pages.Public;
using Virker.Kernel;

namespace Virker.Web;

/// <summary>
/// Published meetings as data in the shape of OParl 1.1, with what OParl lacks under names that begin "virker:". <c>result</c> stays a
/// plain word, as older readers expect.
/// </summary>
internal static class PublishedData
{
    private const string Schema = "https://schema.oparl.org/1.1";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull };

    public static JsonObject Of(PublishedMeetings found, string site) => new()
    {
        ["data"] = new JsonArray([.. found.Meetings.Select(m => (JsonNode)new JsonObject
        {
            ["id"] = site + PublishedFiles.Json(m.Meeting),
            ["type"] = $"{Schema}/Meeting",
            ["name"] = $"{m.Committee.Name}, {DanishFormat.Date(m.HeldOn)}",
            ["start"] = Start(m.HeldOn, m.StartsAt),
            ["cancelled"] = m.Cancelled is not null,
            ["web"] = site + PublishedMeetingPage.Url(m.Meeting),
            ["modified"] = Instant(m.ModifiedAt),
        }).Concat(found.Planned.Select(m => (JsonNode)new JsonObject
        {
            ["id"] = $"{site}{PublishedMeetingsPage.Url()}#{m.Meeting}",
            ["type"] = $"{Schema}/Meeting",
            ["name"] = $"{m.Committee.Name}, {DanishFormat.Date(m.HeldOn)}",
            ["meetingState"] = m.Cancelled is null ? "planlagt" : "aflyst",
            ["start"] = Start(m.HeldOn, m.StartsAt),
            ["cancelled"] = m.Cancelled is not null,
            ["modified"] = Instant(m.AnnouncedAt),
        }))]),
    };

    public static JsonObject Of(PublishedRecord record, string site)
    {
        var meeting = record.Meeting;
        return new JsonObject
        {
            ["id"] = site + PublishedFiles.Json(meeting.Id),
            ["type"] = $"{Schema}/Meeting",
            ["name"] = $"{meeting.Committee.Name}, {DanishFormat.Date(meeting.HeldOn)}",
            ["meetingState"] = meeting.Cancelled is not null ? "aflyst" : record.Kind == PublicationKind.Agenda ? "dagsorden" : "referat",
            ["cancelled"] = meeting.Cancelled is not null,
            ["start"] = Start(meeting.HeldOn, meeting.StartsAt),
            ["location"] = meeting.Place is null ? null : new JsonObject { ["type"] = $"{Schema}/Location", ["description"] = meeting.Place },
            ["organization"] = new JsonArray(new JsonObject { ["type"] = $"{Schema}/Organization", ["name"] = meeting.Committee.Name, ["classification"] = "udvalg", ["virker:term"] = meeting.Committee.Term, ["virker:municipality"] = meeting.Committee.Municipality }),
            ["end"] = meeting.EndsAt is null ? null : Start(meeting.HeldOn, meeting.EndsAt),
            ["agendaItem"] = new JsonArray([.. meeting.Items.Select(i => (JsonNode)Of(i, meeting, site)), .. meeting.Closed.Select(c => (JsonNode)Of(c, meeting, site))]),
            ["web"] = site + PublishedMeetingPage.Url(meeting.Id),
            ["modified"] = Instant(record.ModifiedAt),
            ["virker:attendance"] = Node(meeting.Attendance.Select(a => new { a.Person.Name, a.Person.Party, a.Role, Present = a.IsPresent, a.Note })),
            ["virker:versions"] = Node(record.Versions.Select(v => new { Kind = v.Kind.Name(), v.Number, v.PublishedAt, v.Correction, Sha256 = v.Hash })),
        };
    }

    /// <summary>An object that is no longer given says that it is deleted, as the standard has it.</summary>
    public static JsonObject Of(ClosedItem item, PublishedMeeting meeting, string site) => new()
    {
        ["id"] = $"{site}{PublishedMeetingPage.Url(meeting.Id)}/punkter/{item.Number?.ToString(CultureInfo.InvariantCulture) ?? item.Id.ToString()}.json",
        ["type"] = $"{Schema}/AgendaItem",
        ["meeting"] = site + PublishedFiles.Json(meeting.Id),
        ["number"] = item.Number?.ToString(CultureInfo.InvariantCulture),
        ["public"] = false,
        ["deleted"] = true,
    };

    public static JsonObject Of(PublishedItem item, PublishedMeeting meeting, string site) => new()
    {
        ["id"] = $"{site}{PublishedItemPage.Url(meeting.Id, item)}.json",
        ["type"] = $"{Schema}/AgendaItem",
        ["meeting"] = site + PublishedFiles.Json(meeting.Id),
        ["number"] = item.Number?.ToString(CultureInfo.InvariantCulture),
        ["order"] = item.Number,
        ["name"] = item.Title,
        ["public"] = true,
        ["result"] = item.Decisions.LastOrDefault()?.KindName,
        ["resolutionText"] = item.Decisions.LastOrDefault() is { } last ? string.Join('\n', last.Paragraphs) : null,
        ["consultation"] = item.CaseNumber is null ? null : new JsonObject { ["type"] = $"{Schema}/Consultation", ["paper"] = new JsonObject { ["type"] = $"{Schema}/Paper", ["reference"] = item.CaseNumber, ["name"] = item.Title } },
        ["auxiliaryFile"] = new JsonArray([.. item.Attachments.Select(a => (JsonNode)new JsonObject
        {
            ["type"] = $"{Schema}/File",
            ["name"] = a.Title,
            ["accessUrl"] = a.Frozen is null ? null : site + PublishedFiles.AttachmentPdf(a.Id),
            ["virker:number"] = a.Number,
            ["virker:documentNumber"] = a.DocumentNumber,
        })]),
        ["web"] = site + PublishedItemPage.Url(meeting.Id, item),
        ["virker:handledAs"] = item.HandledAs,
        ["virker:itemType"] = item.Type,
        ["virker:kle"] = item.Kle,
        ["virker:documentNumber"] = item.DocumentNumber,
        ["virker:competence"] = item.Competence,
        ["virker:sections"] = Node(item.Sections.Select(s => new { s.Key, s.Heading, s.Text })),
        ["virker:recommendation"] = Node(item.Recommendation),
        ["virker:decisions"] = Node(item.Decisions.Select(d => new { Date = d.DecidedOn, d.Body, d.Kind, Text = d.Paragraphs, d.Absent })),
        ["virker:remarks"] = Node(item.Remarks.Select(r => new { r.Member.Name, r.Member.Party, r.Stance, r.Text })),
        ["virker:guests"] = Node(item.Guests),
        ["virker:tables"] = Node(item.Tables),
        ["virker:followUps"] = Node(item.FollowUps),
        ["virker:reportedBack"] = Node(item.Reported),
        ["virker:coming"] = Node(item.Coming),
        ["virker:closedAttachments"] = Node(item.ClosedAttachments),
    };

    public static string Atom(PublishedMeetings found, string municipality, string site)
    {
        XNamespace atom = "http://www.w3.org/2005/Atom";
        var feed = new XElement(atom + "feed", new XElement(atom + "id", site + PublishedFiles.Feed), new XElement(atom + "title", $"Udvalgets møder, {municipality}"),
            new XElement(atom + "updated", Instant(found.Meetings.Select(m => m.ModifiedAt).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max())),
            new XElement(atom + "link", new XAttribute("rel", "self"), new XAttribute("href", site + PublishedFiles.Feed)),
            new XElement(atom + "author", new XElement(atom + "name", municipality)),
            found.Meetings.OrderByDescending(m => m.PublishedAt).Take(50).Select(m => new XElement(atom + "entry",
                new XElement(atom + "id", site + PublishedMeetingPage.Url(m.Meeting)), new XElement(atom + "title", $"{(m.Cancelled is null ? m.Kind.Name() : "Aflyst")}: {m.Committee.Name}, {DanishFormat.Date(m.HeldOn)}"),
                new XElement(atom + "updated", Instant(m.ModifiedAt)), new XElement(atom + "link", new XAttribute("href", site + PublishedMeetingPage.Url(m.Meeting))))));
        return $"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{feed}\n";
    }

    private static JsonNode? Node<T>(T value) => JsonSerializer.SerializeToNode(value, Json);

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>With the time where one is printed; else the day alone, since nothing is made up.</summary>
    private static string Start(DateOnly day, string? time) => WrittenTime.Clock(time) is { IsRefused: false } at
        ? day.ToDateTime(at.Value).DanishInstant().Danish().ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture) : day.ToString("O", CultureInfo.InvariantCulture);
}
