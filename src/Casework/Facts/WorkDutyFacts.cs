using Virker.Insight;
using Virker.Kernel;
using Virker.Platform;
using Virker.Rules;

namespace Virker.Casework;

/// <summary>The months with work duty, the hours done in them and those that the law asks for.</summary>
internal static class WorkDutyFacts
{
    public const string Sources = FactSources.Cases + ", eIndkomst og loven, som den gælder i kommunen";

    public static readonly FactColumn Hours = new("hours", "Timer", "Udførte timer i måneden", unit: "timer")
    {
        OneUnit = "time",
        Sum = "udførte timer i arbejdspligt i perioden",
    };

    public static readonly FactColumn Required = new(
        "required",
        "Krævede timer",
        "Timer i måneden efter lovens udgangspunkt, før den konkrete vurdering",
        unit: "timer"
    )
    {
        Sum = "timer, som loven som udgangspunkt kræver i perioden",
    };

    public static readonly TableDeclaration Table = new("work-duty", FactShape.Spells, FactSubject.Person)
    {
        Name = "Arbejdspligt",
        Meaning =
            "Én række for hver måned med arbejdspligt, med de timer, der er udført i indsatser på en arbejdsplads og lønnet arbejde, og dem, loven som udgangspunkt kræver.",
        Source = Sources,
        Columns = [Hours, Required],
        Words = new("er omfattet af arbejdspligt", "måneder med arbejdspligt"),
        WhenMissing = "Registeret har ingen måneder med arbejdspligt, som loven er kendt for.",
    };
}

/// <summary>
/// Each month with work duty (arbejdspligt): who the law on the day covers, the hours it asks for as a rule, and the
/// hours done at workplaces and in paid work. The register knows the benefit and not the rate, so only the benefit that
/// is covered whatever the rate is in here.
/// </summary>
internal sealed class WorkDutyFactSource(VirkerContext db, ILawInForce law) : IFactSource
{
    private const string Covered = "shho", Rate = "SHO";

    public IReadOnlyList<TableDeclaration> Tables => [WorkDutyFacts.Table];

    public IReadOnlyList<Type> Reads =>
        [
            typeof(BenefitSpellRow),
            typeof(InterventionRow),
            typeof(PaidHoursRow),
            .. law.StandsOn,
        ];

    public bool ReadsByPerson => true;

    public Task<string> VersionAsync(CancellationToken ct) => TableStamp.OfAsync(db, Reads, ct);

    public async Task LoadAsync(FactLoad load, CancellationToken ct)
    {
        var table = new FactTableBuilder(WorkDutyFacts.Table);
        var months = Months(await law.ReadAsync(ct), load.DataDate);
        if (months.Count > 0) await ReadAsync(load, months, table, ct);
        load.Add(table.Build());
    }

    /// <summary>The months in which the duty holds, with the hours a week that it is as a rule.</summary>
    internal static IReadOnlyList<(DateOnly First, decimal Hours)> Months(Lawbook book, DateOnly until)
    {
        var months = new List<(DateOnly, decimal)>();
        for (var first = new DateOnly(2024, 1, 1); first <= until; first = first.AddMonths(1))
        {
            var found = book.Answer(new WorkDuty(), new(Rate), first);
            if (!found.IsRefused && found.Value.Answer.Covered) months.Add((first, found.Value.Answer.Hours));
        }

        return months;
    }

    /// <summary>Hours of so many a week over the days that two stretches have in common, rounded.</summary>
    internal static int HoursIn(decimal perWeek, DateOnly from, DateOnly? to, DateOnly first, DateOnly last)
    {
        var days =
            Math.Min((to ?? DateOnly.MaxValue).DayNumber, last.DayNumber)
            - Math.Max(from.DayNumber, first.DayNumber)
            + 1;
        return days <= 0 ? 0 : (int)Math.Round(perWeek * days / 7, MidpointRounding.AwayFromZero);
    }

    private async Task ReadAsync(
        FactLoad load,
        IReadOnlyList<(DateOnly First, decimal Hours)> months,
        FactTableBuilder table,
        CancellationToken ct
    )
    {
        var (since, only) = (months[0].First, RowReader.Where(db, "citizen_id", load.Only, "and"));
        var worked = new Dictionary<(Guid, DateOnly), int>();
        await RowReader.ReadAsync(
            db,
            $"select citizen_id, month, hours from paid_hours where month >= '{since:yyyy-MM-dd}'{only}",
            row => Add(row.Id(0), row.Day(1), row.Int(2)),
            ct
        );
        await RowReader.ReadAsync(
            db,
            $"select citizen_id, from_day, to_day, hours_per_week from interventions where workplace is not null and hours_per_week is not null and (to_day is null or to_day >= '{since:yyyy-MM-dd}'){only}",
            row =>
            {
                foreach (var (first, _) in months)
                    Add(row.Id(0), first, HoursIn(row.Int(3), row.Day(1), row.DayOrNull(2), first, Last(first)));
            },
            ct
        );
        await RowReader.ReadAsync(
            db,
            $"select citizen_id, from_day, to_day from benefit_spells where benefit = {CodeFacts.Benefits[Covered]} and (to_day is null or to_day >= '{since:yyyy-MM-dd}'){only}",
            row =>
            {
                foreach (var (first, hours) in months)
                {
                    var (from, to) = (
                        row.Day(1) > first ? row.Day(1) : first,
                        row.DayOrNull(2) is { } end && end < Last(first) ? end : Last(first)
                    );
                    if (from > to)
                        continue;

                    // A month's hours count once, also where the benefit stopped and began again in it.
                    worked.Remove((row.Id(0), first), out var done);
                    table
                        .Spell(load.Persons.Of(new CitizenId(row.Id(0))), from, to)
                        .Set(WorkDutyFacts.Hours, done)
                        .Set(WorkDutyFacts.Required, HoursIn(hours, from, to, first, Last(first)));
                }
            },
            ct
        );

        void Add(Guid citizen, DateOnly month, int hours) =>
            worked[(citizen, month)] = worked.GetValueOrDefault((citizen, month)) + hours;
    }

    private static DateOnly Last(DateOnly first) => first.AddMonths(1).AddDays(-1);
}
