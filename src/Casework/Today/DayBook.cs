using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;
using Virker.Rules;

namespace Virker.Casework;

/// <summary>
/// Every running case of the municipality with its reasons for today, in memory. Each time somebody asks, the journal
/// says what has been committed since, and only those citizens' cases are read again; a new day and a bulk load make it
/// all anew, and a rule that has changed is laid over what is here already. What is one person's own (reminders,
/// colours) is not in it.
/// </summary>
[Part]
internal sealed class DayBook(VirkerContext db, TodayReader reader, ILawInForce law, DayShelf shelf, TimeProvider clock)
{
    /// <summary>So many citizens are read again at a time, and so many times; for more, everything is.</summary>
    private const int AtATime = 300;
    private const int MostTimes = 20;

    /// <summary>The tables with one citizen in each row that a case's reasons stand on.</summary>
    private static readonly HashSet<string> ByCitizen =
    [
        "citizens",
        "cases",
        "case_assignments",
        "benefit_spells",
        "target_group_spells",
        "meetings",
        "call_ups",
        "my_plan_steps",
        "case_holds",
        "messages",
        "sick_cases",
        "sick_reassessments",
    ];

    /// <summary>Those that touch many cases at once.</summary>
    private static readonly HashSet<string> ByMany = ["teams", "workers", "team_departments", "worker_terms"];

    /// <summary>The page of the book that is true now.</summary>
    internal async Task<DayPage> ReadAsync(CancellationToken ct)
    {
        var (head, today) = (await JournalChanges.HeadAsync(db, ct), clock.Today());
        if (shelf.Page is { } open && open.Head == head && open.Day == today) return open;
        await shelf.Turn.WaitAsync(ct);
        try
        {
            // The law is approved in the journal too, so it cannot have changed where the head has not.
            head = await JournalChanges.HeadAsync(db, ct);
            if (shelf.Page is { } same && same.Head == head && same.Day == today) return same;
            var inForce = await law.ReadAsync(ct);
            if (shelf.Page is not { } before || before.Day != today || before.Head > head)
                return shelf.Page = await WholeAsync(head, today, new(inForce), ct);
            return shelf.Page = await RenewedAsync(
                before.Law == inForce ? before : before.Under(new(inForce)),
                head,
                ct
            );
        }
        finally
        {
            shelf.Turn.Release();
        }
    }

    private async Task<DayPage> WholeAsync(long head, DateOnly today, CourseSchedules inForce, CancellationToken ct)
    {
        return new(
            head,
            today,
            inForce,
            await reader.StaffAsync(ct),
            DayCases.None.With([], DayPage.Laid(await reader.ReadAsync(Running, ct), inForce, today))
        );
    }

    private async Task<DayPage> RenewedAsync(DayPage before, long head, CancellationToken ct)
    {
        var changes = await JournalChanges.BetweenAsync(db, before.Head, head, ct);
        if (
            changes.Any(c =>
                c.IsBulk || ByMany.Contains(c.Entity) || (ByCitizen.Contains(c.Entity) && c.Citizen is null)
            )
        )
            return await WholeAsync(head, before.Day, before.Schedules, ct);
        var touched = changes.Where(c => ByCitizen.Contains(c.Entity)).Select(c => c.Citizen!.Value).ToHashSet();
        if (changes.Any(c => c.Entity == "worker_absences")) 
        {
            touched.UnionWith(await reader.InAbsenceAsync(ct));
            touched.UnionWith(before.Cases.All.Where(c => c.State.InAbsence is not null).Select(c => c.Citizen));
        }

        if (touched.Count == 0) return before with { Head = head };
        if (touched.Count > AtATime * MostTimes) return await WholeAsync(head, before.Day, before.Schedules, ct);
        var now = new List<TodayCase>(touched.Count);
        foreach (var some in touched.Chunk(AtATime))
            now.AddRange(await reader.ReadAsync(Running.Where(c => some.Contains(c.CitizenId)), ct));
        return before with
        {
            Head = head,
            Cases = before.Cases.With(touched, DayPage.Laid(now, before.Schedules, before.Day)),
        };
    }

    private IQueryable<CaseRow> Running => db.Set<CaseRow>().Where(c => c.Closed == null);
}

/// <summary>All running cases as they stood at a place in the journal, on a day, under a law.</summary>
internal sealed record DayPage(
    long Head,
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

/// <summary>Where a municipality's open page lies, and whose turn it is to turn it.</summary>
internal sealed class DayShelf
{
    public readonly SemaphoreSlim Turn = new(1, 1);

    public volatile DayPage? Page;
}

/// <summary>The shelf of each municipality that this installation has been asked about.</summary>
[Part(IsShared = true)]
internal sealed class DayShelves
{
    private readonly ConcurrentDictionary<string, DayShelf> _byDatabase = new();

    public DayShelf Of(Municipality municipality) => _byDatabase.GetOrAdd(municipality.MemoryKey, _ => new());
}
