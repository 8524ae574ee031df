namespace Virker.Casework;

/// <summary>What became of a conversation (samtale), as the register writes it.</summary>
public static class MeetingStatus
{
    public const string Planned = "planlagt";

    /// <summary>
    /// Begun without having been planned; it takes no time in a calendar, and is nothing until it is held.
    /// </summary>
    public const string Begun = "begyndt";

    public const string Held = "afholdt";

    /// <summary>The citizen did not come, and had not said so before.</summary>
    public const string Missed = "udeblevet";

    /// <summary>The citizen was absent with a good reason.</summary>
    public const string Excused = "afbud";

    public const string Cancelled = "aflyst";
}

/// <summary>How a conversation is held (samtaleform).</summary>
public static class MeetingChannel
{
    public const string Attendance = "fremmoede";
    public const string Phone = "telefon";
    public const string Video = "video";

    public static readonly IReadOnlyList<string> All = [Attendance, Phone, Video];
}

/// <summary>What a conversation is about (samtaletype).</summary>
public static class MeetingKind
{
    public const string Job = "jobsamtale";
    public const string FollowUp = "opfoelgning";
    public const string Integration = "integrationssamtale";
    public const string Sick = "sygeopfoelgning";

    public static readonly IReadOnlyList<string> All = [Job, FollowUp, Integration, Sick];

    /// <summary>The usual one for a benefit of the register.</summary>
    public static string For(int? benefit) =>
        benefit switch
        {
            1 or 2 => Job,
            5 => Integration,
            6 => Sick,
            _ => FollowUp,
        };
}

/// <summary>Who holds a conversation, as the register writes it.</summary>
public static class MeetingHolder
{
    public const string Municipality = "kommune";
    public const string UnemploymentFund = "a-kasse";
    public const string Joint = "faelles";
}
