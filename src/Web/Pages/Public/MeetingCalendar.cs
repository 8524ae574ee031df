using Virker.Committee;
using Virker.Platform;
using Virker.Kernel;

namespace Virker.Web.Pages.Public;

/// <summary>
/// The committees' meetings as a calendar, from when they are planned; a meeting keeps its id when its agenda comes
/// out.
/// </summary>
internal static class MeetingCalendar
{
    /// <summary>How long a meeting is taken to be where nobody has said when it ends; the entry says so.</summary>
    private static readonly TimeSpan Usual = TimeSpan.FromHours(2);

    public static string Of(PublishedMeetings found, string site) =>
        ICalendar.Of(
            "Udvalg",
            DateTimeOffset.UnixEpoch,
            [
                .. found.Planned.Select(m =>
                    Event(m.Meeting, m.Committee, m.HeldOn, m.StartsAt, m.EndsAt) with
                    {
                        Location = m.Place,
                        Cancelled = m.Cancelled is not null,
                        ChangedAt = m.AnnouncedAt,
                        Address = site + PublishedMeetingsPage.Url(),
                        Sequence = Minutes(m.AnnouncedAt),
                    }
                ),
                .. found.Meetings.Select(m =>
                    Event(m.Meeting, m.Committee, m.HeldOn, m.StartsAt, m.EndsAt) with
                    {
                        Location = m.Place,
                        Cancelled = m.Cancelled is not null,
                        ChangedAt = m.ModifiedAt,
                        Address = site + PublishedMeetingPage.Url(m.Meeting),
                        Sequence = Minutes(m.ModifiedAt),
                    }
                ),
            ]
        );

    private static CalendarEvent Event(
        CommitteeMeetingId meeting,
        PublishedCommittee committee,
        DateOnly day,
        string? startsAt,
        string? endsAt
    )
    {
        if (Time(startsAt) is not { } start)
            return new(meeting.ToString(), default, default, committee.Name) { WholeDay = day };
        var begins = day.ToDateTime(start).DanishInstant();
        return Time(endsAt) is { } end && end > start
            ? new(meeting.ToString(), begins, day.ToDateTime(end).DanishInstant(), committee.Name)
            : new(meeting.ToString(), begins, begins + Usual, committee.Name)
            {
                Note = "Sluttidspunktet er ikke oplyst; der er regnet med to timer.",
            };
    }

    /// <summary>It grows with each change, so that a calendar programme takes the newer one.</summary>
    private static int Minutes(DateTimeOffset at) => (int)(at.ToUnixTimeSeconds() / 60);

    private static TimeOnly? Time(string? text) => WrittenTime.Clock(text).Match<TimeOnly?>(time => time, _ => null);
}
