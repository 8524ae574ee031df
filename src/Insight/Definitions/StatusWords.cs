namespace Virker.Insight;

/// <summary>The words of what follows an event.</summary>
internal static class StatusWords
{
    public static string Definition(StatusAfter after)
    {
        var except =
            after.Except.Count == 0
                ? ""
                : $" Den, der den dag {ValueWords.List([.. after.Except.Select(FactWords.State)], "eller")}, tæller ikke med.";
        var by = after.By == CohortPeriod.FollowUp ? "opfølgningsdag ligger i perioden" : "dag ligger i perioden";
        return $"{MeasureWords.Sentence($"andel af {FactWords.Spells(after.Set)}, hvor personen {Day(after)} {Status(after)}")}{except} Tallet er om dem, hvis {by}.";
    }

    public static string Formula(StatusAfter after) =>
        MeasureWords.Sentence(
            $"{FactWords.Spells(after.Set)}, hvor personen på opfølgningsdagen {Status(after)} / alle, der er fulgt så længe, gange 100"
        );

    private static string Status(StatusAfter after) => (after.Negated ? "ikke " : "") + FactWords.State(after.Status);

    private static string Day(StatusAfter after) => FactWords.IsOneDay(after.Set) ? $"{after.After}"
        : $"{after.After} {(after.On == CohortEvent.Ends ? "sidste dag" : "første dag")}";
}
