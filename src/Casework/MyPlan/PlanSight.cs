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
    private IReadOnlyList<Department>? _departments;

    public static Refusal OtherDepartment(Department area) =>
        new(
            "plan-step.other-department",
            $"Trinnet hører til {area.Lower}. Kun de og borgeren kan ændre det. Skriv til dem, hvis det skal laves om."
        );

    public async Task<IReadOnlyList<Department>> DepartmentsAsync(CancellationToken ct) =>
        _departments ??= await ReadAsync(ct);

    private async Task<IReadOnlyList<Department>> ReadAsync(CancellationToken ct)
    {
        var who = actor.Whole;
        if (who.Is(Role.System)) return Department.All;
        var units = who.Units.Select(TeamId.From).ToList();
        var staff = await directory.ReadAsync(ct);
        var known = units.Select(u => staff.Team(u)?.Department).OfType<Department>().ToList();
        var departments = known.ToHashSet();
        var isCaseRole = who.Roles.Any(r =>
            CaseworkGrants.CaseRoles.Contains(r.Role) || r.Role == Role.CompanyConsultant
        );
        if (isCaseRole && (units.Count == 0 || units.Count > known.Count))
            departments.Add(Department.Employment);
        return [.. departments];
    }
}
