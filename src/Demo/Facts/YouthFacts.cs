using Virker.Youth;
using static Virker.Demo.RegisterSql;

namespace Virker.Demo;

/// <summary>The young people's baselines in the plan.</summary>
internal static class YouthFacts
{
    private static readonly string Vocational =
        $"'{EducationKind.Vocational.Code}', '{EducationKind.VocationalUpper.Code}'";

    private static readonly string Youth = $"'{EducationKind.Upper.Code}', {Vocational}";

    public static IEnumerable<PrintedFact> All => [StraightOn(), DropOut(), AtEighteen(), OnlySchool()];

    private static PrintedFact StraightOn()
    {
        var (first, last) = (new DateOnly(2022, 6, 1), new DateOnly(2022, 10, 1));
        var leavers = $"from education_spells s where s.kind = '{EducationKind.School.Code}' and {Within("s.to_day", first, last)}";
        return Share(
            "Unge i gang med ungdomsuddannelse lige efter grundskolen, 2022 (pct.)",
            72,
            first,
            last,
            $"select count(*) {leavers} and exists (select 1 from education_spells n where n.citizen_id = s.citizen_id and n.kind in ({Youth}) and n.from_day > s.to_day and n.from_day <= {Day(last)})",
            $"select count(*) {leavers}"
        );
    }

    private static PrintedFact DropOut()
    {
        var (first, last) = (new DateOnly(2021, 9, 1), new DateOnly(2022, 8, 31));
        var ended =
            $"select count(*) from education_spells where kind in ({Vocational}) and {Within("to_day", first, last)}";
        return Share(
            "Frafald på erhvervsuddannelserne, august 2022 (pct.)",
            32,
            first,
            last,
            $"{ended} and ending = '{EducationEnding.BrokenOff.Code}'",
            ended
        );
    }

    private static PrintedFact AtEighteen()
    {
        var (first, last) = PrintedFacts.Year(2020);
        var born =
            $"from citizens c where {Within("c.born", new(2002, 1, 1), new(2002, 12, 31))} and {Runs(last, "c.residence_from", "c.residence_to")}";
        return Share(
            "Unge, der får ydelse som 18-årige, 2020 (pct.)",
            10,
            first,
            last,
            $"select count(*) {born} and exists (select 1 from benefit_spells b where b.citizen_id = c.id and {Within("b.from_day", first, last)})",
            $"select count(*) {born}"
        );
    }

    private static PrintedFact OnlySchool()
    {
        var day = new DateOnly(2022, 8, 31);
        var leavers =
            $"from education_spells s join citizens c on c.id = s.citizen_id where s.kind = '{EducationKind.School.Code}' and {Within("s.to_day", new(2012, 1, 1), new(2012, 12, 31))} and {Runs(day, "c.residence_from", "c.residence_to")}";
        return Share(
            "Unge med grundskolen som højeste uddannelse ti år efter, 2022 (pct.)",
            19,
            day,
            day,
            $"select count(*) {leavers} and not exists (select 1 from education_spells n where n.citizen_id = s.citizen_id and n.kind in ({Youth}, '{EducationKind.Higher.Code}') and n.ending = '{EducationEnding.Completed.Code}' and n.to_day <= {Day(day)})",
            $"select count(*) {leavers}"
        );
    }

    private static PrintedFact Share(
        string text,
        double printed,
        DateOnly from,
        DateOnly to,
        string part,
        string whole
    ) =>
        new(
            text,
            PrintedFacts.Plan,
            printed,
            from,
            to,
            _ => $"select 100.0 * ({part}) / nullif(({whole}), 0)",
            IsShare: true
        )
        {
            Whole = _ => whole,
        };
}
