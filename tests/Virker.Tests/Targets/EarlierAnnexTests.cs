using Virker.Insight;
using Virker.Targets;

namespace Virker.Tests.Targets;

/// <summary>
/// What was frozen is issued again, whichever edition froze it: the lines here are written as the earlier edition wrote
/// them.
/// </summary>
public sealed class EarlierAnnexTests
{
    private const string Common = """
        "Measure":{"Value":"7f0c1c7e-53a5-4f0e-9a53-0d0f1c5b2a11"},"Theme":"Ledige","Key":"1","Text":"Højst 889 helårspersoner","Indicator":"ydelser.i-alt","IndicatorVersion":1,
        "IndicatorName":"Helårspersoner","Unit":"helårspersoner","Decimals":0,"Definition":"Alle.","Source":"Kommunen","TargetText":"højst 889 helårspersoner i 2023","Comparison":null,
        "Trend":[{"Label":"dec. 2023","Value":1016}],"Missing":[]
        """;

    private const string Judged = $$"""
        {{{Common}},"State":1,"Words":"Ikke opfyldt.","Target":889,"AtTarget":940,"AtTargetPeriod":"2023","Latest":1016.5,"LatestPeriod":"12 måneder til og med marts 2024","Gap":-51,
        "GapText":"51 helårspersoner over målet"}
        """;

    [Fact]
    public void A_line_frozen_by_an_earlier_edition_keeps_its_verdict_number_and_distance()
    {
        var line = AnnexLine.FromJson(Judged);
        (line.Verdict.State, line.Verdict.StateText, line.Verdict.IsDecided).ShouldBe(
            (TargetState.NotMet, "Ikke opfyldt", false)
        );
        (line.Verdict.FigureText, line.Verdict.GapText).ShouldBe(
            ("940 helårspersoner (2023)", "51 helårspersoner over målet")
        );
        (line.Verdict.Target, line.Verdict.Gap).ShouldBe((889m, -51m));
        line.Latest.ShouldBe(new(new(new(2023, 4, 1), new(2024, 3, 31)), 1016.5m, null, null));
        line.Trend.ShouldHaveSingleItem().IsComplete.ShouldBeTrue();
        AnnexLine.FromJson(line.ToJson()).Verdict.ShouldBe(line.Verdict, "what is frozen again is the same");
    }

    [Fact]
    public void What_was_too_early_or_not_known_is_so_still()
    {
        var early = AnnexLine.FromJson(
            $$"""{{{Common}},"State":2,"Words":"For tidligt.","Target":889,"AtTarget":null,"AtTargetPeriod":null,"Latest":900,"LatestPeriod":"oktober 2023","Gap":null,"GapText":null}"""
        );
        (early.Verdict.StateText, early.Verdict.FigureText).ShouldBe(
            ("For tidligt at sige", "900 helårspersoner (oktober 2023)")
        );
        var unknown = AnnexLine.FromJson(
            $$"""{{{Common}},"State":3,"Words":"Kan ikke.","Target":null,"AtTarget":null,"AtTargetPeriod":null,"Latest":null,"LatestPeriod":null,"Gap":null,"GapText":null}"""
        );
        (unknown.Verdict.StateText, unknown.Verdict.FigureText, unknown.Latest).ShouldBe(
            ("Kan ikke opgøres", null, null)
        );
    }

    [Fact]
    public void Days_in_words_are_the_days_again()
    {
        FigurePeriod[] all =
        [
            FigurePeriod.Year(2023),
            FigurePeriod.Month(2023, 12),
            FigurePeriod.Month(2024, 5),
            FigurePeriod.TwelveMonthsTo(FigurePeriod.Month(2024, 2)),
            new(new(2023, 1, 1), new(2023, 10, 31)),
            new(new(2023, 1, 1), new(2024, 12, 31)),
        ];
        foreach (var period in all) EarlierAnnexLine.PeriodOf(period.ToString()).ShouldBe(period, period.ToString());
        EarlierAnnexLine.PeriodOf("i fjor").ShouldBeNull();
    }
}
