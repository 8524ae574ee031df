using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Microsoft.Extensions.DependencyInjection;
using Virker.Committee;
using Virker.Kernel;
using Virker.Platform;
using Virker.Tests.Support;

namespace Virker.Tests.Committee;

/// <summary>
/// The public's files against the standards that they follow: OParl 1.1 for data, RFC 4287 for the feed, RFC 5545 for
/// the calendar. The town has agendas, minutes, planned and cancelled
/// meetings, closed items and an attachment.
/// </summary>
[Trait("Pace", "Slow")]
public sealed class PublicShapeTests
{
    private const string OParl = "https://schema.oparl.org/1.1/";

    /// <summary>What OParl asks of each kind of object, beside what it asks of all.</summary>
    private static readonly Dictionary<string, string[]> Mandatory = new()
    {
        ["Meeting"] = [],
        ["AgendaItem"] = ["order"],
        ["File"] = ["accessUrl"],
        ["Location"] = [],
        ["Organization"] = [],
    };

    /// <summary>
    /// Addresses of other objects, alone or in a list; everything else with a kind of its own stands inside.
    /// </summary>
    private static readonly string[] Addresses = ["meeting", "web", "accessUrl"], ListsOfAddresses = ["organization"];

    [Fact]
    public async Task The_data_has_the_shape_of_OParl_and_each_address_leads_to_its_object()
    {
        await using var web = await WebHouse.OpenAsync();
        await BuildAsync(web);
        var list = await JsonAsync(web, "/politik/moeder.json");
        list["pagination"]!["totalElements"]!.GetValue<int>().ShouldBe(list["data"]!.AsArray().Count);
        list["links"]!["self"]!.GetValue<string>().ShouldEndWith("/politik/moeder.json");
        var meetings = list["data"]!.AsArray().Select(m => m!.AsObject()).ToList();
        meetings.Count.ShouldBeGreaterThan(3);
        foreach (var meeting in meetings) Holds(meeting);

        var kinds = new HashSet<string>();
        foreach (var id in meetings.Select(m => m["id"]!.GetValue<string>()).Where(id => !id.Contains('#')))
        {
            var meeting = (await JsonAsync(web, id)).AsObject();
            meeting["id"]!.GetValue<string>().ShouldBe(id);
            foreach (var found in Objects(meeting))
            {
                Holds(found);
                kinds.Add(KindOf(found));
            }

            foreach (var item in meeting["agendaItem"]!.AsArray().Select(i => i!.AsObject()))
            {
                item["meeting"]!.GetValue<string>().ShouldBe(id);
                JsonNode
                    .DeepEquals(await JsonAsync(web, item["id"]!.GetValue<string>()), item)
                    .ShouldBeTrue(item["id"]!.GetValue<string>());
            }

            foreach (var address in meeting["organization"]!.AsArray().Select(o => o!.GetValue<string>()))
            {
                var body = (await JsonAsync(web, address)).AsObject();
                Holds(body);
                (KindOf(body), body["id"]!.GetValue<string>()).ShouldBe(("Organization", address));
                kinds.Add("Organization");
            }
        }

        kinds.Order(StringComparer.Ordinal).ShouldBe(["AgendaItem", "File", "Location", "Meeting", "Organization"]);
    }

    [Fact]
    public async Task The_feed_has_what_Atom_asks_for()
    {
        await using var web = await WebHouse.OpenAsync();
        await BuildAsync(web);
        var answer = await web.Anybody().GetAsync("/politik/moeder.atom");
        answer.Response.Content.Headers.ContentType!.MediaType.ShouldBe("application/atom+xml");
        XNamespace atom = "http://www.w3.org/2005/Atom";
        var feed = XDocument.Parse(answer.Text).Root!;
        feed.Name.ShouldBe(atom + "feed");
        feed.Elements(atom + "link")
            .Single(l => l.Attribute("rel")?.Value == "self")
            .Attribute("href")!
            .Value.ShouldBe($"http://{WebHouse.Host}/politik/moeder.atom");
        feed.Elements(atom + "author").ShouldHaveSingleItem().Element(atom + "name")!.Value.ShouldNotBeEmpty();
        var entries = feed.Elements(atom + "entry").ToList();
        entries.Count.ShouldBeGreaterThan(2);
        foreach (var element in entries.Prepend(feed))
        {
            Uri.IsWellFormedUriString(element.Elements(atom + "id").ShouldHaveSingleItem().Value, UriKind.Absolute)
                .ShouldBeTrue();
            element.Elements(atom + "title").ShouldHaveSingleItem().Value.ShouldNotBeEmpty();
            DateTimeOffset
                .TryParseExact(
                    element.Elements(atom + "updated").ShouldHaveSingleItem().Value,
                    "yyyy-MM-dd'T'HH:mm:ssK",
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.None,
                    out _
                )
                .ShouldBeTrue();
        }

        entries.Select(e => e.Element(atom + "id")!.Value).ShouldBeUnique();
        foreach (
            var link in entries.Select(e => e.Elements(atom + "link").ShouldHaveSingleItem().Attribute("href")!.Value)
        )
            (await web.Anybody().GetAsync(link)).Status.ShouldBe(200, link);
    }

    [Fact]
    public async Task The_calendar_has_what_iCalendar_asks_for_and_an_event_is_the_same_event_when_it_changes()
    {
        await using var web = await WebHouse.OpenAsync();
        var (clerk, published) = await BuildAsync(web);
        var before = CalendarReading.Of(await BytesAsync(web));
        before.Count.ShouldBeGreaterThan(3);
        before.Select(e => e["UID"].Value).ShouldBeUnique();
        before.ShouldContain(e => e["STATUS"].Value == "CANCELLED");
        before.ShouldContain(e =>
            e["LOCATION"].Text
            == "Rådhuset; lokale 1, \"Havestuen\"\\Havnegade: stueetagen, indgang fra gården ved de grønne træer"
        );
        foreach (var found in before)
        {
            foreach (var name in new[] { "UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "SEQUENCE" })
                found.ContainsKey(name).ShouldBeTrue(name);
            found["DTEND"].At.ShouldBeGreaterThan(found["DTSTART"].At);
            found["DTEND"].Parameters.ShouldBe(found["DTSTART"].Parameters);
        }

        web.Clock.Advance(TimeSpan.FromHours(1));
        await DoAsync(web, clerk, new CancelMeeting(published, "Formanden er syg."));
        var after = CalendarReading.Of(await BytesAsync(web));
        after.Select(e => e["UID"].Value).ShouldBe(before.Select(e => e["UID"].Value), ignoreOrder: true);
        var (old, changed) = (
            before.Single(e => e["UID"].Value.Contains($"{published}")),
            after.Single(e => e["UID"].Value.Contains($"{published}"))
        );
        changed["STATUS"].Value.ShouldBe("CANCELLED");
        int.Parse(changed["SEQUENCE"].Value, CultureInfo.InvariantCulture)
            .ShouldBeGreaterThan(int.Parse(old["SEQUENCE"].Value, CultureInfo.InvariantCulture));
        changed["DTSTAMP"].At.ShouldBeGreaterThan(old["DTSTAMP"].At);
    }

    [Theory]
    [InlineData("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\nEND:VEVENT\r\nEND:VCALENDAR\r\n")]
    [InlineData(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nSUMMARY:ææææææææææææææææææææææææææææææææææææææææ\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )]
    [InlineData(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nSUMMARY:a\\q\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )]
    [InlineData("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nSUMMARY:a\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n")]
    public void The_check_of_calendars_falls_for_what_is_wrong(string text) =>
        Should.Throw<FormatException>(() => CalendarReading.Of(Encoding.UTF8.GetBytes(text)));

    private static void Holds(JsonObject found)
    {
        var words = found.ToJsonString();
        var kind = KindOf(found);
        Mandatory.ShouldContainKey(kind, words);
        foreach (var name in Mandatory[kind].Concat(["id", "type", "created", "modified"]))
            found[name].ShouldNotBeNull($"{name} of {words}");
        Uri.IsWellFormedUriString(found["id"]!.GetValue<string>(), UriKind.Absolute).ShouldBeTrue(words);
        foreach (var name in new[] { "created", "modified", "start", "end" }.Where(n => found[n] is not null))
            DateTimeOffset
                .TryParseExact(
                    found[name]!.GetValue<string>(),
                    "yyyy-MM-dd'T'HH:mm:ssK",
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.None,
                    out _
                )
                .ShouldBeTrue($"{name} of {words}");
        DateTimeOffset
            .Parse(found["modified"]!.GetValue<string>(), CultureInfo.InvariantCulture)
            .ShouldBeGreaterThanOrEqualTo(
                DateTimeOffset.Parse(found["created"]!.GetValue<string>(), CultureInfo.InvariantCulture)
            );
        foreach (
            var address in Addresses
                .Select(n => found[n])
                .Concat(ListsOfAddresses.SelectMany(n => found[n] is JsonArray list ? list : []))
                .OfType<JsonNode>()
        )
            Uri.IsWellFormedUriString(address.GetValue<string>(), UriKind.Absolute).ShouldBeTrue(words);
        if (found["order"] is { } order)
            order
                .GetValue<int>()
                .ShouldBeGreaterThanOrEqualTo(kind == "AgendaItem" && found["deleted"] is null ? 1 : 0);
        if (found["deleted"] is { } deleted)
        {
            deleted.GetValue<bool>().ShouldBeTrue();
            found.ContainsKey("name").ShouldBeFalse("what is deleted has no name");
        }

        found
            .Select(p => p.Key)
            .Where(k => !k.StartsWith("virker:", StringComparison.Ordinal) && !Known.Contains(k))
            .ShouldBeEmpty("properties that OParl does not know");
    }

    private static readonly string[] Known =
    [
        "id",
        "type",
        "created",
        "modified",
        "deleted",
        "web",
        "name",
        "meetingState",
        "cancelled",
        "start",
        "end",
        "location",
        "organization",
        "agendaItem",
        "meeting",
        "number",
        "order",
        "public",
        "result",
        "resolutionText",
        "auxiliaryFile",
        "description",
        "classification",
        "mimeType",
        "accessUrl",
    ];

    private static string KindOf(JsonObject found)
    {
        var type = found["type"]!.GetValue<string>();
        type.ShouldStartWith(OParl);
        return type[OParl.Length..];
    }

    private static IEnumerable<JsonObject> Objects(JsonNode? node) =>
        node switch
        {
            JsonObject found
                when found["type"] is JsonValue type && type.ToString().StartsWith(OParl, StringComparison.Ordinal) =>
            [
                found,
                .. found.SelectMany(p => Objects(p.Value)),
            ],
            JsonObject other => other.SelectMany(p => Objects(p.Value)),
            JsonArray list => list.SelectMany(Objects),
            _ => [],
        };

    private static async Task<JsonNode> JsonAsync(WebHouse web, string address)
    {
        var answer = await web.Anybody().GetAsync(address);
        answer.Status.ShouldBe(200, address);
        answer.Response.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
        return JsonNode.Parse(answer.Text)!;
    }

    private static async Task<byte[]> BytesAsync(WebHouse web)
    {
        var answer = await web.Anybody().Client.GetAsync("/politik/moeder.ics");
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/calendar");
        return await answer.Content.ReadAsByteArrayAsync();
    }

    /// <summary>The published meeting is not held yet.</summary>
    private static async Task<(Actor Clerk, CommitteeMeetingId Published)> BuildAsync(WebHouse web)
    {
        var towns = await Towns.OpenAsync(web);
        var clerk = Actor.System;
        var committee = (await DoAsync(web, clerk, new ListPublishedMeetings())).Committees[0].Id;
        var first = web.Clock.Today.AddDays(20);
        var meetings = new List<CommitteeMeetingId>();
        foreach (
            var (day, starts) in new[]
            {
                (first, "16:30"),
                (first.AddDays(7), "kl. 16.30"),
                (first.AddDays(14), "18:15"),
                (first.AddDays(21), "15:00"),
            }
        )
            meetings.Add(
                (
                    await DoAsync(
                        web,
                        clerk,
                        new PlanMeeting(
                            committee,
                            CommitteeMeetingKind.Ordinary,
                            day,
                            starts,
                            "Rådhuset; lokale 1, \"Havestuen\"\\Havnegade: stueetagen, indgang fra gården ved de grønne træer"
                        )
                    )
                ).Meeting
            );
        await DoAsync(web, clerk, new CancelMeeting(meetings[1], "Ingen sager."));
        foreach (var meeting in new[] { meetings[2], meetings[3] })
        {
            await DoAsync(web, clerk, new DraftAgenda(meeting));
            var item = (
                await DoAsync(
                    web,
                    clerk,
                    new AddItem(meeting, "Sag om \"lærlinge\"; to, tre", "B", "999-1", null, true)
                )
            ).Item;
            await DoAsync(
                web,
                clerk,
                new EditItem(
                    item,
                    1,
                    new(
                        "Sag om \"lærlinge\"; to, tre",
                        "B",
                        null,
                        new Dictionary<string, string> { ["case_content"] = "Om lærlinge." },
                        []
                    )
                )
            );
            await DoAsync(web, clerk, new PublishAgenda(meeting));
        }

        (await DoAsync(web, clerk, new ListPublishedMeetings())).Meetings.ShouldContain(m =>
            m.Meeting == towns.HomeCouncil.Published
        );
        return (clerk, meetings[3]);
    }

    private static async Task<TResult> DoAsync<TResult>(WebHouse web, Actor actor, IRequest<TResult> request)
    {
        await using var scope = web.Scope(actor);
        var outcome = await scope.ServiceProvider.RunAsync(request);
        outcome.Refusal.ShouldBeNull($"{request}");
        return outcome.Value;
    }
}
