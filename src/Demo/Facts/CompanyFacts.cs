using Virker.Companies;
using static Virker.Demo.RegisterSql;

namespace Virker.Demo;

/// <summary>
/// The tables on companies in the minutes of 18 March 2024, and the adult apprentices of those of 12 April 2021.
/// </summary>
internal static class CompanyFacts
{
    private const string Minutes = "Referat 18. marts 2024, punkt 4";
    private const string Apprentices = "Referat 12. april 2021, punkt om voksenlærlinge";

    private static readonly DateOnly February = new(2024, 2, 29);

    public static IEnumerable<PrintedFact> All =>
        [
            new(
                "Aktive virksomheder, februar 2024",
                Minutes,
                4138,
                February,
                February,
                _ => $"select count(*) from companies where {Active}"
            ),
            new(
                "- heraf med tre ansatte eller mere",
                Minutes,
                3090,
                February,
                February,
                _ => $"select count(*) from companies where {Active} and employees >= 3"
            ),
            .. Yearly("Virksomhedskontakter", [1791, 2575, 2023], "select count(*) from company_contacts x where {0}"),
            .. Yearly(
                "Kontaktede virksomheder",
                [552, 716, 716],
                "select count(distinct x.company_id) from company_contacts x where {0}"
            ),
            .. Yearly(
                "- heraf med tre ansatte eller mere",
                [510, 666, 687],
                "select count(distinct x.company_id) from company_contacts x join companies c on c.id = x.company_id where c.employees >= 3 and {0}"
            ),
            .. ByKind(
                "Oprettede jobordrer",
                [1, 12, 100],
                [90, 198, 484],
                [13, 92, 237],
                [104, 302, 821],
                kind => $"select count(*) from job_orders o where {kind}",
                "o.created_on"
            ),
            .. ByKind(
                "Ansatte på jobordrer",
                [1, 5, 43],
                [39, 142, 205],
                [5, 19, 134],
                [45, 166, 382],
                kind => $"select count(*) from hires h join job_orders o on o.id = h.job_order_id where {kind}",
                "h.hired_on"
            ),
            Started(2019, 53),
            Started(2020, 96),
        ];

    private static string Active => $"(closed_on is null or closed_on > {Day(February)})";

    private static IEnumerable<PrintedFact> Yearly(string text, double[] printed, string question)
    {
        for (var i = 0; i < printed.Length; i++)
        {
            var (first, last) = PrintedFacts.Year(2021 + i);
            yield return new(
                $"{text}, {first.Year}",
                Minutes,
                printed[i],
                first,
                last,
                sql =>
                    string.Format(question, $"x.at >= {sql.Instant(first)} and x.at < {sql.Instant(last.AddDays(1))}")
            );
        }
    }

    private static IEnumerable<PrintedFact> ByKind(
        string text,
        double[] subsidy,
        double[] ordinary,
        double[] internship,
        double[] all,
        Func<string, string> question,
        string day
    )
    {
        foreach (
            var (name, kind, printed) in new (string, JobOrderKind?, double[])[]
            {
                ("løntilskud", JobOrderKind.WageSubsidy, subsidy),
                ("ordinært job", JobOrderKind.Ordinary, ordinary),
                ("virksomhedspraktik", JobOrderKind.Internship, internship),
                ("samlet", null, all),
            }
        )
        {
            for (var i = 0; i < printed.Length; i++)
            {
                var (first, last) = PrintedFacts.Year(2021 + i);
                var condition = (kind is null ? "" : $"o.kind = '{kind.Code}' and ") + Within(day, first, last);
                yield return new(
                    $"{text}, {name}, {first.Year}",
                    Minutes,
                    printed[i],
                    first,
                    last,
                    _ => question(condition)
                );
            }
        }
    }

    private static PrintedFact Started(int year, double printed)
    {
        var (first, last) = PrintedFacts.Year(year);
        return new(
            $"Voksenlærlinge begyndt i {year}",
            Apprentices,
            printed,
            first,
            last,
            _ => $"select count(*) from adult_apprentices where {Within("started_on", first, last)}"
        );
    }
}
