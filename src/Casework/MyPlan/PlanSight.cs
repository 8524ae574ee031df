using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>
/// Which departments the one who asks speaks for. A step is changed by its own department only, and seen by the others
/// where it is shared; what a department keeps to itself, the citizen and the department see.
/// </summary>
[Part]
internal sealed class PlanSight(IStaffDirectory directory, CurrentActor actor)
{
    private IReadOnlyList<string>? _departments;

    public static Refusal OtherDepartment(string area) =>
        new(
            "plan-step.other-department",
            $"Trinnet hører til {PlanArea.Text(area).ToLowerInvariant()}. Kun de og borgeren kan ændre det. Skriv til dem, hvis det skal laves om."
        );

    public async Task<IReadOnlyList<string>> DepartmentsAsync(CancellationToken ct) =>
        _departments ??= await ReadAsync(ct);

    private async Task<IReadOnlyList<string>> ReadAsync(CancellationToken ct)
    {
        var who = actor.Whole;
        if (who.Is(Role.System)) return [.. PlanArea.All.Select(a => a.Code)];
        var units = who.Units.Select(TeamId.From).ToList();
        var staff = await directory.ReadAsync(ct);
        var known = units.Select(u => staff.Team(u)?.Department).OfType<string>().ToList();
        var departments = known.ToHashSet();
        var isCaseRole = who.Roles.Any(r =>
            CaseworkGrants.CaseRoles.Contains(r.Role) || r.Role == Role.CompanyConsultant
        );
        if (isCaseRole && (units.Count == 0 || units.Count > known.Count))
            departments.Add(PlanArea.Employment);
        return [.. departments];
    }
}
