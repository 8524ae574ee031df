using Virker.Kernel;
using Virker.Office;
using Virker.Platform;
using Virker.Rules;

namespace Virker.Casework;

/// <summary>
/// Every running case of the municipality with its reasons for today, kept in memory and up with the journal. Only the
/// cases of the citizens that a change is about are read again; a new day and a bulk load make it all anew, and a rule
/// that has changed is laid over what is here already. What is one person's own (reminders, colours) is not in it.
/// </summary>
[Part]
internal sealed class DayBook(
    KeptHere<DayPage, DateOnly> here,
    VirkerContext db,
    TodayReader reader,
    ILawInForce law,
    TimeProvider clock
) : KeptUp<DayPage, DateOnly>(here)
{
    /// <summary>For more pieces than so many, everything is read again.</summary>
    private const int MostPieces = 20;

    /// <summary>The rows of one citizen each that a case's reasons stand on.</summary>
    private static readonly Type[] ByCitizen =
    [
        typeof(CitizenRow),
        typeof(CaseRow),
        typeof(CaseAssignmentRow),
        typeof(BenefitSpellRow),
        typeof(TargetGroupSpellRow),
        typeof(MeetingRow),
        typeof(CallUpRow),
        typeof(PlanStepRow),
        typeof(CaseHoldRow),
        typeof(SickCaseRow),
        typeof(SickReassessmentRow),
        .. PostTables.All,
    ];

    public override IReadOnlyList<Type> Reads =>
        [.. ByCitizen, .. StaffTables.All, .. StaffTables.Absences, .. law.StandsOn];

    /// <summary>The day; each new one makes the book anew.</summary>
    protected override Task<DateOnly> BesideAsync(CancellationToken ct) => Task.FromResult(clock.Today());

    protected override async Task<DayPage> WholeAsync(KeptMoment<DateOnly> now, CancellationToken ct)
    {
        var inForce = new CourseSchedules(await law.ReadAsync(ct));
        var cases = DayPage.Laid(await reader.ReadAsync(Running, ct), inForce, now.Beside);
        return new(now.Beside, inForce, await reader.StaffAsync(ct), DayCases.None.With([], cases));
    }

    protected override async Task<DayPage?> WithAsync(
        Held<DayPage, DateOnly> before,
        KeptMoment<DateOnly> now,
        RowChanges changes,
        CancellationToken ct
    )
    {
        if (before.Of.Beside != now.Beside || changes.Touch(StaffTables.All)) return null;
        if (changes.CitizensOf(ByCitizen) is not { } own) return null;
        var inForce = await law.ReadAsync(ct);
        var page = before.Value.Law == inForce ? before.Value : before.Value.Under(new(inForce));
        var touched = own.ToHashSet();
        if (changes.Touch(StaffTables.Absences))
        {
            touched.UnionWith(await reader.InAbsenceAsync(ct));
            touched.UnionWith(page.Cases.All.Where(c => c.State.InAbsence is not null).Select(c => c.Citizen));
        }

        if (touched.Count > RowChanges.Piece * MostPieces) return null;
        var read = new List<TodayCase>(touched.Count);
        foreach (var some in touched.Chunk(RowChanges.Piece))
            read.AddRange(await reader.ReadAsync(Running.Where(c => some.Contains(c.CitizenId)), ct));
        return page with { Cases = page.Cases.With(touched, DayPage.Laid(read, page.Schedules, page.Day)) };
    }

    private IQueryable<CaseRow> Running => db.Set<CaseRow>().Where(c => c.Closed == null);
}

/// <summary>All running cases as they stood on a day, under a law.</summary>
internal sealed record DayPage(
    DateOnly Day,
    CourseSchedules Schedules,
    Staff Staff,
    DayCases Cases
)
{
    public Lawbook Law => Schedules.Law;

    /// <summary>The same page under another law: no database, and every core.</summary>
    public DayPage Under(CourseSchedules law) =>
        this with
        {
            Schedules = law,
            Cases = DayCases.None.With([], Laid([.. Cases.All], law, Day)),
        };

    /// <summary>Cases under a law on a day.</summary>
    internal static IReadOnlyCollection<TodayCase> Laid(
        IReadOnlyList<TodayCase> cases,
        CourseSchedules law,
        DateOnly day
    ) => [.. cases.AsParallel().Select(c => c.Under(law, day))];
}
