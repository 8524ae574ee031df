using static Virker.Demo.RegisterSql;

namespace Virker.Demo;

/// <summary>Every figure that the documents print and the fictive municipality is fitted to.</summary>
public static class PrintedFacts
{
    internal const string Plan = "Beskæftigelsesplan 2023-24";
    internal const string Benchmark = "Beskæftigelsesplan 2023-24 og ministeriets benchmark, 4. kvartal 2021";

    /// <summary>
    /// A-dagpenge · sygedagpenge, jobafklaring · kontanthjælp, uddannelseshjælp, overgangsydelse, ressourceforløb,
    /// ledighedsydelse, revalidering.
    /// </summary>
    private const string ThreeGroups = "1, 2, 3, 4, 5, 6, 7, 8, 9, 11";

    /// <summary>The plan says "i dag"; it quotes 13 November 2022.</summary>
    private static readonly DateOnly PlanToday = new(2022, 11, 30);

    public static IReadOnlyList<PrintedFact> All { get; } =
    [.. Population(), .. LongTerm(), .. NewcomerFacts.All, .. CompanyFacts.All, .. YouthFacts.All];

    private static IEnumerable<PrintedFact> Population()
    {
        var census = new DateOnly(2021, 12, 31);
        yield return new(
            "Indbyggere på 16-66 år, ultimo 2021",
            Benchmark,
            50_800,
            census,
            census,
            _ =>
                $"select count(*) from citizens where {Runs(census, "residence_from", "residence_to")} and born <= '2005-12-31' and born > '1954-12-31'"
        );
        yield return FullTime(
            "Fuldtidspersoner på de tre store ydelsesgrupper, 2021",
            Benchmark,
            5150,
            2021,
            ThreeGroups
        );
        yield return FullTime("Helårspersoner på kontanthjælp (aktivitetsparate), 2023", Plan, 889, 2023, "3");
        yield return FullTime("Helårspersoner på ledighedsydelse, 2023", Plan, 194, 2023, "9");
    }

    private static IEnumerable<PrintedFact> LongTerm()
    {
        yield return OverTwoYears("Personer på kontanthjælp i over to år, november 2022", 430, "2, 3");
        yield return OverTwoYears("Personer på ledighedsydelse i over to år, november 2022", 58, "9");
    }

    private static PrintedFact FullTime(string text, string source, double printed, int year, string benefits)
    {
        var (first, last) = Year(year);
        return new(
            text,
            source,
            printed,
            first,
            last,
            sql =>
                $"select sum({sql.Days(first, last)}) / {last.DayOfYear}.0 from benefit_spells where benefit in ({benefits}) and from_day <= {Day(last)} and (to_day is null or to_day >= {Day(first)})"
        );
    }

    /// <summary>
    /// The time goes on over a pause that holds no whole calendar month, and over both kinds of kontanthjælp.
    /// </summary>
    private static PrintedFact OverTwoYears(string text, double printed, string benefits) =>
        new(
            text,
            Plan,
            printed,
            PlanToday,
            PlanToday,
            sql =>
                $"""
                    with spells as (select citizen_id, from_day, to_day, lag(to_day) over (partition by citizen_id order by from_day) as ended from benefit_spells where benefit in ({benefits}) and from_day <= {Day(
                        PlanToday
                    )}),
                      chained as (select citizen_id, from_day, to_day, sum(case when ended is null or {sql.WholeMonthBetween(
                        "ended",
                        "from_day"
                    )} then 1 else 0 end) over (partition by citizen_id order by from_day) as chain from spells),
                      chains as (select citizen_id, chain, min(from_day) as begun, max(coalesce(to_day, '9999-12-31')) as ends from chained group by citizen_id, chain)
                    select count(distinct citizen_id) from chains where begun < {Day(
                        PlanToday.AddDays(-730)
                    )} and ends >= {Day(PlanToday)}
                    """
        );

    internal static (DateOnly First, DateOnly Last) Year(int year) => (new(year, 1, 1), new(year, 12, 31));
}
