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
/// One conversation of the course: the window that an even spread gives (<paramref name="From"/>–<paramref name="Recommended"/>) and the last
/// day by the law (<paramref name="By"/>). <paramref name="On"/>: the day it was held or is booked for.
/// </summary>
public sealed record DueConversation(
    int Number, ConversationHolder Holder, DateOnly From, DateOnly Recommended, DateOnly By, string Why, IReadOnlyList<LawRef> Under, LawStatus Status)
{
    public DueState State { get; init; } = DueState.Later;

    public DateOnly? On { get; init; }

    public bool IsOurs => Holder != ConversationHolder.UnemploymentFund;
}

/// <summary>
/// A citizen's contact course (kontaktforløb): the conversations that the law asks for in the benefit's first months. A course without
/// conversations says in <paramref name="Why"/> what holds instead.
/// </summary>
public sealed record ContactCourse(DateOnly From, DateOnly To, string Why, IReadOnlyList<DueConversation> Conversations)
{
    /// <summary>The first one of the municipality's own that is neither held nor booked.</summary>
    public DueConversation? Next => Conversations.FirstOrDefault(c => c.IsOurs && c.State is not (DueState.Held or DueState.Booked));

    public int Held => Conversations.Count(c => c.IsOurs && c.State == DueState.Held);

    public int Asked => Conversations.Count(c => c.IsOurs);

    /// <summary>The course as it stands on a day, from what the register has and what the law asks for; null for a benefit that has none.</summary>
    internal static ContactCourse? Of(CourseBasis basis, DateOnly today, CourseSchedules law)
    {
        if (law.Of(basis.Ground) is not { } course) return null;
        if (today > course.To)
            return course with { Conversations = [], Why = "De første seks måneder er gået. Samtaler aftales efter behov, og borgeren har ret til en samtale (lov om en aktiv beskæftigelsesindsats § 32, stk. 1)." };
        var counted = basis.Meetings.Where(m => m.Day >= course.From && m.Holder != MeetingHolder.UnemploymentFund).OrderBy(m => m.Day).ToList();
        var done = new Queue<CourseMeeting>(counted.Where(m => m.Status == MeetingStatus.Held).Concat(counted.Where(m => m.Status == MeetingStatus.Planned && m.Day >= today)));
        return course with { Conversations = [.. course.Conversations.Select(c => c.IsOurs ? Stand(c, done, today) : c)] };
    }

    private static DueConversation Stand(DueConversation asked, Queue<CourseMeeting> done, DateOnly today) =>
        done.TryDequeue(out var meeting) ? asked with { On = meeting.Day, State = meeting.Status == MeetingStatus.Held ? DueState.Held : DueState.Booked }
        : asked with { State = today > asked.By ? DueState.Overdue : today > asked.Recommended ? DueState.Behind : today >= asked.From ? DueState.Open : DueState.Later };
}

/// <summary>All that the register has of a course: what it stands on, and the conversations that may count in it. The law is not in it.</summary>
internal sealed record CourseBasis(CourseGround Ground, IReadOnlyList<CourseMeeting> Meetings);

/// <summary>What a course stands on: the benefit and the day it began, and the target group of LAB § 6.</summary>
internal sealed record CourseGround(int Benefit, int? TargetGroup, DateOnly From)
{
    /// <summary>What is written about a sick pay case; null where nothing is.</summary>
    public SickGround? Sick { get; init; }
}

/// <summary>What a sick pay course stands on. <paramref name="SoonWell"/>: citizen and employer both expect it.</summary>
internal sealed record SickGround(DateOnly AbsentFrom, int? Category, bool Employed, bool SoonWell, DateOnly? EarlyOn);

internal readonly record struct CourseMeeting(DateOnly Day, string Status, string Holder);
