using Virker.Insight;

namespace Virker.Tests.Targets;

/// <summary>
/// A town whose every figure can be counted on paper: 1,000 people born in 1980 and 100 who turn 18 in 2023. Who is on
/// what is a stretch of numbers, so "100 on activity-ready kontanthjælp all of 2023" is one line.
/// </summary>
internal static class SampleTown
{
    private static readonly Dimension Benefit = new(
        "benefit",
        "Ydelse",
        [
            new(1, "dagpenge", "A-dagpenge"),
            new(2, "kontanthjaelp-jobparat", "Kontanthjælp (jobparat)"),
            new(3, "kontanthjaelp-aktivitetsparat", "Kontanthjælp (aktivitetsparat)"),
            new(4, "uddannelseshjaelp", "Uddannelseshjælp"),
            new(5, "shho", "SHO"),
            new(6, "sygedagpenge", "Sygedagpenge"),
            new(7, "jobafklaring", "Jobafklaring"),
            new(8, "ressourceforloeb", "Ressourceforløb"),
            new(9, "ledighedsydelse", "Ledighedsydelse"),
            new(10, "fleksjob", "Fleksjob"),
            new(11, "revalidering", "Revalidering"),
            new(12, "foertidspension", "Førtidspension"),
        ]
    );

    private static readonly Dimension Group = new("target-group", "Målgruppe", [new(1, "lab-6-1", "Dagpengemodtagere")]);

    private static readonly Dimension Kind = new(
        "intervention",
        "Indsats",
        [
            new(4, "vejledning-opkvalificering", "Vejledning og opkvalificering"),
            new(5, "ordinaer-uddannelse", "Ordinær uddannelse"),
            new(6, "voksenlaerling", "Voksenlærling"),
        ]
    );

    private static readonly DateOnly Long = new(2012, 1, 1);
    private static readonly DateOnly Newly = new(2022, 12, 1);

    public static FactStore At(DateOnly dataDate, params string[] without) =>
        new(
            dataDate,
            "prøve",
            new[]
            {
                People(),
                Homes(),
                Benefits(),
                Partial(),
                Hours(),
                Interventions(),
                Apprentices(),
                Jobs(),
                Permits(),
                Spouses(),
                Education(),
                Qualifications(),
                Left(),
                Partners(),
                Activities(),
            }.Where(t => !without.Contains(t.Declaration.Id))
        );

    /// <summary>Wages are complete to another day than the register.</summary>
    public static FactStore WithWagesTo(DateOnly dataDate, DateOnly wagesTo) =>
        At(dataDate, StandardFacts.PaidHours).With(dataDate, "prøve", [], [Hours(wagesTo)]);

    private static FactTable People() => Built(StandardFacts.PersonTable, b =>
    {
        for (var p = 0; p < 1100; p++) b.Subject(p).Set("born", (p < 1000 ? new DateOnly(1980, 5, 1) : new DateOnly(2005, 3, 1)).DayNumber);
    });

    private static FactTable Homes() => Built(StandardFacts.ResidenceTable, b => Each(0, 1100, p => b.Spell(p, Long, null)));

    /// <summary>
    /// 40 insured, 100 activity-ready (30 of them since 2012), 50 in resource course, 20 on ledighedsydelse (5 since
    /// 2012), 60 sick, 5 of the young.
    /// </summary>
    private static FactTable Benefits() => Built(StandardFacts.BenefitTable(Benefit, Group), b =>
    {
        Each(0, 40, p => b.Spell(p, Newly, null).Set("benefit", "dagpenge"));
        Each(40, 100, p => b.Spell(p, p < 70 ? Long : Newly, null).Set("benefit", "kontanthjaelp-aktivitetsparat"));
        Each(140, 50, p => b.Spell(p, Newly, null).Set("benefit", "ressourceforloeb"));
        Each(190, 20, p => b.Spell(p, p < 195 ? Long : Newly, null).Set("benefit", "ledighedsydelse"));
        Each(210, 60, p => b.Spell(p, Newly, null).Set("benefit", "sygedagpenge"));
        Each(1000, 5, p => b.Spell(p, new DateOnly(2023, 6, 1), new DateOnly(2023, 9, 30)).Set("benefit", "uddannelseshjaelp"));
    });

    private static FactTable Partial() => Built(StandardFacts.PartialReturnTable, b => Each(210, 15, p => b.Spell(p, Newly, null)));

    /// <summary>
    /// 20 of the 100 activity-ready and 3 of the 50 in resource course, but only 10 of the 100 in July 2023.
    /// </summary>
    private static FactTable Hours(DateOnly? completeTo = null) => Built(StandardFacts.PaidHoursTable, b =>
    {
        for (var month = new DateOnly(2022, 12, 1); month.Year < 2025; month = month.AddMonths(1))
        {
            Each(40, month == new DateOnly(2023, 7, 1) ? 10 : 20, p => b.Spell(p, month, month.AddMonths(1).AddDays(-1)).Set("hours", 12));
            Each(140, 3, p => b.Spell(p, month, month.AddMonths(1).AddDays(-1)).Set("hours", 4));
        }
    }, completeTo);

    private static FactTable Interventions() =>
        Built(
            StandardFacts.InterventionTable(Kind),
            b => Each(0, 10, p => b.Spell(p, Newly, null).Set("kind", "ordinaer-uddannelse"))
        );

    private static FactTable Apprentices() => Built(StandardFacts.AdultApprenticeTable, b =>
    {
        Each(300, 130, p => b.Spell(p, new DateOnly(2023, 8, 1), null).Set("background", p < 360 ? "ledig" : "beskaeftiget"));
        Each(500, 110, p => b.Spell(p, new DateOnly(2024, 8, 1), null).Set("background", p < 550 ? "ledig" : "beskaeftiget"));
    });

    /// <summary>6 of 10 refugees and 11 of 20 from Ukraine.</summary>
    private static FactTable Jobs() => Built(StandardFacts.EmploymentTable, b =>
    {
        Each(700, 6, p => b.Spell(p, new DateOnly(2022, 1, 1), null));
        Each(720, 11, p => b.Spell(p, new DateOnly(2023, 1, 1), null));
    });

    private static FactTable Permits() => Built(StandardFacts.PermitTable, b =>
    {
        Each(700, 10, p => b.Spell(p, new DateOnly(2021, 6, 1), null).Set("basis", "flygtning"));
        Each(720, 20, p => b.Spell(p, new DateOnly(2022, 6, 1), null).Set("basis", "saerlov-ukraine"));
    });

    private static FactTable Spouses() => Built(StandardFacts.SpouseSupportTable, b => b.Spell(709, new DateOnly(2021, 6, 1), null));

    /// <summary>
    /// One refugee (708) studies on the day that counts. 40 of 50 school leavers begin in August 2023; 10 of 15
    /// vocational courses that end in a year are completed.
    /// </summary>
    private static FactTable Education() =>
        Built(
            StandardFacts.EducationTable,
            b =>
            {
                b.Spell(708, new DateOnly(2024, 1, 1), null).Set("level", "anden").Set("outcome", "i-gang");
                Each(
                    1000,
                    40,
                    p =>
                        b.Spell(p, new DateOnly(2023, 8, 10), null)
                            .Set("level", p % 2 == 0 ? "gymnasial" : "eud")
                            .Set("outcome", "i-gang")
                );
                foreach (var year in new[] { 2022, 2023, 2024 })
                    Each(
                        800 + ((year - 2022) * 15),
                        15,
                        p =>
                            b.Spell(p, new DateOnly(year - 2, 1, 1), new DateOnly(year, 5, 31))
                                .Set("level", "eud")
                                .Set("outcome", (p - 800) % 15 < 10 ? "gennemfoert" : "afbrudt")
                    );
            }
        );

    /// <summary>40 of the 50 who left school in 2014 have a youth education.</summary>
    private static FactTable Qualifications() =>
        Built(
            StandardFacts.QualificationTable,
            b => Each(900, 40, p => b.Spell(p, new DateOnly(2018, 6, 30), null).Set("level", "eud"))
        );

    private static FactTable Left() => Built(StandardFacts.SchoolLeavingTable, b =>
    {
        Each(1000, 50, p => b.Event(p, new DateOnly(2023, 6, 23)));
        Each(900, 50, p => b.Event(p, new DateOnly(2014, 6, 23)));
    });

    private static FactTable Partners() =>
        Built(StandardFacts.PartnershipTable, b => Each(0, 310, c => b.Spell(c, new DateOnly(2022, 1, 1), null)));

    /// <summary>305 of the 310 partners, twice a year, and 50 companies that are no partners.</summary>
    private static FactTable Activities() => Built(StandardFacts.CompanyActivityTable, b =>
    {
        foreach (var day in new[] { new DateOnly(2023, 3, 1), new(2023, 9, 1), new(2024, 3, 1), new(2024, 9, 1) })
        {
            Each(0, 305, c => b.Event(c, day).Set("kind", "kontakt").Set("employees", 8));
            Each(400, 50, c => b.Event(c, day).Set("kind", "kontakt").Set("employees", 2));
        }
    });

    private static FactTable Built(TableDeclaration declaration, Action<FactTableBuilder> fill, DateOnly? completeTo = null)
    {
        var builder = new FactTableBuilder(declaration) { CompleteTo = completeTo };
        fill(builder);
        return builder.Build();
    }

    private static void Each(int first, int count, Action<int> add)
    {
        for (var i = first; i < first + count; i++) add(i);
    }
}
