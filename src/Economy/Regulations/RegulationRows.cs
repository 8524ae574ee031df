using System.ComponentModel.DataAnnotations.Schema;
using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;
using Virker.Rules;

namespace Virker.Economy;

/// <summary>A regulation of the law's rates that was read in (satsregulering).</summary>
public readonly record struct RegulationId(Guid Value) : IRandomId<RegulationId>
{
    public static RegulationId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("N");
}

/// <summary>Where a regulation stands.</summary>
public sealed record RegulationState : CodeWord<RegulationState>
{
    public static readonly RegulationState Proposed = new("foreslaaet", "Venter på godkendelse");
    public static readonly RegulationState Approved = new("godkendt", "Gælder");
    public static readonly RegulationState Rejected = new("afvist", "Afvist");
    public static readonly RegulationState RolledBack = new("rullet-tilbage", "Rullet tilbage");

    private RegulationState(string code, string text) : base(code, text)
    {
    }
}

[Table("law_regulations")]
internal sealed class RegulationRow : IVersioned
{
    public RegulationId Id { get; init; }

    public string Title { get; init; } = "";

    public RegulationState State { get; set; } = RegulationState.Proposed;

    public UserId ImportedBy { get; init; }

    public string ImportedByName { get; init; } = "";

    public DateTimeOffset ImportedAt { get; init; }

    public UserId? ApprovedBy { get; set; }

    public string? ApprovedByName { get; set; }

    public DateTimeOffset? ApprovedAt { get; set; }

    /// <summary>Who rejected it or rolled it back.</summary>
    public UserId? EndedBy { get; set; }

    public string? EndedByName { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    public string? Reason { get; set; }

    public int Version { get; private set; }
}

[Table("law_regulation_values")]
[PrimaryKey(nameof(RegulationId), nameof(Line))]
internal sealed class RegulationValueRow
{
    [RefersTo<RegulationRow>]
    public RegulationId RegulationId { get; init; }

    public int Line { get; init; }

    public string Parameter { get; init; } = "";

    public DateOnly FromDay { get; init; }

    public DateOnly? ToDay { get; init; }

    public decimal Value { get; init; }

    public string Source { get; init; } = "";

    public string Status { get; init; } = "";

    public DateOnly CheckedOn { get; init; }

    public static RegulationValueRow Of(RegulationId regulation, RegulatedValue value) =>
        new()
        {
            RegulationId = regulation,
            Line = value.Line,
            Parameter = value.Parameter,
            FromDay = value.Value.From,
            ToDay = value.Value.To,
            Value = value.Value.Value ?? 0,
            Source = value.Value.Source,
            Status = value.Value.Status.Id(),
            CheckedOn = value.Value.Checked,
        };

    public RegulatedValue ToValue() =>
        new(
            Line,
            Parameter,
            new(FromDay, ToDay, Value, Source, LawStatusWords.Parse(Status) ?? LawStatus.Unverified, CheckedOn)
        );
}
