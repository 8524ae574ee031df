namespace Virker.Office;

/// <summary>
/// The rows that the office's answers stand on, for those above who keep something that is made of them.
/// </summary>
public static class StaffTables
{
    public static IReadOnlyList<Type> Teams => [typeof(TeamRow)];

    /// <summary>Who works here, with whom, and which rooms and interpreters there are.</summary>
    public static IReadOnlyList<Type> All =>
        [typeof(TeamRow), typeof(WorkerRow), typeof(TeamDepartmentRow), typeof(WorkerTermsRow), typeof(ResourceRow)];

    public static IReadOnlyList<Type> Absences => [typeof(WorkerAbsenceRow)];
}
