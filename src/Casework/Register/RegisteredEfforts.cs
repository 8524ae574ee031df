using Virker.Kernel;
using Virker.Platform;
using Virker.Rules;

namespace Virker.Casework;

/// <summary>An offer that a citizen was or is in.</summary>
public sealed record RegisteredIntervention(InterventionId Id, CitizenId Citizen, string Kind, DateOnly From)
    : Registered
{
    public DateOnly? To { get; init; }

    /// <summary>Whose workplace it is at; null where there is none.</summary>
    public Sector? Workplace { get; init; }

    /// <summary>The workplace or, where there is none, the provider.</summary>
    public CompanyId? Company { get; init; }

    public int? HoursPerWeek { get; init; }

    protected override string Called => "indsats";

    protected override string? Fault =>
        RegisterFaults.Backwards(From, To)
        ?? RegisterFaults.Uncoded("Indsatserne", Kind, CodeList.Interventions.Has(Kind));

    protected override void WriteTo(IRegisterRows rows) =>
        rows.Add(
            new InterventionRow
            {
                Id = Id,
                CitizenId = Citizen,
                Kind = Kind,
                Workplace = Workplace,
                CompanyId = Company,
                FromDay = From,
                ToDay = To,
                HoursPerWeek = HoursPerWeek,
            }
        );
}

public sealed record RegisteredSanction(
    Guid Id,
    CitizenId Citizen,
    DateOnly DecidedOn,
    SanctionKind Kind,
    string Reason
) : Registered
{
    protected override string Called => "sanktion";

    protected override void WriteTo(IRegisterRows rows) =>
        rows.Add(
            new SanctionRow
            {
                Id = Id,
                CitizenId = Citizen,
                DecidedOn = DecidedOn,
                Kind = Kind,
                Reason = Reason,
            }
        );
}

/// <summary>A reassessment of sick pay that was made, by the last day for it.</summary>
public sealed record RegisteredReassessment(Guid Id, CitizenId Citizen, DateOnly? DueOn, DateOnly DecidedOn)
    : Registered
{
    public required ReassessmentOutcome Outcome { get; init; }

    public required string Reason { get; init; }

    public DateOnly? NextOn { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    public required string MadeBy { get; init; }

    protected override string Called => "revurdering";

    protected override void WriteTo(IRegisterRows rows) =>
        rows.Add(
            new SickReassessmentRow
            {
                Id = Id,
                CitizenId = Citizen,
                DueOn = DueOn,
                DecidedOn = DecidedOn,
                Outcome = Outcome,
                Reason = Reason,
                NextOn = NextOn,
                MadeAt = MadeAt,
                MadeBy = MadeBy,
            }
        );
}

public sealed record RegisteredNote(NoteId Id, CitizenId Citizen, string Title, string Text) : Registered
{
    public UserId? AuthorId { get; init; }

    public required string Author { get; init; }

    public required DateTimeOffset WrittenAt { get; init; }

    protected override string Called => "notat";

    protected override void WriteTo(IRegisterRows rows) =>
        rows.Add(
            new NoteRow
            {
                Id = Id,
                CitizenId = Citizen,
                AuthorId = AuthorId,
                Author = Author,
                WrittenAt = WrittenAt,
                Title = Title,
                Text = Text,
            }
        );
}
