using Virker.Newcomers;
using static Virker.Demo.RegisterSql;

namespace Virker.Demo;

/// <summary>
/// The tables on newcomers in the minutes of 12 April 2021, and the plan's sentence about those displaced from Ukraine.
/// </summary>
internal static class NewcomerFacts
{
    private const string Minutes = "Referat 12. april 2021, punkt om integrationsområdet";

    public static IEnumerable<PrintedFact> All => [.. YearTables(), .. Programme(), .. Placements(), Ukrainians()];

    private static IEnumerable<PrintedFact> YearTables() =>
        [
            .. Yearly(
                "Nyankomne flygtninge",
                [101, 23, 11, 18, 5],
                (f, l) =>
                    $"select count(*) from newcomers where kind = '{NewcomerKind.Refugee.Code}' and not {Truth("taken_over")} and {Within("arrived_on", f, l)}"
            ),
            .. Yearly(
                "Flygtningekvote",
                [102, 29, 12, 18, 7],
                (f, _) => $"select coalesce(sum(places), 0) from newcomer_quotas where year = {f.Year}"
            ),
            .. Yearly(
                "Familiesammenførte",
                [57, 83, 75, 42, 47],
                (f, l) => $"select count(*) from newcomers where kind like 'familie-%' and {Within("arrived_on", f, l)}"
            ),
            .. Yearly(
                "Kommet fra en anden kommune",
                [2, 12, 4, 8, 2],
                (f, l) => $"select count(*) from newcomers where {Truth("taken_over")} and {Within("arrived_on", f, l)}"
            ),
            .. Yearly(
                "Gennemførte repatrieringer",
                [2, 4, 3, 9, 5],
                (f, l) => $"select count(*) from newcomers where {Within("repatriated_on", f, l)}"
            ),
            .. Grants(ResultGrantKind.Education, "ordinær uddannelse", [9, 21, 28, 41, 40]),
            .. Grants(ResultGrantKind.Work, "ordinært arbejde", [24, 76, 47, 38, 42]),
            .. Grants(ResultGrantKind.DanishCourse, "danskuddannelse", [45, 84, 78, 84, 120]),
        ];

    private static IEnumerable<PrintedFact> Programme() =>
        [
            .. Yearly(
                "Omfattet af integrationsprogram ultimo",
                [408, 472, 471, 362, 272],
                (_, l) => $"select count(*) from newcomers where {InProgramme(l)}"
            ),
            .. Yearly(
                "- heraf på ydelse",
                [205, 129, 87],
                (_, l) => $"select count(*) from newcomers n where {InProgramme(l)} and {OnBenefit(l)}",
                firstYear: 2018
            ),
            .. Yearly(
                "- heraf selvforsørgede",
                [266, 232, 185],
                (_, l) => $"select count(*) from newcomers n where {InProgramme(l)} and not {OnBenefit(l)}",
                firstYear: 2018
            ),
        ];

    private static IEnumerable<PrintedFact> Placements()
    {
        foreach (var row in NewcomerPlacements.Printed)
        {
            for (var i = 0; i < row.Counts.Length; i++)
            {
                var (first, kind) = (
                    NewcomerPlacements.FirstMonth.AddMonths(i),
                    row.IsWageSubsidy ? "loentilskud" : "virksomhedspraktik"
                );
                var last = first.AddMonths(1).AddDays(-1);
                yield return new(
                    $"Nyankomne i {(row.IsWageSubsidy ? "løntilskud" : "praktik")}, {row.Workplace.Lower} arbejdsplads, {first:MM-yyyy}",
                    Minutes,
                    row.Counts[i],
                    first,
                    last,
                    _ =>
                        $"select count(distinct n.citizen_id) from newcomers n join interventions i on i.citizen_id = n.citizen_id where i.kind = '{kind}' and i.workplace = '{row.Workplace.Code}' and i.from_day <= {Day(last)} and (i.to_day is null or i.to_day >= {Day(first)}) and {InProgramme(last)}"
                );
            }
        }
    }

    private static PrintedFact Ukrainians()
    {
        var day = new DateOnly(2022, 9, 30);
        var grown =
            $"from newcomers n join citizens c on c.id = n.citizen_id where n.kind = '{NewcomerKind.SpecialAct.Code}' and {Runs(day, "c.residence_from", "c.residence_to")}";
        return new(
            "Fordrevne fra Ukraine i beskæftigelse, september 2022 (pct.)",
            PrintedFacts.Plan,
            58,
            day,
            day,
            _ =>
                $"select 100.0 * (select count(*) {grown} and exists (select 1 from employment_spells e where e.citizen_id = n.citizen_id and {Runs(day, "e.from_day", "e.to_day")})) / nullif((select count(*) {grown}), 0)",
            IsShare: true
        )
        {
            Whole = _ => $"select count(*) {grown}",
        };
    }

    private static IEnumerable<PrintedFact> Grants(ResultGrantKind kind, string name, double[] printed) =>
        Yearly(
            $"Resultattilskud på {name}",
            printed,
            (f, l) => $"select count(*) from result_grants where kind = '{kind.Code}' and {Within("granted_on", f, l)}"
        );

    private static IEnumerable<PrintedFact> Yearly(
        string text,
        double[] printed,
        Func<DateOnly, DateOnly, string> question,
        int firstYear = 2016
    )
    {
        for (var i = 0; i < printed.Length; i++)
        {
            var (first, last) = PrintedFacts.Year(firstYear + i);
            yield return new($"{text}, {first.Year}", Minutes, printed[i], first, last, _ => question(first, last));
        }
    }

    private static string InProgramme(DateOnly day) => Runs(day, "programme_from", "programme_to");

    private static string OnBenefit(DateOnly day) =>
        $"exists (select 1 from benefit_spells b where b.citizen_id = n.citizen_id and {Runs(day, "b.from_day", "b.to_day")})";

    /// <summary>A truth column on either database.</summary>
    private static string Truth(string column) => $"(cast({column} as integer) = 1)";
}
