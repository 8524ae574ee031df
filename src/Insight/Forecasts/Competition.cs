using Virker.Kernel;

namespace Virker.Insight;

/// <summary>
/// The M4 forecasting competition, whose published scores prove the methods: history and what came, one series a line,
/// as its files have them ("H1","605",…; lines are filled up with empty or NA).
/// </summary>
public sealed class Competition
{
    private Competition(string name, int season, IReadOnlyList<CompetitionSeries> series) =>
        (Name, Season, Series) = (name, season, series);

    public string Name { get; }

    /// <summary>Values in a season, as the competition counts.</summary>
    public int Season { get; }

    public int Count => Series.Count;

    internal IReadOnlyList<CompetitionSeries> Series { get; }

    /// <summary>
    /// The frequencies whose files are to be had with the season that the competition counts with (weeks have none).
    /// </summary>
    public static IReadOnlyList<(string Name, int Season)> Frequencies { get; } =
    [("Yearly", 1), ("Quarterly", 4), ("Monthly", 12), ("Weekly", 1), ("Daily", 1), ("Hourly", 24)];

    /// <summary>Published in the competition's workbook "Evaluation and Ranks.xlsx".</summary>
    public static IReadOnlyList<PublishedScore> Published { get; } =
    [
        new("Weekly", "Naive2", 9.161, 2.777),
        new("Weekly", "SES", 9.012, 2.685),
        new("Weekly", "Holt", 9.708, 2.420),
        new("Weekly", "Damped", 8.866, 2.404),
        new("Weekly", "Theta", 9.093, 2.637),
        new("Weekly", "Comb", 8.944, 2.432),
        new("Hourly", "Naive2", 18.383, 2.395),
        new("Hourly", "SES", 18.094, 2.385),
        new("Hourly", "Holt", 29.249, 9.356),
        new("Hourly", "Damped", 19.265, 2.956),
        new("Hourly", "Theta", 18.138, 2.455),
        new("Hourly", "Comb", 22.053, 4.582),
        new("Monthly", "Naive2", 14.427, 1.063),
        new("Monthly", "SES", 13.618, 1.019),
        new("Monthly", "Holt", 14.812, 1.009),
        new("Monthly", "Damped", 13.473, 0.972),
        new("Monthly", "Theta", 13.002, 0.970),
        new("Monthly", "Comb", 13.434, 0.966),
    ];

    public static Competition Read(string name, int season, TextReader history, TextReader outcome)
    {
        var came = Lines(outcome).ToDictionary(l => l.Name, l => l.Values);
        return new(
            name,
            season,
            [.. Lines(history).Select(l => new CompetitionSeries(l.Name, l.Values, came[l.Name]))]
        );
    }

    /// <summary>
    /// The mean scores of each method over all series, in the order of <see cref="ForecastMethod.OfCompetition"/>.
    /// </summary>
    public IReadOnlyList<CompetitionScore> Score()
    {
        var sums = new (double Symmetric, double Scaled)[Series.Count][];
        Parallel.For(
            0,
            Series.Count,
            i => sums[i] = [.. ForecastMethod.OfCompetition.Select(m => Score(Series[i], m))]
        );
        var means = ForecastMethod
            .OfCompetition.Select(
                (m, k) =>
                    (Method: m, Symmetric: sums.Average(s => s[k].Symmetric), Scaled: sums.Average(s => s[k].Scaled))
            )
            .ToList();
        return
        [
            .. means.Select(m => new CompetitionScore(
                m.Method,
                m.Symmetric,
                m.Scaled,
                ForecastErrors.Overall(m.Symmetric, m.Scaled, means[0].Symmetric, means[0].Scaled),
                Published.FirstOrDefault(p => p.Frequency == Name && p.Method == m.Method.Id)
            )),
        ];
    }

    private (double Symmetric, double Scaled) Score(CompetitionSeries series, ForecastMethod method)
    {
        var forecast = method.Ahead(series.History, Season, series.Outcome.Length);
        return (
            ForecastErrors.SymmetricPercentage(series.Outcome, forecast),
            ForecastErrors.Scaled(series.History, Season, series.Outcome, forecast) ?? 0
        );
    }

    private static IEnumerable<(string Name, double[] Values)> Lines(TextReader reader)
    {
        reader.ReadLine();
        var number = 1;
        while (reader.ReadLine() is { } line)
        {
            number++;
            var cells = line.Split(',').Select(c => c.Trim('"')).ToList();
            yield return (
                cells[0],
                [
                    .. cells
                        .Skip(1)
                        .TakeWhile(c => c is not ("" or "NA"))
                        .Select(c =>
                            WrittenNumber.Measurement(c)
                            ?? throw new FactException(
                                $"Linje {number}: »{c}« er ikke et tal. Tallene skrives med punktum som decimaltegn."
                            )
                        ),
                ]
            );
        }
    }
}

/// <summary>One series of the competition.</summary>
internal sealed record CompetitionSeries(string Name, double[] History, double[] Outcome);

/// <summary>A method's published mean errors at one frequency.</summary>
public sealed record PublishedScore(string Frequency, string Method, double Symmetric, double Scaled);

/// <summary>A method's mean errors as computed here, and as published where they are.</summary>
public sealed record CompetitionScore(
    ForecastMethod Method,
    double Symmetric,
    double Scaled,
    double Overall,
    PublishedScore? Published
);
