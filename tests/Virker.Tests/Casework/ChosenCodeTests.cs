using Virker.Casework;
using Virker.Kernel;
using Virker.Platform;
using Virker.Rules;
using Virker.Tests.Support;

namespace Virker.Tests.Casework;

/// <summary>
/// What the law only expects, or held once, is in no choice and goes into no register; what nobody has checked says so.
/// </summary>
public sealed class ChosenCodeTests
{
    [Fact]
    public void Only_what_holds_and_is_law_may_be_chosen()
    {
        foreach (var list in new[] { CodeList.TargetGroups, CodeList.Benefits, CodeList.Interventions })
        {
            foreach (var day in new DateOnly[] { new(2024, 4, 2), new(2025, 7, 1), new(2027, 1, 1) })
            {
                var shown = list.ToChoose(day);
                shown.ShouldNotBeEmpty($"{list.Title} {day}");
                shown.ShouldEachBe(c => c.Number != null && c.Status != LawStatus.Agreement && c.HoldsOn(day));
                shown
                    .Where(c => c.Status == LawStatus.Unverified)
                    .ShouldEachBe(c => c.Choice(day).EndsWith("(ikke kontrolleret)"));
                shown.ShouldEachBe(c => !c.Choice(day).Contains("ikke fundet"));
            }
        }

        CodeList.Benefits.MayBeChosen(4, new(2025, 6, 30)).ShouldBeTrue();
        CodeList.Benefits.MayBeChosen(4, new(2025, 7, 1)).ShouldBeFalse("uddannelseshjælp is no more");
    }

    [Theory]
    [InlineData("2025-06-20", 4, null)]
    [InlineData("2025-07-02", 4, "shift.benefit")]
    [InlineData("2025-07-02", 99, "shift.benefit")]
    public void A_benefit_is_not_shifted_to_one_that_does_not_hold_on_the_day(string from, int benefit, string? code)
    {
        var day = DateOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture);
        ShiftBenefitHandler
            .Decide(new(default, benefit, day), new BenefitSpellRow { Benefit = 2, FromDay = day.AddYears(-1) }, day)
            ?.Code.ShouldBe(code);
        if (code is not null)
            ShiftBenefitHandler
                .Decide(
                    new(default, benefit, day),
                    new BenefitSpellRow { Benefit = 2, FromDay = day.AddYears(-1) },
                    day
                )
                .ShouldNotBeNull();
    }
}
