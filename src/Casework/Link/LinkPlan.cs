using Virker.Office;

namespace Virker.Casework;

/// <summary>
/// The citizen's whole plan as the personal link shows it, across departments. Nobody has signed in, so nothing is here
/// that the page does not say: no thread, no notice, no employee, no company. <paramref name="Departments"/>: those
/// that have a part in it, beside the jobcenter.
/// </summary>
public sealed record LinkPlan(string? Goal, IReadOnlyList<LinkStep> Steps, IReadOnlyList<Department> Departments)
{
    /// <summary>
    /// What a department keeps to itself and the citizen, and treatment whoever has it, says that it is there, and is
    /// read by signing in.
    /// </summary>
    internal static LinkPlan Of(OwnPlan plan) =>
        new(
            plan.Goal,
            [
                .. plan.Steps.Select(s =>
                    s.IsKept || s.Kind == PlanStepKind.Treatment
                        ? new LinkStep(null, s.Status, s.Owner, s.Area)
                        : new LinkStep(s.Title, s.Status, s.Owner, s.Area)
                        {
                            To = s.To,
                            HoursPerWeek = s.HoursPerWeek,
                            Agreed = s.Agreed,
                        }
                ),
            ],
            [
                .. plan
                    .Partners.Select(p => p.Department)
                    .Concat(plan.Steps.Select(s => s.Area))
                    .Where(a => a != Department.Employment)
                    .Distinct()
                    .OrderBy(a => a.Code, StringComparer.Ordinal),
            ]
        );
}

/// <summary><paramref name="Title"/>: null is read by signing in.</summary>
public sealed record LinkStep(string? Title, PlanStepStatus Status, PlanOwner Owner, Department Area)
{
    public DateOnly? To { get; init; }

    public decimal? HoursPerWeek { get; init; }

    public bool Agreed { get; init; }
}
