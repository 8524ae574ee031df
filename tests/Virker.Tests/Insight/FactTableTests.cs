using Virker.Casework;
using Virker.Insight;

namespace Virker.Tests.Insight;

public sealed class FactTableTests
{
    private static readonly DateOnly NewYear = new(2023, 1, 1);

    [Fact]
    public void Sorts_by_person_and_first_day_and_keeps_each_row_whole()
    {
        var spells = new FactTableBuilder(EducationFacts.Table);
        spells.Spell(2, NewYear, null).Set(EducationFacts.Level, "eud").Set(EducationFacts.Outcome, "i-gang");
        spells
            .Spell(1, NewYear.AddDays(9), NewYear.AddDays(20))
            .Set(EducationFacts.Level, "fgu")
            .Set(EducationFacts.Outcome, "afbrudt");
        spells.Spell(1, NewYear, NewYear.AddDays(5)).Set(EducationFacts.Level, "gymnasial");
        var table = spells.Build();
        table.Subject.ShouldBe([1, 1, 2]);
        table.From.ShouldBe([NewYear.DayNumber, NewYear.DayNumber + 9, NewYear.DayNumber]);
        table.To[2].ShouldBe(FactTable.Open);
        table["level"].Codes.ShouldBe([(byte)3, (byte)5, (byte)4]);
        table["outcome"].Codes.ShouldBe([(byte)0, (byte)3, (byte)1]);
    }

    [Fact]
    public void Refuses_a_spell_that_ends_before_it_begins() =>
        Should.Throw<FactException>(() =>
            new FactTableBuilder(ResidenceFacts.Table).Spell(1, NewYear, NewYear.AddDays(-1))
        );

    [Fact]
    public void Refuses_a_code_that_the_dimension_does_not_have() =>
        Should.Throw<FactException>(() =>
            new FactTableBuilder(EducationFacts.Table).Spell(1, NewYear, null).Set(EducationFacts.Level, 99)
        );

    [Fact]
    public void Refuses_a_table_of_persons_with_a_hole_in_it()
    {
        var persons = new FactTableBuilder(PersonFacts.Table);
        persons.Subject(0);
        persons.Subject(2);
        Should.Throw<FactException>(() => persons.Build());
    }

    [Fact]
    public void Counts_a_value_under_the_one_above_it()
    {
        var mask = EducationFacts.Levels.Under(["ungdomsuddannelse"]);
        mask[EducationFacts.Levels["eud"]].ShouldBeTrue();
        mask[EducationFacts.Levels["gymnasial"]].ShouldBeTrue();
        mask[EducationFacts.Levels["fgu"]].ShouldBeFalse();
    }
}
