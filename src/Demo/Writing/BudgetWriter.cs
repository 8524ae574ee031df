using Virker.Economy;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Demo;

/// <summary>
/// Delivers the council's budget: full-time persons as expected the year before, at a round yearly price of the fictive
/// municipality's own.
/// </summary>
internal sealed class BudgetWriter(World world, List<Registered> register)
{
    /// <summary>Thousand kroner a full-time person a year, by benefit; invented.</summary>
    private static readonly int[] Prices = [0, 205, 140, 150, 92, 88, 225, 148, 150, 195, 110, 190, 215, 200, 180, 210];

    public void Write()
    {
        for (var year = world.Plan.From.Year; year <= world.Plan.Until.Year; year++)
        {
            for (var benefit = 1; benefit <= BenefitKind.Most; benefit++)
            {
                var expected =
                    (BenefitLevels.On(benefit, new DateOnly(year - 1, 7, 1)) * 0.6)
                    + (BenefitLevels.On(benefit, new DateOnly(year, 7, 1)) * 0.4);
                var persons = world.Plan.Scaled(expected);
                register.Add(
                    new RegisteredBudgetLine(year, benefit, persons, new Money(persons * Prices[benefit] * 1000m))
                );
            }
        }
    }
}
