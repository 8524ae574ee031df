using Virker.Kernel;
using Virker.Office;

namespace Virker.Casework;

/// <summary>
/// Those of the jobcenter, who can have a case; a team of another department takes part in plans only.
/// </summary>
internal static class JobcenterStaff
{
    public static IEnumerable<StaffMember> OfJobcenter(this Staff staff) =>
        staff.Members.Where(m => IsJobcenters(staff, m));

    /// <summary>Null where nobody of the jobcenter is meant.</summary>
    public static StaffMember? OfJobcenter(this Staff staff, UserId member) =>
        staff.Member(member) is { } one && IsJobcenters(staff, one) ? one : null;

    /// <summary>The teams of other departments.</summary>
    public static IEnumerable<StaffTeam> OfOthers(this Staff staff) =>
        staff.Teams.Where(t => t.Department is { } other && other != Department.Employment);

    private static bool IsJobcenters(Staff staff, StaffMember member) =>
        (staff.Team(member.Team)?.Department ?? Department.Employment) == Department.Employment;
}
