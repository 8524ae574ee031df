namespace Virker.Insight;

/// <summary>The words of one measure divided by another.</summary>
internal static class RatioWords
{
    private const int PerCent = 100;

    public static string Definition(Ratio ratio)
    {
        if (!IsShare(ratio))
        {
            var times = ratio.Scale is 1 or PerCent ? "" : $", gange {ratio.Scale}";
            return MeasureWords.Sentence(
                $"{MeasureWords.Noun(ratio.Part)}, {(ratio.Scale == PerCent ? "for hver 100" : "delt med")} {MeasureWords.Noun(ratio.Whole)}{times}"
            );
        }

        // Where one group is some of the other, what makes it so is enough.
        return Rest(ratio) is { } rest ? MeasureWords.Sentence($"andel af {MeasureWords.Noun(ratio.Whole)}, som {rest}")
            : MeasureWords.Sentence($"{MeasureWords.Noun(ratio.Part)}, i pct. af {MeasureWords.Noun(ratio.Whole)}");
    }

    public static string Formula(Ratio ratio) =>
        MeasureWords.Sentence(
            $"{MeasureWords.Noun(ratio.Part)} / {MeasureWords.Noun(ratio.Whole)}{(ratio.Scale == 1 ? "" : $", gange {ratio.Scale}")}"
        );

    public static IReadOnlyList<string> Units(Ratio ratio) => IsShare(ratio) ? ["pct."]
        : ratio is { Part: FullTime, Whole: Heads, Scale: 52 } ? ["uger"] : MeasureWords.Units(ratio.Part);

    /// <summary>Of what is counted in the same unit.</summary>
    private static bool IsShare(Ratio ratio) => ratio.Scale == PerCent
        && MeasureWords.Units(ratio.Part).Intersect(MeasureWords.Units(ratio.Whole)).Any();

    private static string? Rest(Ratio ratio) => (WhoOf(ratio.Part), WhoOf(ratio.Whole)) is ({ } part, { } whole)
        ? WhoWords.Rest(part, whole) : null;

    private static Who? WhoOf(Measure measure) => measure switch { Group group => group.Who, Heads heads =>
        new Present(heads.Set, heads.Presence), _ => null };
}
