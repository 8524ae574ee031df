using FsCheck;
using FsCheck.Fluent;
using Virker.Demo;
using Virker.Kernel;

namespace Virker.Tests.Demo;

[Trait("Pace", "Slow")]
public sealed class FictiveCprTests
{
    private static readonly DateOnly First = new(1900, 1, 2);

    [Fact]
    public void Every_number_fits_birth_date_and_sex_and_can_belong_to_nobody()
    {
        var births = Gen.Choose(0, new DateOnly(2036, 12, 31).DayNumber - First.DayNumber)
            .Select(First.AddDays)
            .Where(d => d is not { Day: 1, Month: 1 });
        var cases = births.SelectMany(born =>
            ArbMap
                .Default.GeneratorFor<bool>()
                .SelectMany(man => Gen.Choose(0, 900).Select(ordinal => (born, man, ordinal)))
        );
        Prop.ForAll(
                Arb.From(cases),
                c =>
                {
                    var cpr = FictiveCpr.For(c.born, c.man, c.ordinal);
                    return cpr.Born == c.born
                        && cpr.IsMan == c.man
                        && FictiveCpr.CanBelongToNobody(cpr)
                        && Cpr.TryParse(cpr.Digits, out var again)
                        && again.Value.Born == c.born;
                }
            )
            .Check(Config.QuickThrowOnFailure);
    }

    [Fact]
    public void Gives_nobody_the_same_number_twice()
    {
        var born = new DateOnly(1965, 4, 12);
        var numbers = Enumerable
            .Range(0, 1500)
            .SelectMany(i => new[] { FictiveCpr.For(born, true, i), FictiveCpr.For(born, false, i) })
            .Select(c => c.Digits)
            .ToList();
        numbers.Distinct().Count().ShouldBe(3000);
    }

    [Fact]
    public void A_number_of_the_first_of_january_may_be_somebodys_even_without_the_check()
    {
        // Written together here, since the repository holds no number that may be somebody's.
        foreach (var born in new[] { new DateOnly(1965, 1, 1), new DateOnly(1982, 1, 1) })
        {
            var failing = Enumerable
                .Range(1000, 50)
                .Select(i => Cpr.Parse($"{born:ddMMyy}{i}").Value)
                .First(c => !c.PassesModulus11);
            FictiveCpr.CanBelongToNobody(failing).ShouldBeFalse();
        }
    }

    [Fact]
    public void A_number_that_passes_the_check_may_be_somebodys()
    {
        var passing = Enumerable
            .Range(0, 4000)
            .Select(i => Cpr.Parse($"{new DateOnly(1965, 4, 12):ddMMyy}{i:0000}"))
            .First(c => !c.IsRefused && c.Value.PassesModulus11)
            .Value;
        FictiveCpr.CanBelongToNobody(passing).ShouldBeFalse();
    }

    [Fact]
    public void Nobody_fictive_is_born_on_the_first_of_january() =>
        Should.Throw<ArgumentException>(() => FictiveCpr.For(new DateOnly(1970, 1, 1), true, 0));
}
