using Microsoft.EntityFrameworkCore;
using Virker.Insight;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>
/// Work beside a benefit and instead of one: employment, paid hours by month, partial returns from sickness.
/// </summary>
internal sealed class WorkFacts(VirkerContext db) : IFactSource
{
    public IReadOnlyList<string> Tables =>
        [StandardFacts.Employment, StandardFacts.PaidHours, StandardFacts.PartialReturn];

    public IReadOnlyList<string> Reads => ["employment_spells", "paid_hours", "partial_returns", "register_dates"];

    public bool ReadsByPerson => true;

    public Task<string> VersionAsync(CancellationToken ct) => TableStamp.OfAsync(db, Reads, ct);

    public async Task LoadAsync(FactLoad load, CancellationToken ct)
    {
        var only = RowReader.Where(db, "citizen_id", load.Only);
        var wages = await db.Set<RegisterDateRow>()
            .Where(r => r.Source == RegisterDateRow.Income)
            .Select(r => (DateOnly?)r.LastDay)
            .FirstOrDefaultAsync(ct);
        var employment = new FactTableBuilder(StandardFacts.EmploymentTable, load.Persons.Count) { CompleteTo = wages };
        await RowReader.ReadAsync(
            db,
            $"select citizen_id, from_day, to_day, hours_per_week from employment_spells{only}",
            row => employment.Spell(Person(load, row), row.Day(1), row.DayOrNull(2)).Set(0, row.Int(3)),
            ct
        );
        load.Add(employment.Build());

        var paid = new FactTableBuilder(StandardFacts.PaidHoursTable) { CompleteTo = wages };
        await RowReader.ReadAsync(db, $"select citizen_id, month, hours from paid_hours{only}", row =>
            paid.Spell(Person(load, row), row.Day(1), row.Day(1).AddMonths(1).AddDays(-1)).Set(0, row.Int(2)), ct);
        load.Add(paid.Build());

        var partial = new FactTableBuilder(StandardFacts.PartialReturnTable);
        await RowReader.ReadAsync(
            db,
            $"select citizen_id, from_day, to_day from partial_returns{only}",
            row => partial.Spell(Person(load, row), row.Day(1), row.DayOrNull(2)),
            ct
        );
        load.Add(partial.Build());
    }

    private static int Person(FactLoad load, RowReader row) => load.Persons.Of(new CitizenId(row.Id(0)));
}
