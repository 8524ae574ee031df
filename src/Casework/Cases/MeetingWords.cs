using Virker.Kernel;
using Virker.Rules;

namespace Virker.Casework;

/// <summary>What became of a conversation (samtale), as the register writes it.</summary>
public sealed record MeetingStatus : CodeWord<MeetingStatus>
{
    public static readonly MeetingStatus Planned = new("planlagt", "Planlagt");

    /// <summary>
    /// Begun without having been planned; it takes no time in a calendar, and is nothing until it is held.
    /// </summary>
    public static readonly MeetingStatus Begun = new("begyndt", "Begyndt");

    public static readonly MeetingStatus Held = new("afholdt", "Afholdt");

    /// <summary>The citizen did not come, and had not said so before.</summary>
    public static readonly MeetingStatus Missed = new("udeblevet", "Udeblevet");

    /// <summary>The citizen was absent with a good reason.</summary>
    public static readonly MeetingStatus Excused = new("afbud", "Afbud");

    public static readonly MeetingStatus Cancelled = new("aflyst", "Aflyst");

    private MeetingStatus(string code, string text) : base(code, text)
    {
    }
}

/// <summary>How a conversation is held (samtaleform).</summary>
public sealed record MeetingChannel : CodeWord<MeetingChannel>
{
    public static readonly MeetingChannel Attendance = new("fremmoede", "Fremmøde");
    public static readonly MeetingChannel Phone = new("telefon", "Telefon");
    public static readonly MeetingChannel Video = new("video", "Video");

    private MeetingChannel(string code, string text) : base(code, text)
    {
    }
}

/// <summary>What a conversation is about (samtaletype).</summary>
public sealed record MeetingKind : CodeWord<MeetingKind>
{
    public static readonly MeetingKind Job = new("jobsamtale", "Jobsamtale");
    public static readonly MeetingKind FollowUp = new("opfoelgning", "Opfølgning");
    public static readonly MeetingKind Integration = new("integrationssamtale", "Integrationssamtale");
    public static readonly MeetingKind Sick = new("sygeopfoelgning", "Opfølgning på sygdom");

    private MeetingKind(string code, string text) : base(code, text)
    {
    }

    /// <summary>The usual one for a benefit of the register.</summary>
    public static MeetingKind For(int? benefit) =>
        benefit == Benefit.Unemployment.Number || benefit == Benefit.JobReady.Number ? Job
        : benefit == Benefit.Transition.Number ? Integration
        : benefit == Benefit.SickPay.Number ? Sick
        : FollowUp;
}

/// <summary>Who holds a conversation, as the register writes it.</summary>
public sealed record MeetingHolder : CodeWord<MeetingHolder>
{
    public static readonly MeetingHolder Municipality = new("kommune", "Kommunen");
    public static readonly MeetingHolder UnemploymentFund = new("a-kasse", "A-kassen");
    public static readonly MeetingHolder Joint = new("faelles", "Fælles");

    private MeetingHolder(string code, string text) : base(code, text)
    {
    }
}
