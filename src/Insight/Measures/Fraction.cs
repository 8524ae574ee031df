namespace Virker.Insight;

/// <summary>
/// An exact number: whole days and persons are divided only where a figure is shown. Always in lowest terms with a
/// positive denominator.
/// </summary>
public readonly record struct Fraction : IComparable<Fraction>
{
    public static readonly Fraction Zero = new(0, 1);

    private readonly Int128 _denominator;

    public Fraction(Int128 numerator, Int128 denominator)
    {
        if (denominator == 0) throw new DivideByZeroException();
        var divisor = Divisor(Int128.Abs(numerator), Int128.Abs(denominator)) * (denominator < 0 ? -1 : 1);
        (Numerator, _denominator) = (numerator / divisor, denominator / divisor);
    }

    public Int128 Numerator { get; }

    /// <summary>At least 1, also of <c>default</c>.</summary>
    public Int128 Denominator => _denominator == 0 ? 1 : _denominator;

    public static implicit operator Fraction(long whole) => new(whole, 1);

    public static Fraction operator +(Fraction a, Fraction b) =>
        new((a.Numerator * b.Denominator) + (b.Numerator * a.Denominator), a.Denominator * b.Denominator);

    public static Fraction operator -(Fraction a, Fraction b) =>
        new((a.Numerator * b.Denominator) - (b.Numerator * a.Denominator), a.Denominator * b.Denominator);

    public static Fraction operator *(Fraction a, Fraction b) =>
        new(a.Numerator * b.Numerator, a.Denominator * b.Denominator);

    public static Fraction operator /(Fraction a, Fraction b) =>
        new(a.Numerator * b.Denominator, a.Denominator * b.Numerator);

    /// <summary>Rounded half away from zero, as figures are in Danish reports.</summary>
    public decimal Rounded(int decimals)
    {
        var scale = (Int128)Math.Pow(10, decimals);
        var twice = Numerator * scale * 2;
        var whole = (Int128.Abs(twice) + Denominator) / (Denominator * 2);
        return (decimal)(Numerator < 0 ? -whole : whole) / (decimal)scale;
    }

    public static Fraction Of(decimal value)
    {
        Int128 denominator = 1;
        while (value != decimal.Truncate(value)) (value, denominator) = (value * 10, denominator * 10);
        return new((Int128)value, denominator);
    }

    public bool Equals(Fraction other) => Numerator == other.Numerator && Denominator == other.Denominator;

    public override int GetHashCode() => HashCode.Combine(Numerator, Denominator);

    public int CompareTo(Fraction other) => (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    public override string ToString() => Denominator == 1 ? $"{Numerator}" : $"{Numerator}/{Denominator}";

    private static Int128 Divisor(Int128 a, Int128 b)
    {
        while (b != 0) (a, b) = (b, a % b);
        return a == 0 ? 1 : a;
    }
}
