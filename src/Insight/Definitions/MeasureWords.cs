namespace Virker.Insight;

/// <summary>
/// What a measure counts and how, in Danish, made of the measure's own parts: whatever bound, age, value or joining
/// of spells it is computed with is the one that is told, and a
/// text cannot say another. One place ends the sentences and says one thing and several.
/// </summary>
internal static class MeasureWords
{
    /// <summary>What is counted, as whole sentences.</summary>
    /// <param name="unit">The indicator's, which full-time persons are told in.</param>
    public static string Definition(Measure measure, string unit) =>
        measure switch
        {
            FullTime or LadderDays =>
                $"{Sentence(Noun(measure), $", omregnet til {unit}")}{(unit == "helårspersoner" ? " For en måned er tallet fuldtidspersoner." : "")}",
            Heads { Presence: Presence.InPeriod } or Group { Who: Present { Presence: Presence.InPeriod } } =>
                $"{Sentence(Noun(measure))} Hver tæller én gang.",
            Inflow or Outflow =>
                $"{Sentence(Noun(measure), $"; {((CellMeasure)measure).Set.Gap}")} Samme person kan have flere.",
            Ratio ratio => RatioWords.Definition(ratio),
            StatusAfter after => StatusWords.Definition(after),
            MeanDuration mean => Sentence(
                $"dage fra første til sidste dag, begge med, i gennemsnit for {FactWords.Spells(mean.Set)}, der slutter i perioden",
                $"; {mean.Set.Gap}"
            ),
            MeanAccruedSeniority mean => Sentence(
                $"{mean.Set.Table.Words.Days}, som personer, der på periodens sidste dag {FactWords.State(mean.Set)}, i gennemsnit har bag sig",
                $"; {mean.Set.Gap}"
            ),
            _ => Sentence(Noun(measure)),
        };

    /// <summary>How it is computed, as one sentence.</summary>
    public static string Formula(Measure measure) =>
        measure switch
        {
            FullTime or LadderDays => "Dagene / periodens dage.",
            Heads heads =>
                $"Antal forskellige {FactWords.Kind(heads.Set)}{(heads.Presence == Presence.AtEnd ? " på periodens sidste dag" : " i perioden")}.",
            Group group => $"Antal forskellige {FactWords.Kind(WhoWords.First(group.Who))}.",
            LongerThan longer => $"Antal forskellige personer på periodens sidste dag, hvis forløb {longer.Words}.",
            Inflow or Outflow => "Antal forløb.",
            Events events => $"Antal {FactWords.Unit(events.Set)}.",
            Total total => Sentence(FactWords.Sum(total.Column).Words),
            Ratio ratio => RatioWords.Formula(ratio),
            StatusAfter after => StatusWords.Formula(after),
            MeanDuration => "Dage / forløb.",
            MeanAccruedSeniority or MeanSeniority => "Dage / personer.",
            Difference difference => Sentence($"{Noun(difference.From)} minus {Noun(difference.Less)}"),
            MeanOfMonths => "Gennemsnit af periodens måneder.",
            _ => Sentence(Noun(measure)),
        };

    /// <summary>
    /// The units that what is counted may be told in; more than one where they are words for the same.
    /// </summary>
    public static IReadOnlyList<string> Units(Measure measure) => measure switch
    {
        FullTime or LadderDays => ["fuldtidspersoner", "helårspersoner"],
        Heads heads => UnitsOf(heads.Set),
        LongerThan longer => UnitsOf(longer.Set),
        Group group => UnitsOf(WhoWords.First(group.Who)),
        Inflow or Outflow => ["forløb"],
        Events events => [FactWords.Unit(events.Set)],
        Total total => [FactWords.Sum(total.Column).Unit],
        Ratio ratio => RatioWords.Units(ratio),
        StatusAfter => ["pct."],
        Difference difference => Units(difference.From),
        MeanOfMonths mean => Units(mean.Of),
        _ => ["dage"],
    };

    /// <summary>What is counted, as it stands within a sentence.</summary>
    internal static string Noun(Measure measure) =>
        measure switch
        {
            FullTime full => $"dage, hvor {FactWords.Subjects(full.Set)} {FactWords.State(full.Set)}",
            Heads heads =>
                $"{FactWords.Subjects(heads.Set)}, der {WhoWords.When(heads.Presence)} {FactWords.State(heads.Set)}",
            Group group => WhoWords.Noun(group.Who),
            LongerThan longer => WhoWords.Noun(new PresentLong(longer.Set, longer.Days)),
            Inflow inflow => $"{FactWords.Spells(inflow.Set)}, der begynder i perioden",
            Outflow outflow =>
                $"{FactWords.Spells(outflow.Set).TrimEnd(',')}{(FactWords.Spells(outflow.Set).EndsWith(',') ? " og" : ", der")} slutter i perioden",
            Events events => FactWords.Events(events.Set),
            Total total => FactWords.Sum(total.Column).Words,
            LadderDays ladder =>
                $"dage, hvor personer {FactWords.State(ladder.Set)} og har {Step(ladder)} {ladder.Set.Table.Words.Days} bag sig ({ladder.Set.Gap})",
            _ => string.Join(" og ", measure.Sets.Select(FactWords.State)),
        };

    /// <summary>With a capital letter, and one full stop however it ended.</summary>
    internal static string Sentence(string text, string more = "")
    {
        var whole = (text + more).TrimEnd('.', ' ');
        return $"{char.ToUpper(whole[0], System.Globalization.CultureInfo.InvariantCulture)}{whole[1..]}.";
    }

    private static string Step(LadderDays ladder) => ladder.Step == 0 ? $"færre end {ladder.Steps[0]}"
        : ladder.Step == ladder.Steps.Count ? $"mindst {ladder.Steps[^1]}"
            : $"{ladder.Steps[ladder.Step - 1]}-{ladder.Steps[ladder.Step] - 1}";

    private static IReadOnlyList<string> UnitsOf(FactSet set) => FactWords.Kind(set) == "personer" ? ["personer",
        "borgere"] : [FactWords.Kind(set)];
}
