using Microsoft.EntityFrameworkCore;
using Virker.Insight;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>Who is employed without a benefit.</summary>
public static class EmploymentFacts
{
    public static readonly FactColumn WeeklyHours = new(
        "weekly-hours",
        "Timer om ugen",
        "Aftalte eller indberettede timer om ugen",
        unit: "timer"
    );

    public static readonly TableDeclaration Table = new("employment", FactShape.Spells, FactSubject.Person)
    {
        Name = "Beskæftigelse",
        Meaning = "Dage, hvor personen er i lønmodtagerbeskæftigelse uden ydelse.",
        Source = "eIndkomst",
        Columns = [WeeklyHours],
        Words = new("er i lønmodtagerbeskæftigelse", "ansættelser"),
    };
}

/// <summary>Paid hours, one row for each month with any.</summary>
internal static class PaidHoursFacts
{
    public static readonly FactColumn Hours = new("hours", "Timer", "Indberettede løntimer i måneden", unit: "timer")
    {
        OneUnit = "time",
        Sum = "lønnede timer i perioden",
    };

    public static readonly TableDeclaration Table = new("paid-hours", FactShape.Spells, FactSubject.Person)
    {
        Name = "Lønnede timer",
        Meaning = "Én række for hver måned, hvor en arbejdsgiver har indberettet ordinære løntimer.",
        Source = "eIndkomst",
        Columns = [Hours],
        Words = new(
            "har lønnede timer{>=hours|| (mindst * i måneden)}",
            "måneder med lønnede timer{>=hours|| (mindst *)}"
        ),
    };

    /// <summary>The months with at least one hour.</summary>
    public static readonly FactSet Some = new FactSet(Table) with { Minimums = [new(Hours, 1)] };
}

/// <summary>Who works in part while sick.</summary>
internal static class PartialReturnFacts
{
    public static readonly TableDeclaration Table = new("partial-return", FactShape.Spells, FactSubject.Person)
    {
        Name = "Delvis raskmelding",
        Meaning = "Dage, hvor en sygemeldt arbejder delvist.",
        Source = "Kommunens sygedagpengesager",
        Words = new("er delvist raskmeldt", "delvise raskmeldinger"),
    };
}

/// <summary>
/// Work beside a benefit and instead of one: employment, paid hours by month, partial returns from sickness.
/// </summary>
internal sealed class WorkFactSource(VirkerContext db) : IFactSource
{
    public IReadOnlyList<TableDeclaration> Tables =>
        [EmploymentFacts.Table, PaidHoursFacts.Table, PartialReturnFacts.Table];

    public IReadOnlyList<Type> Reads =>
        [
            typeof(EmploymentSpellRow),
            typeof(PaidHoursRow),
            typeof(PartialReturnRow),
            typeof(RegisterDateRow),
        ];

    public bool ReadsByPerson => true;

    public Task<string> VersionAsync(CancellationToken ct) => TableStamp.OfAsync(db, Reads, ct);

    public async Task LoadAsync(FactLoad load, CancellationToken ct)
    {
        var only = RowReader.Where(db, "citizen_id", load.Only);
        var wages = await db.Set<RegisterDateRow>()
            .Where(r => r.Source == RegisterDateRow.Income)
            .Select(r => (DateOnly?)r.LastDay)
            .FirstOrDefaultAsync(ct);
        load.Add(await EmploymentAsync(load, only, wages, ct));
        load.Add(await PaidHoursAsync(load, only, wages, ct));
        load.Add(await PartialReturnsAsync(load, only, ct));
    }

    private async Task<FactTable> EmploymentAsync(FactLoad load, string only, DateOnly? wages, CancellationToken ct)
    {
        var employment = new FactTableBuilder(EmploymentFacts.Table, load.Persons.Count) { CompleteTo = wages };
        await RowReader.ReadAsync(
            db,
            $"select citizen_id, from_day, to_day, hours_per_week from employment_spells{only}",
            row =>
                employment
                    .Spell(Person(load, row), row.Day(1), row.DayOrNull(2))
                    .Set(EmploymentFacts.WeeklyHours, row.Int(3)),
            ct
        );
        return employment.Build();
    }

    private async Task<FactTable> PaidHoursAsync(FactLoad load, string only, DateOnly? wages, CancellationToken ct)
    {
        var paid = new FactTableBuilder(PaidHoursFacts.Table) { CompleteTo = wages };
        await RowReader.ReadAsync(
            db,
            $"select citizen_id, month, hours from paid_hours{only}",
            row =>
                paid.Spell(Person(load, row), row.Day(1), row.Day(1).AddMonths(1).AddDays(-1))
                    .Set(PaidHoursFacts.Hours, row.Int(2)),
            ct
        );
        return paid.Build();
    }

    private async Task<FactTable> PartialReturnsAsync(FactLoad load, string only, CancellationToken ct)
    {
        var partial = new FactTableBuilder(PartialReturnFacts.Table);
        await RowReader.ReadAsync(
            db,
            $"select citizen_id, from_day, to_day from partial_returns{only}",
            row => partial.Spell(Person(load, row), row.Day(1), row.DayOrNull(2)),
            ct
        );
        return partial.Build();
    }

    private static int Person(FactLoad load, RowReader row) => load.Persons.Of(new CitizenId(row.Id(0)));
}
