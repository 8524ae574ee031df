using Virker.Casework;
using Virker.Insight;
using Virker.Youth;

namespace Virker.Tests.Insight;

/// <summary>
/// A small register of random spells, events and persons, the same for the same seed; overlaps, gaps and open spells
/// abound.
/// </summary>
internal static class RandomRegister
{
    public static readonly DateOnly First = new(2020, 11, 20);
    public static readonly DateOnly DataDate = new(2023, 3, 31);

    public static readonly Dimension Benefit = new(
        "benefit",
        "Ydelse",
        [new(1, "a", "A"), new(2, "b", "B"), new(3, "b-under", "B, lille", "b")]
    );
    public static readonly Dimension Group = new("target-group", "Målgruppe", [new(1, "x", "X"), new(2, "y", "Y")]);

    /// <summary>The table of benefits with the few codes of this register.</summary>
    public static FactTableBuilder Benefits() =>
        new FactTableBuilder(BenefitFacts.Table)
            .Coded(BenefitFacts.Benefit, Benefit)
            .Coded(BenefitFacts.TargetGroup, Group);

    public static FactStore Of(int seed, int persons = 14)
    {
        var random = new Random(seed);
        var people = new FactTableBuilder(PersonFacts.Table);
        for (var p = 0; p < persons; p++)
            people
                .Subject(p)
                .Set(PersonFacts.Born, new DateOnly(1955, 1, 1).DayNumber + random.Next(365 * 55))
                .Set(PersonFacts.Sex, random.Next(3));
        var benefits = Benefits();
        for (var i = 0; i < persons * 5; i++)
        {
            var (from, to) = Days(random);
            benefits
                .Spell(random.Next(persons), from, to)
                .Set(BenefitFacts.Benefit, random.Next(4))
                .Set(BenefitFacts.TargetGroup, random.Next(3));
        }

        var hours = new FactTableBuilder(PaidHoursFacts.Table);
        for (var i = 0; i < persons * 3; i++)
        {
            var (from, to) = Days(random);
            hours.Spell(random.Next(persons), from, to).Set(PaidHoursFacts.Hours, random.Next(40));
        }

        var left = new FactTableBuilder(SchoolLeavingFacts.Table);
        for (var i = 0; i < persons * 2; i++) left.Event(random.Next(persons), First.DayNumber + random.Next(900));
        return new(DataDate, "1", [people.Build(), benefits.Build(), hours.Build(), left.Build()]);
    }

    private static (int From, int To) Days(Random random)
    {
        var from = First.DayNumber + random.Next(860);
        return (from, random.Next(8) == 0 ? FactTable.Open : from + (random.Next(4) == 0 ? 0 : random.Next(200)));
    }
}
