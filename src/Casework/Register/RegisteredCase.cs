using Virker.Kernel;
using Virker.Office;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>A case, with the team and worker who have it now and those who have had it.</summary>
public sealed record RegisteredCase(CaseId Id, CitizenId Citizen, TeamId Team, UserId? Worker, DateOnly Opened)
    : Registered
{
    public DateOnly? Closed { get; init; }

    /// <summary>Who had it when, the first first; empty where nobody has told.</summary>
    public IReadOnlyList<Turn> Turns { get; init; } = [];

    protected override string Called => "sag";

    /// <summary>A citizen has one running case.</summary>
    protected override object? Unique => Closed is null ? Citizen : null;

    protected override string? Fault =>
        RegisterFaults.Backwards(Opened, Closed)
        ?? Turns.Select(t => RegisterFaults.Backwards(t.From, t.To)).FirstOrDefault(f => f is not null);

    protected override void WriteTo(IRegisterRows rows)
    {
        rows.Add(
            new CaseRow
            {
                Id = Id,
                CitizenId = Citizen,
                TeamId = Team,
                WorkerId = Worker,
                Opened = Opened,
                Closed = Closed,
            }
        );
        foreach (var turn in Turns)
            rows.Add(
                new CaseAssignmentRow
                {
                    CaseId = Id,
                    WorkerId = turn.Worker,
                    TeamId = turn.Team,
                    FromDay = turn.From,
                    ToDay = turn.To,
                }
            );
    }

    /// <summary>A worker's time with the case.</summary>
    public readonly record struct Turn(UserId Worker, TeamId Team, DateOnly From, DateOnly? To);
}
