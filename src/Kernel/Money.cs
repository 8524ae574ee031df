using System.Globalization;

namespace Virker.Kernel;

/// <summary>An amount in Danish kroner, exact to the øre.</summary>
public readonly record struct Money(decimal Kroner) : IComparable<Money>
{
    public static readonly Money Zero = new(0m);

    public static Money operator +(Money a, Money b) => new(a.Kroner + b.Kroner);

    public static Money operator -(Money a, Money b) => new(a.Kroner - b.Kroner);

    public static Money operator *(Money a, decimal factor) => new(a.Kroner * factor);

    /// <summary>Rounded to whole øre, half away from zero.</summary>
    public Money Rounded() => new(Math.Round(Kroner, 2, MidpointRounding.AwayFromZero));

    public int CompareTo(Money other) => Kroner.CompareTo(other.Kroner);

    public override string ToString() => Kroner.ToString("0.00", CultureInfo.InvariantCulture);
}
