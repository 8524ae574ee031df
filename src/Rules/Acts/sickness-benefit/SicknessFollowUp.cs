using Virker.Kernel;

namespace Virker.Rules;

/// <summary>Follow-up of the sick in category 2 and 3: first absence day is day 1.</summary>
public sealed class SicknessFollowUp : IRule<SicknessFollowUp.Facts, SicknessFollowUp.FollowUp>
{
    /// <param name="Category">2: lasts longer than eight weeks; 3: and with other challenges.</param>
    public sealed record Facts([Within(2, 3)] int Category);

    /// <param name="FirstBy">The last day for the first follow-up.</param>
    /// <param name="Count">Follow-ups at the least before <paramref name="Before"/>.</param>
    public sealed record FollowUp(DateOnly FirstBy, int Count, DateOnly Before);

    public string Id => "sickness.follow_up";

    public string Title => "Opfølgning i sygedagpengesager";

    public string Anchor => "Første fraværsdag";

    public IEnumerable<Example> Examples => [new("""{"category": 2}""", "2023-04-03")];

    public Outcome<Finding<FollowUp>> Answer(Facts facts, LawOn law)
    {
        if (
            !law.Knows("sickness.follow_up.first-week", out int week)
            || !law.Knows("sickness.follow_up.count", out int count)
            || !law.Knows("sickness.follow_up.months", out int months)
        )
            return law.Refused;
        var first = law.Day.AddDays((7 * week) - 1);
        var before = law.Day.AddMonths(months);
        return law.Finds(new FollowUp(first, count, before),
            Danish.Say($"Første opfølgning senest ved udgangen af uge {week}, den {first}; mindst {count} før den {before}."),
            Danish.Say($"Vi taler med dig første gang senest {first:d. MMMM yyyy} og mindst {count} gange det første halve år."));
    }
}
