using System.ComponentModel.DataAnnotations.Schema;
using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Committee;

[Table("committees")]
internal sealed class CommitteeRow
{
    public CommitteeId Id { get; init; }

    public string Name { get; set; } = "";

    /// <summary>The letters that the municipality puts before titles ("EBU"), where it does.</summary>
    public string? ShortName { get; set; }

    public string? Term { get; set; }

    /// <summary>
    /// Whose committee, where it is not this municipality's own but was read from a published document.
    /// </summary>
    public string? Municipality { get; set; }

    /// <summary>The last time that something of it was closed or opened for the public.</summary>
    public DateTimeOffset? DisclosedAt { get; set; }

    /// <summary>Which set of headings its cases are written under (<see cref="CaseTemplate"/>).</summary>
    public string Template { get; set; } = CaseTemplate.Standard.Id;
}

[Table("committee_members")]
internal sealed class CommitteeMemberRow
{
    public CommitteeMemberId Id { get; init; }

    [RefersTo<CommitteeRow>]
    public CommitteeId CommitteeId { get; init; }

    /// <summary>The account that the member signs in with, once they have one.</summary>
    public UserId? UserId { get; set; }

    public string Name { get; set; } = "";

    public string? Party { get; set; }

    public SeatRole Role { get; set; }

    /// <summary>The order in which the members are printed.</summary>
    public int Position { get; set; }
}

[Table("committee_meetings")]
internal sealed class CommitteeMeetingRow : IVersioned
{
    public CommitteeMeetingId Id { get; init; }

    [RefersTo<CommitteeRow>]
    public CommitteeId CommitteeId { get; init; }

    public CommitteeMeetingKind Kind { get; set; } = CommitteeMeetingKind.Ordinary;

    public DateOnly HeldOn { get; set; }

    /// <summary>Local time as printed, "16:30".</summary>
    public string? StartsAt { get; set; }

    /// <summary>Local time, where it was said when the meeting was planned.</summary>
    public string? EndsAt { get; set; }

    public string? Place { get; set; }

    public MeetingState State { get; set; }

    /// <summary>Its agenda has been given to the public; a draft that was cancelled never was.</summary>
    public bool AgendaOut { get; set; }

    /// <summary>When the meeting was announced, or last moved or cancelled.</summary>
    public DateTimeOffset? AnnouncedAt { get; set; }

    /// <summary>Which document it was read from (hash of its text), so that reading it again changes nothing.</summary>
    public string? Origin { get; set; }

    public string? OriginName { get; set; }

    public string? CancelledBecause { get; set; }

    public int Version { get; private set; }
}

[Table("committee_attendance")]
[PrimaryKey(nameof(MeetingId), nameof(Position))]
internal sealed class AttendanceRow
{
    [RefersTo<CommitteeMeetingRow>]
    public CommitteeMeetingId MeetingId { get; init; }

    public int Position { get; init; }

    [RefersTo<CommitteeMemberRow>]
    public CommitteeMemberId? MemberId { get; init; }

    public string Name { get; set; } = "";

    public string? Party { get; set; }

    public SeatRole? Role { get; set; }

    public bool IsPresent { get; set; }

    /// <summary>"kom kl. 16:50", "gik før punkt 7", "stedfortræder for …", as the clerk writes it.</summary>
    public string? Note { get; set; }
}

/// <summary>A doubt that the reader had about the document this meeting was read from.</summary>
[Table("committee_reading_notes")]
[PrimaryKey(nameof(MeetingId), nameof(Position))]
internal sealed class ReadingNoteRow
{
    [RefersTo<CommitteeMeetingRow>]
    public CommitteeMeetingId MeetingId { get; init; }

    public int Position { get; init; }

    public string Code { get; init; } = "";

    public string Text { get; init; } = "";
}
