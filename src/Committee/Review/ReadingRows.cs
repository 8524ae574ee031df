using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;
using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;
using Virker.Targets;

namespace Virker.Committee;

/// <summary>How far an uploaded paper has come.</summary>
public enum ReadingState
{
    Waiting,
    Reading,
    Read,
    Failed,
    Kept,
}

/// <summary>What the states are called.</summary>
public static class ReadingStates
{
    public static string Name(this ReadingState state) => state switch
    {
        ReadingState.Waiting => "Venter",
        ReadingState.Reading => "Læses nu",
        ReadingState.Read => "Læst",
        ReadingState.Failed => "Kunne ikke læses",
        _ => "Gemt",
    };
}

[Table("committee_readings")]
internal sealed class ReadingRow : IVersioned
{
    public ReadingId Id { get; init; }

    public FileId FileId { get; init; }

    public string Name { get; init; } = "";

    /// <summary>Of the file's bytes: the same file is read once.</summary>
    public string Sha256 { get; init; } = "";

    public long Bytes { get; init; }

    public ReadingState State { get; set; }

    /// <summary>How often reading was begun: what stops the house twice is not tried a third time.</summary>
    public int Attempts { get; set; }

    /// <summary>referat, dagsorden, sag or plan; null until it is read.</summary>
    public string? Kind { get; set; }

    /// <summary>Committee and day, or the plan's name, as it is read and corrected.</summary>
    public string? Title { get; set; }

    /// <summary>Why it could not be read.</summary>
    public string? Problem { get; set; }

    /// <summary>Doubts that nobody has settled.</summary>
    public int Doubts { get; set; }

    public DateTimeOffset UploadedAt { get; init; }

    public string UploadedBy { get; init; } = "";

    public DateTimeOffset? ReadAt { get; set; }

    /// <summary>"library" or "own".</summary>
    public string? KeptAs { get; set; }

    public CommitteeMeetingId? KeptMeeting { get; set; }

    public PlanId? KeptPlan { get; set; }

    public DateTimeOffset? KeptAt { get; set; }

    public string? KeptBy { get; set; }

    public int Version { get; private set; }

    /// <summary>What the list shows of it, as it stands now.</summary>
    public void Show(Reviewed reviewed) =>
        (Kind, Title, Doubts) =
        (reviewed.Read.IsPlan ? ReadAnswer.Plan : reviewed.Text("document/documentType") ?? reviewed.Read.Kind,
        reviewed.Title, reviewed.Doubts);
}

/// <summary>What was read, and the lines that it was read from, packed. The journal holds neither: what is not kept
/// yet is closed.</summary>
[Table("committee_reading_texts")]
internal sealed class ReadingTextRow
{
    [Key]
    [RefersTo<ReadingRow>]
    public ReadingId ReadingId { get; init; }

    [Secret]
    public byte[] Answer { get; set; } = [];

    [Secret]
    public byte[] Source { get; set; } = [];
}

/// <summary>A person's word on one field, or on one doubt: another value, or that it was read rightly.</summary>
[Table("committee_reading_corrections")]
[PrimaryKey(nameof(ReadingId), nameof(Path))]
internal sealed class ReadingCorrectionRow
{
    [RefersTo<ReadingRow>]
    public ReadingId ReadingId { get; init; }

    /// <summary>The field in the answer (<c>items/2/title</c>), or the note that is settled (<c>notes/3</c>).</summary>
    public string Path { get; init; } = "";

    /// <summary>The field that a settled doubt is about, where it is about one.</summary>
    public string? Field { get; set; }

    public string? Was { get; init; }

    public string? Value { get; set; }

    public bool IsConfirmed { get; init; }

    [Stamp]
    public DateTimeOffset MadeAt { get; set; }

    [Stamp]
    public string MadeBy { get; set; } = "";
}
