using Virker.Casework;
using Virker.Companies;
using Virker.Insight;
using Virker.Newcomers;
using Virker.Youth;

namespace Virker.Tests.Targets;

/// <summary>
/// A town whose every figure can be counted on paper: 1,000 people born in 1980 and 100 who turn 18 in 2023. Who is on
/// what is a stretch of numbers, so "100 on activity-ready kontanthjælp all of 2023" is one line.
/// </summary>
internal static class SampleTown
{
    private static readonly DateOnly Long = new(2012, 1, 1);
    private static readonly DateOnly Newly = new(2022, 12, 1);

    public static FactStore At(DateOnly dataDate, params TableDeclaration[] without) =>
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
            }.Where(t => !without.Contains(t.Declaration))
        );

    /// <summary>Wages are complete to another day than the register.</summary>
    public static FactStore WithWagesTo(DateOnly dataDate, DateOnly wagesTo) =>
        At(dataDate, PaidHoursFacts.Table).With(dataDate, "prøve", [], [Hours(wagesTo)]);

    private static FactTable People() => Built(PersonFacts.Table, b =>
    {
        var (older, younger) = (new DateOnly(1980, 5, 1).DayNumber, new DateOnly(2005, 3, 1).DayNumber);
        for (var p = 0; p < 1100; p++) b.Subject(p).Set(PersonFacts.Born, p < 1000 ? older : younger);
    });

    private static FactTable Homes() => Built(ResidenceFacts.Table, b => Each(0, 1100, p => b.Spell(p, Long, null)));

    /// <summary>
    /// 40 insured, 100 activity-ready (30 of them since 2012), 50 in resource course, 20 on ledighedsydelse (5 since
    /// 2012), 60 sick, 5 of the young.
    /// </summary>
    private static FactTable Benefits() => Built(BenefitFacts.Table, b =>
    {
        b.Coded(BenefitFacts.Benefit, SampleCodes.Benefit).Coded(BenefitFacts.TargetGroup, SampleCodes.Group);
        Each(0, 40, p => On(p, Newly, "dagpenge"));
        Each(40, 100, p => On(p, p < 70 ? Long : Newly, "kontanthjaelp-aktivitetsparat"));
        Each(140, 50, p => On(p, Newly, "ressourceforloeb"));
        Each(190, 20, p => On(p, p < 195 ? Long : Newly, "ledighedsydelse"));
        Each(210, 60, p => On(p, Newly, "sygedagpenge"));
        Each(1000, 5, p => On(p, new(2023, 6, 1), "uddannelseshjaelp", new(2023, 9, 30)));

        void On(int person, DateOnly from, string benefit, DateOnly? to = null) =>
            b.Spell(person, from, to).Set(BenefitFacts.Benefit, benefit);
    });

    private static FactTable Partial() =>
        Built(PartialReturnFacts.Table, b => Each(210, 15, p => b.Spell(p, Newly, null)));

    /// <summary>
    /// 20 of the 100 activity-ready and 3 of the 50 in resource course, but only 10 of the 100 in July 2023.
    /// </summary>
    private static FactTable Hours(DateOnly? completeTo = null) => Built(PaidHoursFacts.Table, b =>
    {
        for (var month = new DateOnly(2022, 12, 1); month.Year < 2025; month = month.AddMonths(1))
        {
            var last = month.AddMonths(1).AddDays(-1);
            Each(
                40,
                month == new DateOnly(2023, 7, 1) ? 10 : 20,
                p => b.Spell(p, month, last).Set(PaidHoursFacts.Hours, 12)
            );
            Each(140, 3, p => b.Spell(p, month, last).Set(PaidHoursFacts.Hours, 4));
        }
    }, completeTo);

    private static FactTable Interventions() =>
        Built(
            InterventionFacts.Table,
            b =>
            {
                b.Coded(InterventionFacts.Kind, SampleCodes.Kind);
                Each(0, 10, p => b.Spell(p, Newly, null).Set(InterventionFacts.Kind, "ordinaer-uddannelse"));
            }
        );

    private static FactTable Apprentices() => Built(ApprenticeFacts.Table, b =>
    {
        Each(300, 130, p => Begun(p, new(2023, 8, 1), p < 360));
        Each(500, 110, p => Begun(p, new(2024, 8, 1), p < 550));

        void Begun(int person, DateOnly from, bool wasUnemployed) =>
            b.Spell(person, from, null).Set(ApprenticeFacts.Background, wasUnemployed ? "ledig" : "beskaeftiget");
    });

    /// <summary>6 of 10 refugees and 11 of 20 from Ukraine.</summary>
    private static FactTable Jobs() => Built(EmploymentFacts.Table, b =>
    {
        Each(700, 6, p => b.Spell(p, new DateOnly(2022, 1, 1), null));
        Each(720, 11, p => b.Spell(p, new DateOnly(2023, 1, 1), null));
    });

    private static FactTable Permits() => Built(PermitFacts.Table, b =>
    {
        Each(700, 10, p => b.Spell(p, new DateOnly(2021, 6, 1), null).Set(PermitFacts.Basis, "flygtning"));
        Each(720, 20, p => b.Spell(p, new DateOnly(2022, 6, 1), null).Set(PermitFacts.Basis, "saerlov-ukraine"));
    });

    private static FactTable Spouses() =>
        Built(SpouseSupportFacts.Table, b => b.Spell(709, new DateOnly(2021, 6, 1), null));

    /// <summary>
    /// One refugee (708) studies on the day that counts. 40 of 50 school leavers begin in August 2023; 10 of 15
    /// vocational courses that end in a year are completed.
    /// </summary>
    private static FactTable Education() =>
        Built(
            EducationFacts.Table,
            b =>
            {
                b.Spell(708, new DateOnly(2024, 1, 1), null)
                    .Set(EducationFacts.Level, "anden")
                    .Set(EducationFacts.Outcome, "i-gang");
                Each(
                    1000,
                    40,
                    p =>
                        b.Spell(p, new DateOnly(2023, 8, 10), null)
                            .Set(EducationFacts.Level, p % 2 == 0 ? "gymnasial" : "eud")
                            .Set(EducationFacts.Outcome, "i-gang")
                );
                foreach (var year in new[] { 2022, 2023, 2024 })
                    Each(
                        800 + ((year - 2022) * 15),
                        15,
                        p =>
                            b.Spell(p, new DateOnly(year - 2, 1, 1), new DateOnly(year, 5, 31))
                                .Set(EducationFacts.Level, "eud")
                                .Set(EducationFacts.Outcome, (p - 800) % 15 < 10 ? "gennemfoert" : "afbrudt")
                    );
            }
        );

    /// <summary>40 of the 50 who left school in 2014 have a youth education.</summary>
    private static FactTable Qualifications() =>
        Built(
            QualificationFacts.Table,
            b => Each(900, 40, p => b.Spell(p, new DateOnly(2018, 6, 30), null).Set(QualificationFacts.Level, "eud"))
        );

    private static FactTable Left() => Built(SchoolLeavingFacts.Table, b =>
    {
        Each(1000, 50, p => b.Event(p, new DateOnly(2023, 6, 23)));
        Each(900, 50, p => b.Event(p, new DateOnly(2014, 6, 23)));
    });

    private static FactTable Partners() =>
        Built(PartnershipFacts.Table, b => Each(0, 310, c => b.Spell(c, new DateOnly(2022, 1, 1), null)));

    /// <summary>305 of the 310 partners, twice a year, and 50 companies that are no partners.</summary>
    private static FactTable Activities() => Built(CompanyActivityFacts.Table, b =>
    {
        foreach (var day in new[] { new DateOnly(2023, 3, 1), new(2023, 9, 1), new(2024, 3, 1), new(2024, 9, 1) })
        {
            Each(0, 305, c => Contact(c, day, 8));
            Each(400, 50, c => Contact(c, day, 2));
        }

        void Contact(int company, DateOnly day, int employees) =>
            b.Event(company, day)
                .Set(CompanyActivityFacts.Kind, "kontakt")
                .Set(CompanyActivityFacts.Employees, employees);
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
