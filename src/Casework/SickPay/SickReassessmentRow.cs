using System.ComponentModel.DataAnnotations.Schema;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>
/// A reassessment of the right to sick pay that was made; nothing about what the citizen suffers from.
/// </summary>
[Table("sick_reassessments")]
internal sealed class SickReassessmentRow : IVersioned
{
    public Guid Id { get; init; }

    [RefersTo<CitizenRow>]
    public CitizenId CitizenId { get; init; }

    /// <summary>
    /// The last day for it, by the law or by the extension before; null where no law of the day said one.
    /// </summary>
    public DateOnly? DueOn { get; init; }

    public DateOnly DecidedOn { get; init; }

    public required ReassessmentOutcome Outcome { get; init; }

    public string Reason { get; init; } = "";

    /// <summary>When an extended case is looked at again.</summary>
    public DateOnly? NextOn { get; init; }

    [Stamp]
    public DateTimeOffset MadeAt { get; init; }

    [Stamp]
    public string MadeBy { get; init; } = "";

    public int Version { get; private set; }
}

/// <summary>
/// What a reassessment (revurdering) came to. The grounds of an extension are not in the law's data, so the worker
/// writes which it is.
/// </summary>
public sealed record ReassessmentOutcome : CodeWord<ReassessmentOutcome>
{
    public static readonly ReassessmentOutcome Extended = new("forlaenget", "Sygedagpengene forlænges")
    {
        Help = "Skriv efter hvilken af lovens grunde til forlængelse.",
    };

    public static readonly ReassessmentOutcome Clarification =
        new("jobafklaring", "Borgeren er stadig uarbejdsdygtig og overgår til jobafklaringsforløb");

    public static readonly ReassessmentOutcome Ended = new("ophoert", "Sygedagpengene ophører");

    private ReassessmentOutcome(string code, string text) : base(code, text)
    {
    }

    /// <summary>What the one who chooses it is asked to do.</summary>
    public string? Help { get; private init; }
}
