using Virker.Kernel;
using Virker.Platform;
using Virker.Web.Ui;

namespace Virker.Web.Pages.SelfService.Link;

/// <summary>Days and times of a personal link's page, in the language that it is read in.</summary>
internal sealed class LinkDays(bool isEnglish)
{
    public string When(DateTimeOffset at) =>
        isEnglish ? English.Time(at) : Danish.Capital($"{Danish.Weekday(at.DanishDate())} {Danish.Time(at)}");

    public string Day(DateOnly day) => isEnglish ? English.Date(day) : Danish.Date(day);

    public TimeChoice.TimeOption Option(DateTimeOffset at)
    {
        var (day, week) = (at.DanishDate(), Danish.WeekOf(at.DanishDate()));
        return isEnglish
            ? new($"{at.UtcTicks}", English.Day(day), English.Clock(at))
            {
                Week = week.Replace("Uge", "Week", StringComparison.Ordinal),
            }
            : new($"{at.UtcTicks}", Danish.DayOfWeek(day), Danish.Clock(at)) { Week = week };
    }

    /// <summary>
    /// The conversation as a calendar file in the address itself: there is nothing to fetch, and so nothing that a link
    /// alone would open.
    /// </summary>
    public static string Entry(
        string meeting,
        int version,
        DateTimeOffset at,
        int minutes,
        string title,
        DateTimeOffset now
    )
    {
        var booked = new CalendarEvent($"{meeting}@virker", at, at.AddMinutes(minutes), title) { Sequence = version };
        return "data:text/calendar;charset=utf-8," + Uri.EscapeDataString(ICalendar.Of("Samtale", now, [booked]));
    }
}
