using Virker.Casework;
using Virker.Tests.Support;
using Virker.Tests.Structure;
using Virker.Insight;
using Virker.Targets;

namespace Virker.Tests.Targets;

public sealed class TargetFindingTests
{
    private static readonly IndicatorMatcher Matcher = new(HouseCatalogue.It);

    private static readonly DateOnly PlanOver = new(2024, 12, 31);

    [Fact]
    public void Every_measure_finds_its_indicator_by_the_plans_own_words()
    {
        SamplePlan.Draft.Themes.Sum(t => t.Measures.Count).ShouldBe(21);
        foreach (var (theme, measure) in SamplePlan.Draft.Themes.SelectMany(t => t.Measures.Select(m => (t, m))))
            Matcher.Match(measure, theme.Measures)?.Id.ShouldBe(SamplePlan.Ties[measure.Id], measure.Text);
    }

    /// <summary>
    /// The published plan where it lies beside the repository; the sample plan above holds the same kinds without it.
    /// </summary>
    [Fact]
    public void The_published_plans_measures_are_tied_as_the_sample_plans_are()
    {
        if (Beside.File("documents", "001_", ".txt") is not { } path) return;
        var measures = PlanReader.ReadFile(path).Value.Themes.SelectMany(t => t.Measures.Select(m => (m, t.Measures))).ToList();
        measures.Select(m => Matcher.Match(m.m, m.Measures)?.Id).ShouldBe(SamplePlan.Ties.Values);
    }

    /// <summary>
    /// The plan that the fictive municipality ships with: seventeen targets in four themes, each tied to its figure.
    /// </summary>
    [Fact]
    public void The_fictive_municipalitys_own_plan_is_read_and_tied()
    {
        var plan = PlanReader.ReadFile(Path.Combine(Repository.Root, "src", "Demo", "Documents", "beskaeftigelsesplan-2023-24.txt")).Value;
        plan.Themes.Select(t => t.Measures.Count).ShouldBe([7, 6, 1, 3]);
        var measures = plan.Themes.SelectMany(t => t.Measures.Select(m => (m, t.Measures))).ToList();
        measures
            .Select(m => (Matcher.Match(m.m, m.Measures)?.Id, m.m.Comparator, m.m.Value ?? m.m.Offset))
            .ShouldBe([
                ("dagpenge.andel", "<=", 0.2m),
                ("uddannelse.jobparate.andel", ">=", 0m),
                ("sygedagpenge.andel", "<", 0m),
                ("sygedagpenge.delvis-raskmeldt", ">=", 18m),
                ("voksenlaerlinge.begyndt", ">=", 100m),
                ("voksenlaerlinge.begyndt-fra-ledighed", ">=", 40m),
                ("partnerskaber.aktive", ">=", 250m),
                ("kontanthjaelp.aktivitetsparat.loennede-timer", ">=", 12m),
                ("ressourceforloeb.loennede-timer", ">=", 7m),
                ("kontanthjaelp.aktivitetsparat.helaarspersoner", "<=", 900m),
                ("kontanthjaelp.over-2-aar", "<=", 400m),
                ("ledighedsydelse.helaarspersoner", "<=", 200m),
                ("ledighedsydelse.over-2-aar", "<=", 52m),
                ("flygtninge.beskaeftigelse-efter-3-aar", ">=", 48m),
                ("unge.ungdomsuddannelse-efter-grundskole", ">=", 74m),
                ("unge.18-aarige-paa-ydelse", "<=", 7m),
                ("unge.grundskole-efter-10-aar", "<=", 17m),
            ]);
    }

    [Theory]
    [InlineData("antal personer på ledighedsydelse", "personer", "<=", null)]
    [InlineData("andel delvist raskmeldte blandt sygemeldte", "pct.", ">=", "sygedagpenge.delvis-raskmeldt")]
    [InlineData("antallet af virksomhedskontakter", null, ">=", "virksomheder.kontakter")]
    [InlineData("fuldtidspersoner på ledighedsydelse", "fuldtidspersoner", "<=", "ledighedsydelse.helaarspersoner")]
    [InlineData("andelen af ukrainere i beskæftigelse", "pct.", ">=", "ukraine.beskaeftigelse")]
    [InlineData("antal cykelstier", "km", ">=", null)]
    public void Another_municipalitys_words_find_a_sensible_indicator_or_none(
        string words,
        string? unit,
        string comparator,
        string? indicator
    ) =>
        Matcher
            .Match(new("X", words, null, words, comparator) { Unit = unit, Value = 1 }, [])
            ?.Id.ShouldBe(indicator);

    [Fact]
    public void Words_that_mean_nothing_the_catalogue_knows_are_tied_to_nothing() =>
        Matcher
            .Match(
                new("X", "Mindst 12 haver får nye bede", null, "haver med nye bede", ">=")
                {
                    Value = 12,
                    Unit = "haver",
                },
                []
            )
            .ShouldBeNull();

    [Theory]
    [InlineData("A3b", TargetState.Met, 25.0)]
    [InlineData("A4a", TargetState.NotMet, 110)]
    [InlineData("A4b", TargetState.Met, 50)]
    [InlineData("A5", TargetState.Met, 305)]
    [InlineData("R1a", TargetState.NotMet, 10.0)]
    [InlineData("R1b", TargetState.NotMet, 6.0)]
    [InlineData("R2a", TargetState.Met, 100)]
    [InlineData("R2b", TargetState.Met, 30)]
    [InlineData("R3a", TargetState.Met, 20)]
    [InlineData("R3b", TargetState.Met, 5)]
    [InlineData("K1", TargetState.Met, 75.0)]
    [InlineData("K2", TargetState.Met, 55.0)]
    [InlineData("U1", TargetState.Met, 80.0)]
    [InlineData("U2a", TargetState.NotMet, 33.3)]
    [InlineData("U2b", TargetState.NotMet, 33.3)]
    [InlineData("U2c", TargetState.NotMet, 33.3)]
    [InlineData("U3", TargetState.Met, 5.0)]
    [InlineData("U4", TargetState.NotMet, 20.0)]
    public void A_plan_that_is_over_is_judged_by_its_own_years(string measure, TargetState state, double value)
    {
        var dataDate = measure == "U3" ? new DateOnly(2023, 12, 31) : PlanOver;
        var finding = Find(measure, SampleTown.At(dataDate));
        finding.Verdict.Figure!.Value.ShouldBe((decimal)value);
        finding.State.ShouldBe(state, finding.Words);
    }

    [Theory]
    [InlineData("A1", "Landsgennemsnittet for 2023 er ikke indlæst: hent jobindsats Y01A02.")]
    [InlineData("A2", "Landsgennemsnittet for december 2024 er ikke indlæst: hent jobindsats Y01C01.")]
    [InlineData("A3a", "Landsgennemsnittet for december 2024 er ikke indlæst: hent jobindsats Y07A02.")]
    public void Without_the_countrys_figure_it_says_which_one_to_fetch(string measure, string missing)
    {
        var finding = Find(measure, SampleTown.At(PlanOver));
        finding.State.ShouldBe(TargetState.CannotBeKnown);
        finding.Missing.ShouldBe([missing]);
        finding.Words.ShouldContain(missing);
        finding.Verdict.Target.ShouldBeNull();
        finding.Latest.ShouldNotBeNull();
    }

    [Fact]
    public void A_share_is_held_against_the_country_with_the_plans_offset()
    {
        var country = new ComparisonValue(
            "dagpenge.andel",
            ComparisonAreas.Country,
            FigurePeriod.Year(2023),
            3.5m,
            "jobindsats Y01A02",
            default
        );
        var finding = Find("A1", SampleTown.At(PlanOver), country);
        finding.Verdict.Figure!.Value.ShouldBe(3.64m);
        finding.Verdict.Target.ShouldBe(3.6m);
        finding.State.ShouldBe(TargetState.NotMet);
        finding.Verdict.GapText.ShouldBe("0,04 procentpoint over målet");
        finding.Verdict.Gap.ShouldBe(-0.04m);
        finding.Words.ShouldBe("Afgjort: ikke nået. 3,64 pct. i 2023. Målet er højst 0,1 procentpoint over landsgennemsnittet i 2023.");
    }

    [Fact]
    public void Without_a_printed_period_both_are_taken_for_the_newest_days_the_country_has()
    {
        var country = new ComparisonValue(
            "sygedagpenge.andel",
            ComparisonAreas.Country,
            FigurePeriod.Year(2023),
            6m,
            "jobindsats Y07A02",
            default
        );
        var finding = Find("A3a", SampleTown.At(PlanOver), country);
        finding.Verdict.Figure!.Period.ShouldBe(FigurePeriod.Year(2023));
        finding.State.ShouldBe(TargetState.Met);
        finding.Comparison.ShouldBe(country);
    }

    [Fact]
    public void Before_the_year_is_over_it_is_too_early_but_the_newest_figure_is_told()
    {
        var finding = Find("R2a", SampleTown.At(new(2023, 10, 31)));
        finding.State.ShouldBe(TargetState.TooEarly);
        finding.Words.ShouldBe(
            "For tidligt at sige: Tallet for 2023 kan først opgøres, når registeret dækker 31. december 2023. Det dækker nu til og med 31. oktober 2023. "
                + "Det seneste tal, oktober 2023, er 100 helårspersoner: 789 helårspersoner under målet."
        );
        finding.Verdict.Gap.ShouldBe(789);
    }

    [Fact]
    public void At_all_times_means_every_month_of_the_plan()
    {
        var finding = Find("R1a", SampleTown.At(PlanOver));
        finding.Words.ShouldBe(
            "Afgjort: ikke nået. 23 af 24 måneder lever op til målet, som er mindst 15 pct. til enhver tid. Længst under, juli 2023, er 10,0 pct."
        );
        (finding.Verdict.FigureText, finding.Verdict.GapText).ShouldBe(
            ("10,0 pct. (juli 2023)", "5,0 procentpoint under målet"),
            "the month that was missed, and not the newest, which was reached"
        );
    }

    [Fact]
    public void A_direction_without_a_number_is_held_against_the_year_before_the_plan() =>
        Find("U2a", SampleTown.At(PlanOver)).Words.ShouldBe("Afgjort: ikke nået. 33,3 pct. i 2024. Målet er et fald fra 33,3 pct.");

    [Fact]
    public void A_fact_that_no_module_brings_is_named()
    {
        var finding = Find("A3b", SampleTown.At(PlanOver, without: PartialReturnFacts.Table));
        finding.State.ShouldBe(TargetState.CannotBeKnown);
        finding.Missing.ShouldBe(["Oplysninger om »Delvis raskmelding« er ikke indlæst. De kommer fra: Kommunens sygedagpengesager."]);
    }

    [Fact]
    public void Without_any_facts_each_of_the_21_measures_says_what_it_lacks()
    {
        var nothing = new FactStore(PlanOver, "", []);
        foreach (var key in SamplePlan.Ties.Keys)
        {
            var finding = Find(key, nothing);
            finding.State.ShouldBe(TargetState.CannotBeKnown, key);
            finding.Missing.ShouldNotBeEmpty(key);
            finding.Latest.ShouldBeNull(key);
        }
    }

    [Fact]
    public void Dignity_is_not_known_before_enough_have_answered() =>
        HouseCatalogue
            .It.Get("samtaler.godt-behandlet")
            .Evaluate(SampleTown.At(PlanOver), FigurePeriod.Year(2024))
            .Why.ShouldBe("Der er endnu ikke svar nok på samtaleundersøgelsen til at vise et tal.");

    [Fact]
    public void No_target_is_judged_on_a_month_that_a_source_has_not_finished()
    {
        var store = SampleTown.WithWagesTo(new(2023, 9, 30), new(2023, 7, 31));
        var finding = Find("R1a", store, withTrend: true);
        finding.Words.ShouldStartWith("Afgjort: ikke nået. 6 af 7 måneder");
        finding.Latest!.Period.ShouldBe(FigurePeriod.Month(2023, 7));
        finding.Lag.ShouldBe("eIndkomst er komplet til og med 31. juli 2023.");
        finding.Trend.TakeLast(3).Select(t => (t.Period.Last.Month, t.IsComplete)).ShouldBe([(7, true), (8, false), (9, false)]);
        Find("R2a", store).Lag.ShouldBeNull("a figure that needs no wages does not wait for them");
    }

    [Fact]
    public void A_month_with_a_target_of_its_own_waits_until_every_source_is_complete_for_it()
    {
        var rule = new TargetRule(TargetRule.AtLeast, "pct.")
        {
            Value = 15,
            Plan = new(new(2023, 1, 1), new(2024, 12, 31)),
            Fixed = FigurePeriod.Month(2023, 8),
        };
        var indicator = HouseCatalogue.It.Get(SamplePlan.Ties["R1a"]);
        var waiting = PlanFollowUp.Judge(rule, indicator, SampleTown.WithWagesTo(new(2023, 9, 30), new(2023, 7, 31)), [], false);
        waiting.State.ShouldBe(TargetState.TooEarly);
        waiting.Words.ShouldBe(
            "For tidligt at sige: Tallet for august 2023 er foreløbigt: eIndkomst er komplet til og med 31. juli 2023. Det seneste tal, juli 2023, er 10,0 pct.: 5,0 procentpoint under målet."
        );
        var judged = PlanFollowUp.Judge(
            rule,
            indicator,
            SampleTown.WithWagesTo(new(2023, 9, 30), new(2023, 8, 31)),
            [],
            false
        );
        (judged.State, judged.Verdict.IsDecided).ShouldBe((TargetState.Met, true));
    }

    [Fact]
    public void A_forecast_begins_from_the_newest_complete_month() =>
        IndicatorForecast
            .HistoryOf(
                SampleTown.WithWagesTo(new(2024, 9, 30), new(2024, 7, 31)),
                HouseCatalogue.It.Get(SamplePlan.Ties["R1a"])
            )[^1]
            .Period.ShouldBe(FigurePeriod.Month(2024, 7));

    [Fact]
    public void The_trend_is_two_years_of_points_and_one_to_compare_with()
    {
        var finding = Find("R2a", SampleTown.At(PlanOver), withTrend: true);
        finding.Trend.Count.ShouldBe(25);
        finding.Trend[^1].ShouldBe(new TrendPoint(FigurePeriod.Month(2024, 12), 100));
        finding.Trend[0].Period.ShouldBe(FigurePeriod.Month(2022, 12));
    }

    private static TargetFinding Find(string measure, FactStore store, ComparisonValue? comparison = null, bool withTrend = false)
    {
        var drawn = SamplePlan.Draft.Themes.SelectMany(t => t.Measures).Single(m => m.Id == measure);
        var row = new PlanMeasureRow
        {
            Comparator = drawn.Comparator,
            Value = drawn.Value,
            Unit = drawn.Unit,
            ReferenceKind = drawn.Reference?.Kind,
            ReferenceValue = drawn.Reference?.Value,
            Offset = drawn.Offset,
            Period = drawn.Period,
            PeriodKind = drawn.PeriodKind,
            Deadline = drawn.Deadline,
            Baseline = drawn.Baseline,
        };
        var rule = TargetRule.Of(row, new() { PeriodFrom = 2023, PeriodTo = 2024 });
        return PlanFollowUp.Judge(
            rule,
            HouseCatalogue.It.Get(SamplePlan.Ties[measure]),
            store,
            comparison is null ? [] : [comparison],
            withTrend
        );
    }
}
