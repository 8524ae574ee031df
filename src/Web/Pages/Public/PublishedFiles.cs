using Microsoft.AspNetCore.Authorization;
using Virker.Committee;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Web.Pages.Public;

/// <summary>
/// The published meetings as files: data, PDF, feed and calendar. Made from what was published, as the pages are.
/// </summary>
internal sealed class PublishedFiles : IMapsEndpoints
{
    public const string List = "/politik/moeder.json";

    public const string Feed = "/politik/moeder.atom";

    public const string Calendar = "/politik/moeder.ics";

    public static string Json(CommitteeMeetingId meeting) => $"/politik/moeder/{meeting}.json";

    public static string Organization(CommitteeId committee) => $"/politik/udvalg/{committee}.json";

    public static string Pdf(CommitteeMeetingId meeting) => $"/politik/moeder/{meeting}.pdf";

    public static string AttachmentPdf(AttachmentId attachment) => $"/politik/bilag/{attachment}.pdf";

    public void Map(IEndpointRouteBuilder app)
    {
        var files = app.MapGroup("")
            .WithMetadata(
                new AuthorizeAttribute(Policies.Anyone),
                new EndpointRuleAttribute(Look.Public) { MaxBody = 0 }
            );
        files.MapGet(List, ListAsync);
        files.MapGet(Feed, FeedAsync);
        files.MapGet(Calendar, CalendarAsync);
        files.MapGet("/politik/udvalg/{id:guid}.json", OrganizationAsync);
        files.MapGet("/politik/moeder/{id:guid}.json", JsonAsync);
        files.MapGet("/politik/moeder/{id:guid}/punkter/{number}.json", ItemJsonAsync);
        files.MapGet("/politik/moeder/{id:guid}.pdf", PdfAsync);
        files.MapGet("/politik/bilag/{id:guid}.pdf", AttachmentPdfAsync);
        app.MapGet("/udvalg/bilag/{id:guid}.pdf", PapersPdfAsync)
            .WithMetadata(
                new ForAttribute<ReadAttachment>(),
                new EndpointRuleAttribute(Look.None) { MaxBody = 0 }
            );
    }

    private static async Task<IResult> ListAsync(
        IUseCase<ListPublishedMeetings, PublishedMeetings> meetings,
        HttpRequest request,
        CancellationToken ct
    ) =>
        (await meetings.RunAsync(new ListPublishedMeetings(), ct)).Match<IResult>(
            found => FileAnswer.Json(PublishedData.Of(found, Site(request)), Newest(found)),
            _ => Results.NotFound()
        );

    private static async Task<IResult> FeedAsync(
        IUseCase<ListPublishedMeetings, PublishedMeetings> meetings,
        CurrentMunicipality municipality,
        HttpRequest request,
        CancellationToken ct
    ) =>
        (await meetings.RunAsync(new ListPublishedMeetings(), ct)).Match<IResult>(
            found =>
                FileAnswer.Text(
                    PublishedData.Atom(found, municipality.Value.Name, Site(request)),
                    "application/atom+xml",
                    Newest(found)
                ),
            _ => Results.NotFound()
        );

    private static async Task<IResult> CalendarAsync(
        IUseCase<ListPublishedMeetings, PublishedMeetings> meetings,
        HttpRequest request,
        CancellationToken ct
    ) =>
        (await meetings.RunAsync(new ListPublishedMeetings(), ct)).Match<IResult>(
            found => FileAnswer.Text(MeetingCalendar.Of(found, Site(request)), "text/calendar", null),
            _ => Results.NotFound()
        );

    /// <summary>The municipality's own bodies first, then those of papers that were read in.</summary>
    private static async Task<IResult> OrganizationAsync(
        Guid id,
        IUseCase<ListPublishedMeetings, PublishedMeetings> meetings,
        HttpRequest request,
        CancellationToken ct
    )
    {
        foreach (var others in new[] { false, true })
        {
            var found = await meetings.RunAsync(new ListPublishedMeetings(Others: others), ct);
            if (!found.IsRefused && PublishedData.Of(found.Value, CommitteeId.From(id), Site(request)) is { } body)
                return FileAnswer.Json(body, null);
        }

        return Results.NotFound();
    }

    private static async Task<IResult> JsonAsync(
        Guid id,
        IUseCase<ReadPublishedMeeting, PublishedRecord> meetings,
        HttpRequest request,
        CancellationToken ct
    ) =>
        (await meetings.RunAsync(new ReadPublishedMeeting(CommitteeMeetingId.From(id)), ct)).Match<IResult>(
            found => FileAnswer.Json(PublishedData.Of(found, Site(request)), found.ModifiedAt),
            _ => Results.NotFound()
        );

    private static async Task<IResult> ItemJsonAsync(
        Guid id,
        string number,
        IUseCase<ReadPublishedMeeting, PublishedRecord> meetings,
        HttpRequest request,
        CancellationToken ct
    ) =>
        (await meetings.RunAsync(new ReadPublishedMeeting(CommitteeMeetingId.From(id)), ct)).Match(
            found =>
                found.Meeting.Items.FirstOrDefault(i => i.Number?.ToString() == number || i.Id.ToString() == number)
                    is { } item
                    ? FileAnswer.Json(PublishedData.Of(item, found, Site(request)), found.ModifiedAt)
                : found.Meeting.Closed.FirstOrDefault(c => c.Number?.ToString() == number || c.Id.ToString() == number)
                    is { } closed
                    ? FileAnswer.Json(PublishedData.Of(closed, found, Site(request)), found.ModifiedAt)
                : Results.NotFound(),
            _ => Results.NotFound());

    private static async Task<IResult> PdfAsync(
        Guid id,
        IUseCase<ReadPublishedMeeting, PublishedRecord> meetings,
        CurrentMunicipality municipality,
        HttpResponse response,
        CancellationToken ct
    ) =>
        (await meetings.RunAsync(new ReadPublishedMeeting(CommitteeMeetingId.From(id)), ct)).Match<IResult>(
            found =>
                Paper(
                    PublishedPaper.Of(found, municipality.Value.Name).ToPdf(),
                    $"{(found.Kind == PublicationKind.Agenda ? "dagsorden" : "referat")}-{found.Meeting.HeldOn:yyyy-MM-dd}.pdf",
                    response,
                    found.ModifiedAt
                ),
            _ => Results.NotFound()
        );

    private static async Task<IResult> AttachmentPdfAsync(
        Guid id,
        IUseCase<ReadPublishedAttachment, FrozenDocument> attachments,
        HttpResponse response,
        CancellationToken ct
    ) =>
        (await attachments.RunAsync(new ReadPublishedAttachment(AttachmentId.From(id)), ct)).Match<IResult>(
            found => Paper(found.Pdf, $"bilag-{found.AsOf:yyyy-MM-dd}.pdf", response),
            _ => Results.NotFound()
        );

    private static async Task<IResult> PapersPdfAsync(
        Guid id,
        IUseCase<ReadAttachment, FrozenDocument> attachments,
        HttpResponse response,
        CancellationToken ct
    ) =>
        (await attachments.RunAsync(new ReadAttachment(AttachmentId.From(id)), ct)).Match<IResult>(
            found => Paper(found.Pdf, $"bilag-{found.AsOf:yyyy-MM-dd}.pdf", response),
            _ => Results.NotFound()
        );

    private static IResult Paper(byte[] pdf, string name, HttpResponse response, DateTimeOffset? modified = null)
    {
        response.Headers.ContentDisposition = ContentDisposition.Attachment(name);
        return FileAnswer.Pdf(pdf, modified);
    }

    /// <summary>The list has no day of its own where nothing is out.</summary>
    private static DateTimeOffset? Newest(PublishedMeetings found) =>
        found.Meetings.Count == 0 || found.Planned.Count > 0 ? null : found.Meetings.Max(m => m.ModifiedAt);

    private static string Site(HttpRequest request) => $"{request.Scheme}://{request.Host}";
}
