using Virker.Casework;
using Virker.Kernel;
using Virker.Office;

namespace Virker.Web.Pages.Casework.Plan;

/// <summary>
/// The plan as it stands on paper: what the citizen does, what the municipality does, the week, and what is done.
/// </summary>
public sealed record PlanSheet(string Name, DateOnly Day, string? Goal, IReadOnlyList<PlanSheetStep> Steps)
{
    public IReadOnlyList<PlanSheetStep> Mine => [.. Open.Where(s => s.IsMine)];

    public IReadOnlyList<PlanSheetStep> Ours => [.. Open.Where(s => !s.IsMine)];

    public IReadOnlyList<PlanSheetStep> Done => [.. Steps.Where(s => s.Status == PlanStepStatus.Finished)];

    public IReadOnlyList<(PlanStepKind Kind, decimal Hours)> Hours =>
        [
            .. Steps
                .Where(s => (s.Status == PlanStepStatus.Planned || s.Status == PlanStepStatus.UnderWay) && s.Hours > 0)
                .GroupBy(s => s.Kind)
                .Select(g => (g.Key, g.Sum(s => s.Hours ?? 0))),
        ];

    private IEnumerable<PlanSheetStep> Open => Steps.Where(s => s.Status.IsOpen);

    public static PlanSheet Of(PlanBoard board, DateOnly today) =>
        new(
            board.Name,
            today,
            board.Goals.FirstOrDefault(g => g.To is null)?.Text,
            [
                .. board.Steps.Select(s => new PlanSheetStep(
                    s.Title,
                    s.Kind,
                    s.Status,
                    s.Owner == PlanOwner.Citizen,
                    s.Area,
                    s.From,
                    s.To,
                    s.HoursPerWeek,
                    Where(s.Company, s.Education),
                    s.AgreedAt,
                    []
                )),
            ]
        );

    public static PlanSheet Of(OwnPlan plan, string name, DateOnly today, bool withMessages) =>
        new(
            name,
            today,
            plan.Goal,
            [
                .. plan.Steps.Select(s => new PlanSheetStep(
                    s.Title,
                    s.Kind,
                    s.Status,
                    s.Owner == PlanOwner.Citizen,
                    s.Area,
                    s.From,
                    s.To,
                    s.HoursPerWeek,
                    Where(s.Company, s.Education),
                    s.AgreedAt,
                    withMessages ? s.Entries : []
                )),
            ]
        );

    private static string? Where(string? company, string? education) =>
        (company, education) is (null, null) ? null : string.Join(" · ", new[] { company, education }.OfType<string>());
}

public sealed record PlanSheetStep(
    string Title,
    PlanStepKind Kind,
    PlanStepStatus Status,
    bool IsMine,
    Department Area,
    DateOnly? From,
    DateOnly? To,
    decimal? Hours,
    string? Where,
    DateTimeOffset? AgreedAt,
    IReadOnlyList<PlanEntry> Messages
);
