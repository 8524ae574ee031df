using Virker.Kernel;

namespace Virker.Demo;

/// <summary>
/// CPR numbers that look real, parse, fit the birth date and the sex, and can belong to nobody. Every number given out
/// before October 2007 passes the modulus 11 check, and the numbers without it that have been given out since are all
/// of 1 January births, whose numbers had run out (cpr.dk, "Personnumre uden kontrolciffer (modulus 11 kontrol)"). So a
/// number that fails the check on any other day of the year has never been given to anybody. Nobody fictive is born on
/// 1 January.
/// </summary>
public static class FictiveCpr
{
    /// <summary>Numbers per birth date and sex: running numbers of the right parity that fail the check.</summary>
    private const int Tries = 4000;

    public static bool CanBelongToNobody(Cpr cpr) => !cpr.PassesModulus11 && cpr.Born is not { Day: 1, Month: 1 };

    /// <summary>
    /// A number for somebody born on <paramref name="born"/>. The same <paramref name="ordinal"/> gives the same
    /// number, and different ordinals of one birth date and sex give different ones.
    /// </summary>
    /// <exception cref="ArgumentException">The birth date is a 1 January, outside 1900–2036, or has no more such
    /// numbers.</exception>
    public static Cpr For(DateOnly born, bool man, int ordinal)
    {
        if (born is { Day: 1, Month: 1 } || born.Year is < 1900 or > 2036)
            throw new ArgumentException("No fictive number is made for this birth date.", nameof(born));
        var left = ordinal;
        for (var i = 0; i < Tries; i++)
        {
            // 1237 has no factor in common with the 2000 running numbers of one parity, so the steps meet each of them
            // once.
            var running = ((i * 1237 % 2000) * 2) + (man ? 1 : 0);
            var serial = born.Year < 2000 ? running : 4000 + running;
            if (
                !Cpr.TryParse($"{born:ddMMyy}{serial:0000}", out var cpr)
                || cpr.Value.Born != born
                || !CanBelongToNobody(cpr.Value)
            )
                continue;
            if (left-- == 0)
                return cpr.Value;
            if (i >= 2000)
                break;
        }

        throw new ArgumentException("There are no more fictive numbers for this birth date.", nameof(ordinal));
    }
}
