using System.Text.RegularExpressions;
using Virker.Insight;
using Virker.Tests.Support;
using Virker.Tests.Targets;

namespace Virker.Tests.Insight;

public sealed partial class CatalogueTests
{
    private static readonly FactStore Town = SampleTown.At(new(2023, 12, 31));

    [Fact]
    public void Each_key_figure_says_what_it_is_in_whole_sentences()
    {
        foreach (var indicator in HouseCatalogue.It.All)
        {
            indicator.Definition.ShouldEndWith(".", Case.Sensitive, indicator.Id);
            foreach (
                var text in new[]
                {
                    indicator.Name,
                    indicator.Unit,
                    indicator.Definition,
                    indicator.Formula,
                    indicator.Source,
                    indicator.Owner,
                }
            )
                text.Length.ShouldBeGreaterThan(2, indicator.Id);
            indicator.Id.ShouldMatch("^[a-z0-9]+([.-][a-z0-9]+)+$");
            indicator.Version.ShouldBeGreaterThan(0);
        }

        HouseCatalogue.It.All.Select(i => i.Name).ShouldBeUnique();
    }

    [Fact]
    public void Each_key_figure_is_worked_out_or_says_which_fact_is_not_there()
    {
        var figures = HouseCatalogue
            .It.All.Select(i => (i.Id, Figure: i.Evaluate(Town, i.LatestPeriod(Town.DataDate))))
            .ToList();
        var known = figures.Where(f => f.Figure.State == FigureState.Known).ToList();
        known.Count.ShouldBeGreaterThan(40);
        foreach (var (id, figure) in known) figure.Value.ShouldNotBeNull(id);

        var loaded = Town.Tables.Select(t => t.Declaration.Name).ToHashSet();
        var unknown = figures.Except(known).Select(f => (f.Id, Why: f.Figure.Why ?? "")).ToList();
        unknown.Where(f => !Reasons().IsMatch(f.Why)).ShouldBeEmpty();
        unknown
            .Where(f =>
                Reasons().Match(f.Why).Groups["missing"] is { Success: true } table && loaded.Contains(table.Value)
            )
            .ShouldBeEmpty("figures that say that a table is missing which is there");
        unknown
            .Where(f =>
                Reasons().Match(f.Why).Groups["present"] is { Success: true } table && !loaded.Contains(table.Value)
            )
            .ShouldBeEmpty("figures that say that a table lacks something, and it is not there at all");
        unknown
            .Single(f => f.Id == "arbejdspligt.timer")
            .Why.ShouldBe("Registeret har ingen måneder med arbejdspligt, som loven er kendt for.");
        unknown
            .Single(f => f.Id == "sanktioner.antal")
            .Why.ShouldBe("Oplysninger om »Sanktioner« er ikke indlæst. De kommer fra: Kommunens egne sager.");
        unknown
            .Single(f => f.Id == "indsatser.praktik")
            .Why.ShouldBe("Tabellen »Indsatser« kender ikke »virksomhedspraktik« under Indsats.");
    }

    /// <summary>
    /// The few whole sentences that say why a figure is not known: what is missing, and where it comes from.
    /// </summary>
    [GeneratedRegex(
        """
            ^(Oplysninger\ om\ »(?<missing>[^»«]+)«\ er\ ikke\ indlæst\.\ De\ kommer\ fra:\ \p{Lu}[^.]+\.|Tabellen\ »(?<present>[^»«]+)«\ kender\ ikke\ »[^»«]+«\ under\ \p{Lu}[^.]+\.
            |Ingen\ er\ i\ den\ gruppe,\ som\ tallet\ for\ [^.]+\ handler\ om\.|Kommunens\ samtaler\ er\ ikke\ indlæst\.|Der\ er\ endnu\ ikke\ svar\ nok\ på\ samtaleundersøgelsen\ til\ at\ vise\ et\ tal\.
            |Registeret\ har\ ingen\ måneder\ med\ arbejdspligt,\ som\ loven\ er\ kendt\ for\.)$
            """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Reasons();

    /// <summary>
    /// 40 insured since December 2022 and none of them in an education are 4 per cent of the 1,000 who are 16-66 all
    /// year; the 100 who turn 18 are 16 or more as well.
    /// </summary>
    [Fact]
    public void Figures_of_a_town_that_can_be_counted_on_paper()
    {
        Value("politik.ledige", FigurePeriod.Month(2023, 12)).ShouldBe(new Fraction(40 * 100, 1100));
        Value("politik.kommunal-forsoergelse", FigurePeriod.Month(2023, 12))
            .ShouldBe(new Fraction((100 + 50 + 20 + 60) * 100, 1100));
        Value("politik.langtidsledige", FigurePeriod.Month(2023, 12)).ShouldBe(new Fraction(40 * 100, 40));
        Value("politik.langtidsledige", FigurePeriod.Month(2023, 11)).ShouldBe(Fraction.Zero);
        Value("ydelser.tilgang", FigurePeriod.Month(2023, 6)).ShouldBe(5);
        Value("ydelser.varighed-afsluttede", FigurePeriod.Month(2023, 9)).ShouldBe(122);
        Value("refusion.trin-20", FigurePeriod.Month(2023, 10)).ShouldBe(35);
        Value("loennede-timer.gennemsnit", FigurePeriod.Month(2023, 7)).ShouldBe(new Fraction((10 * 12) + (3 * 4), 13));
    }

    [Fact]
    public void A_figure_issued_again_for_the_same_day_is_the_same_with_definition_and_version()
    {
        var later = SampleTown.At(new(2024, 6, 30));
        foreach (var indicator in HouseCatalogue.It.All)
        {
            var period = indicator.LatestPeriod(Town.DataDate);
            indicator
                .Evaluate(later.AsOf(Town.DataDate), period)
                .ShouldBe(indicator.Evaluate(Town, period), indicator.Id);
        }
    }

    /// <summary>Document 000: plus is good, whether more or less of it is.</summary>
    [Theory]
    [InlineData("politik.kommunal-forsoergelse", 10.5, 11.0, 0.5, 2)]
    [InlineData("politik.beskaeftigelse", 72.0, 72.5, -0.5, 3)]
    [InlineData("politik.unge-uden-uddannelse", 6.9, 16.7, 9.8, 1)]
    public void Deviation_from_the_country_is_turned_so_that_plus_is_good(
        string id,
        double own,
        double country,
        double deviation,
        int rank
    )
    {
        var better = HouseCatalogue.It.Get(id).MoreIsBetter == true;
        decimal Worse(int by) => (decimal)own + (better ? -by : by);
        var areas = new Dictionary<string, decimal>
        {
            ["Slagelse"] = (decimal)own,
            ["Aarhus"] = Worse(rank > 1 ? -1 : 2),
            ["Ærø"] = Worse(rank > 2 ? -2 : 3),
            ["Thisted"] = (decimal)own,
        };
        var standing = Standing.Among(HouseCatalogue.It.Get(id), "Slagelse", areas, (decimal)country);
        (standing.Deviation, standing.Rank, standing.Of).ShouldBe(((decimal)deviation, rank, 4));
    }

    private static Fraction? Value(string id, FigurePeriod period) =>
        HouseCatalogue.It.Get(id).Evaluate(Town, period).Value;
}
