using Microsoft.AspNetCore.Authorization;
using Virker.Casework;
using Virker.Kernel;
using Virker.Office;

namespace Virker.Web.Pages.Casework.Slots;

/// <summary>
/// A worker's conversations at a secret address, for a calendar programme that cannot sign in. Nothing of a citizen
/// stands there.
/// </summary>
internal sealed class CalendarFeed : IMapsEndpoints
{
    public static string Url(string link) => $"/kalender/{link}.ics";

    public void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/kalender/{link}.ics", ReadAsync)
            .WithMetadata(
                new ForAttribute<ReadCalendarFeed>(),
                new EndpointRuleAttribute(Look.Public) { MaxBody = 0, Budget = Budget.SignIn }
            );

    private static async Task<IResult> ReadAsync(
        string link,
        IUseCase<ReadCalendarFeed, CalendarEntries> feed,
        CancellationToken ct
    ) =>
        (await feed.RunAsync(new(link), ct)).Match<IResult>(
            found =>
                FileAnswer.Text(
                    ICalendar.Of("Samtaler", DateTimeOffset.UnixEpoch, found.Entries.Select(Event)),
                    "text/calendar",
                    null
                ),
            _ => Results.NotFound()
        );

    private static CalendarEvent Event(CalendarEntry entry) =>
        new(
            $"{entry.Id:N}@virker",
            entry.From,
            entry.To,
            entry.Channel is { } channel ? $"Samtale ({channel.Lower})" : "Fravær"
        )
        {
            Location = entry.Place,
            Cancelled = entry.Cancelled,
            Sequence = entry.Version,
        };
}
