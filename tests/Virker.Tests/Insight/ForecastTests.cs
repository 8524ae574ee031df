using Virker.Tests.Support;
using Virker.Insight;
using Virker.Tests.Structure;

namespace Virker.Tests.Insight;

public sealed class ForecastTests
{
    private static readonly double[] Shape = [0.8, 0.9, 1.0, 1.1, 1.2, 1.1, 1.0, 0.9, 1.0, 1.1, 1.0, 0.9];

    private static double[] Seasonal(int months, double level = 100, double slope = 0) =>
        [.. Enumerable.Range(0, months).Select(t => (level + (slope * t)) * Shape[t % 12])];

    [Theory]
    [Trait("Pace", "Slow")]
    [InlineData("Weekly")]
    [InlineData("Hourly")]
    public void Scores_in_the_M4_competition_as_published(string frequency)
    {
        if (
            Beside.File("data/m4", $"{frequency}-train.csv") is not { } train
            || Beside.File("data/m4", $"{frequency}-test.csv") is not { } test
        )
            return;
        using var history = File.OpenText(train);
        using var outcome = File.OpenText(test);
        var scores = Competition
            .Read(frequency, Competition.Frequencies.Single(f => f.Name == frequency).Season, history, outcome)
            .Score();
        scores
            .Select(s => (s.Method.Id, Math.Round(s.Symmetric, 3), Math.Round(s.Scaled, 3)))
            .ShouldBe(scores.Select(s => (s.Published!.Method, s.Published.Symmetric, s.Published.Scaled)));
    }

    /// <summary>
    /// A small competition of our own, of six invented series of months, two of them with a season. The scores were
    /// worked out beside the product by another program, which searches
    /// for the very least squares. With a trend the product stops where the competition's own program does, a little
    /// before.
    /// </summary>
    [Fact]
    public void Scores_in_a_small_competition_as_worked_out_beside_the_product()
    {
        var folder = Path.Combine(Repository.Root, "tests", "Virker.Tests", "Insight", "Fixtures");
        using var history = File.OpenText(Path.Combine(folder, "competition-history.csv"));
        using var outcome = File.OpenText(Path.Combine(folder, "competition-outcome.csv"));
        var read = Competition.Read("Own", 12, history, outcome);
        var scores = read.Score().ToDictionary(s => s.Method.Id);

        read.Series.Select(s => Seasonality.Shows(s.History, 12)).ShouldBe([true, false, false, false, true, false]);
        foreach (
            var (id, symmetric, scaled) in new[]
            {
                ("Naive2", 5.1941, 1.0230),
                ("SES", 5.2809, 1.0458),
                ("Theta", 5.2432, 1.0477),
            }
        )
            (Math.Round(scores[id].Symmetric, 3), Math.Round(scores[id].Scaled, 3)).ShouldBe(
                (Math.Round(symmetric, 3), Math.Round(scaled, 3)),
                id
            );
        foreach (
            var (id, symmetric, scaled) in new[]
            {
                ("Holt", 8.5171, 1.6105),
                ("Damped", 6.8838, 1.2995),
                ("Comb", 6.8497, 1.2996),
            }
        )
        {
            scores[id].Symmetric.ShouldBeInRange(symmetric * 0.97, symmetric * 1.03, id);
            scores[id].Scaled.ShouldBeInRange(scaled * 0.97, scaled * 1.03, id);
        }
    }

    [Fact]
    public void Reads_the_competitions_files_and_leaves_out_what_only_fills_the_line_up()
    {
        var read = Competition.Read(
            "Monthly",
            12,
            new StringReader("\"V1\",\"V2\"\n\"M1\",\"1.5\",\"2\",NA\n\"M2\",\"3\",\"4\",\"5\"\n"),
            new StringReader("\"V1\"\n\"M2\",\"6\"\n\"M1\",\"7\",\"8\"\n")
        );
        read.Series.Select(s => s.Name).ShouldBe(["M1", "M2"]);
        read.Series[0].History.ShouldBe([1.5, 2]);
        read.Series[0].Outcome.ShouldBe([7, 8]);
        read.Series[1].History.ShouldBe([3, 4, 5]);
        read.Series[1].Outcome.ShouldBe([6]);
    }

    [Fact]
    public void Carries_a_straight_line_on()
    {
        double[] line = [.. Enumerable.Range(0, 40).Select(t => 10 + (2.0 * t))];
        ForecastMethod.Holt.Ahead(line, 1, 3).Select(v => Math.Round(v, 3)).ShouldBe([90, 92, 94]);
        ForecastMethod.SeasonalNaive.Ahead(Seasonal(30), 12, 14).ShouldBe([.. Seasonal(44).Skip(30)], 1e-9);
    }

    [Fact]
    public void Finds_the_season_and_puts_it_back()
    {
        var series = Seasonal(60);
        Seasonality.Shows(series, 12).ShouldBeTrue();
        var season = Seasonality.Of(series, 12)!;
        season.Without(series).ShouldBe([.. Enumerable.Repeat(100.0, 60)], 1e-6);
        ForecastMethod.Simple.Ahead(series, 12, 12).ShouldBe([.. Seasonal(72).Skip(60)], 1e-3);
        Seasonality.Of([.. series.Take(30)], 12).ShouldBeNull();
    }

    [Fact]
    public void A_series_that_reaches_zero_gets_a_season_that_is_added()
    {
        double[] series = [.. Enumerable.Range(0, 60).Select(t => t % 12 == 0 ? 0.0 : 10.0)];
        ForecastMethod.Simple.Ahead(series, 12, 12).ShouldBe([.. series.Take(12)], 1e-6);
    }

    [Fact]
    public void A_figure_that_never_changes_goes_on_unchanged_and_a_short_one_has_no_forecast()
    {
        var flat = Forecaster.Of([.. Enumerable.Repeat(7.0, 48)], 12)!;
        flat.Steps.ShouldEachBe(s => s.Value == 7 && s.Low95 == 7 && s.High95 == 7);
        flat.Chosen.Scaled.ShouldBeNull();
        Forecaster.Of([.. Enumerable.Repeat(7.0, 30)], 12).ShouldBeNull();
    }

    [Fact]
    public void Chooses_the_method_that_was_least_wrong_before()
    {
        var rising = Forecaster.Of(Seasonal(72, 100, 0.2), 6)!;
        rising.Tried.Select(t => t.MeanAbsolute).ShouldBeInOrder();
        rising.Chosen.Scaled!.Value.ShouldBeLessThan(0.8);
        rising.Tried.Single(t => t.Method == ForecastMethod.SeasonalNaive.Name).Bias.ShouldBeLessThan(-2);
    }

    [Fact]
    public void Intervals_hold_about_as_often_as_they_say()
    {
        var random = new Random(5);
        var (within80, within95, all) = (0, 0, 0);
        for (var run = 0; run < 60; run++)
        {
            var level = 200.0;
            double[] walk = [.. Enumerable.Range(0, 90).Select(_ => level += random.NextDouble() - 0.5)];
            var forecast = Forecaster.Of(walk[..^1], 1)!;
            all++;
            if (walk[^1] >= forecast.Steps[0].Low80 && walk[^1] <= forecast.Steps[0].High80) within80++;
            if (walk[^1] >= forecast.Steps[0].Low95 && walk[^1] <= forecast.Steps[0].High95) within95++;
        }

        ((double)within80 / all).ShouldBeInRange(0.68, 0.92);
        ((double)within95 / all).ShouldBeInRange(0.85, 1.0);
    }

    [Fact]
    public void The_conformal_quantile_is_the_value_at_the_rank_above()
    {
        double[] sizes = [1, 2, 3, 4, 5, 6, 7, 8, 9];
        ForecastIntervals.Quantile(sizes, 0.80).ShouldBe(8);
        ForecastIntervals.Quantile(sizes, 0.95).ShouldBe(9);
    }

    [Fact]
    public void An_interval_is_judged_by_the_errors_known_when_it_was_given()
    {
        double[][] errors = [.. new double[] { 1, 2, 3, 4, 5, 6, 7, 8, 7.5, 9 }.Select(e => new[] { e, e })];
        ForecastIntervals.Coverage([.. errors.Take(8)]).ShouldBe(new IntervalCoverage(0, 0, 0));
        // One month ahead the ninth lies within the eight before it and the tenth does not; two months ahead only the
        // tenth can be judged.
        ForecastIntervals.Coverage(errors).ShouldBe(new IntervalCoverage(3, 1, 1));
    }
}
