using Virker.Kernel;
using Virker.Rules;

namespace Virker.Casework;

/// <summary>Who holds a conversation.</summary>
public enum ConversationHolder
{
    Municipality,
    UnemploymentFund,
    Joint,
}

/// <summary>How a conversation that the law asks for stands today.</summary>
public enum DueState
{
    Held,
    Booked,

    /// <summary>The window has not begun.</summary>
    Later,

    /// <summary>The window is open, and nothing is booked.</summary>
    Open,

    /// <summary>After the even spread; the law's last day has not come.</summary>
    Behind,

    /// <summary>After the law's last day.</summary>
    Overdue,
}

/// <summary>
/// One conversation of the course: the window that an even spread gives (<paramref name="From"/>–<paramref
/// name="Recommended"/>) and the last day by the law (<paramref name="By"/>). <paramref name="On"/>: the day it was
/// held or is booked for.
/// </summary>
public sealed record DueConversation(
    int Number,
    ConversationHolder Holder,
    DateOnly From,
    DateOnly Recommended,
    DateOnly By,
    string Why,
    IReadOnlyList<LawRef> Under,
    LawStatus Status
)
{
    public DueState State { get; init; } = DueState.Later;

    public DateOnly? On { get; init; }

    /// <summary>The law wants it held by personal attendance.</summary>
    public bool InPerson { get; init; }

    /// <summary>
    /// A conversation that was held, or is booked, in a way that does not count for this one: the day and how (<see
    /// cref="MeetingChannel"/>).
    /// </summary>
    public (DateOnly On, MeetingChannel Channel)? NotCounted { get; init; }

    /// <summary>Held after the law's last day.</summary>
    public bool IsLate => State == DueState.Held && On > By;

    public bool IsOurs => Holder != ConversationHolder.UnemploymentFund;
}

/// <summary>
/// A citizen's contact course (kontaktforløb): the conversations that the law asks for in the benefit's first months. A
/// course without conversations says in <paramref name="Why"/> what holds instead.
/// </summary>
public sealed record ContactCourse(DateOnly From, DateOnly To, string Why, IReadOnlyList<DueConversation> Conversations)
{
    /// <summary>The first one of the municipality's own that is neither held nor booked.</summary>
    public DueConversation? Next =>
        Conversations.FirstOrDefault(c => c.IsOurs && c.State is not (DueState.Held or DueState.Booked));

    public int Held => Conversations.Count(c => c.IsOurs && c.State == DueState.Held);

    public int Asked => Conversations.Count(c => c.IsOurs);

    /// <summary>
    /// The course as it stands on a day, from what the register has and what the law asks for; null for a benefit that
    /// has none.
    /// </summary>
    internal static ContactCourse? Of(CourseBasis basis, DateOnly today, CourseSchedules law)
    {
        if (law.Of(basis.Ground) is not { } course) return null;
        if (today > course.To)
            return course with
            {
                Conversations = [],
                Why =
                    "De første seks måneder er gået. Samtaler aftales efter behov, og borgeren har ret til en samtale (lov om en aktiv beskæftigelsesindsats § 32, stk. 1).",
            };
        var counted = basis
            .Meetings.Where(m => m.Day >= course.From && m.Holder != MeetingHolder.UnemploymentFund)
            .OrderBy(m => m.Day)
            .ToList();
        var done = new List<CourseMeeting>(
            counted
                .Where(m => m.Status == MeetingStatus.Held)
                .Concat(counted.Where(m => m.Status == MeetingStatus.Planned && m.Day >= today))
        );
        return course with
        {
            Conversations = [.. course.Conversations.Select(c => c.IsOurs ? Stand(c, done, today) : c)],
        };
    }

    /// <summary>
    /// The first conversation that counts for it is its own; one by telephone or video does not where the law wants
    /// attendance, and is left to those after.
    /// </summary>
    private static DueConversation Stand(DueConversation asked, List<CourseMeeting> done, DateOnly today)
    {
        var own =
            asked.InPerson ? done.FindIndex(m => m.Channel == MeetingChannel.Attendance)
            : done.Count > 0 ? 0
            : -1;
        var stood = asked with
        {
            NotCounted = asked.InPerson && own != 0 && done.Count > 0 ? (done[0].Day, done[0].Channel) : null,
        };
        if (own < 0)
            return Waiting(stood, today);
        var meeting = done[own];
        done.RemoveAt(own);
        return stood with
        {
            On = meeting.Day,
            State = meeting.Status == MeetingStatus.Held ? DueState.Held : DueState.Booked,
        };
    }

    private static DueConversation Waiting(DueConversation asked, DateOnly today) =>
        asked with
        {
            State =
                today > asked.By ? DueState.Overdue
                : today > asked.Recommended ? DueState.Behind
                : today >= asked.From ? DueState.Open
                : DueState.Later,
        };
}

/// <summary>
/// All that the register has of a course: what it stands on, and the conversations that may count in it. The law is not
/// in it.
/// </summary>
internal sealed record CourseBasis(CourseGround Ground, IReadOnlyList<CourseMeeting> Meetings)
{
    /// <summary>The times with sick pay, which the reassessment is counted from; empty for who is not on it.</summary>
    public IReadOnlyList<(DateOnly From, DateOnly? To)> SickPay { get; init; } = [];

    /// <summary>The latest reassessment that was made; null for none.</summary>
    public ReassessedSick? Reassessed { get; init; }
}

/// <summary>What a course stands on: the benefit and the day it began, and the target group of LAB § 6.</summary>
internal sealed record CourseGround(int Benefit, int? TargetGroup, DateOnly From)
{
    /// <summary>What is written about a sick pay case; null where nothing is.</summary>
    public SickGround? Sick { get; init; }
}

/// <summary>
/// What a sick pay course stands on. <paramref name="SoonWell"/>: citizen and employer both expect it.
/// </summary>
internal sealed record SickGround(DateOnly AbsentFrom, int? Category, bool Employed, bool SoonWell, DateOnly? EarlyOn);

internal readonly record struct CourseMeeting(
    DateOnly Day,
    MeetingStatus Status,
    MeetingHolder Holder,
    MeetingChannel Channel
)
{
    public CourseMeeting(DateOnly day, MeetingStatus status, MeetingHolder holder)
        : this(day, status, holder, MeetingChannel.Attendance)
    {
    }
}
