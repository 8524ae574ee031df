namespace Virker.Demo;

/// <summary>
/// The demo's own source of chance (SplitMix64): the same for a seed on every machine. Each person and each subject
/// draws from a stream of its own, so that more facts of one kind do not change another kind.
/// </summary>
internal struct Chance(ulong state)
{
    private ulong _state = state;

    /// <summary>The stream for something: for instance (seed, Streams.Meetings, person).</summary>
    public static Chance For(int seed, Stream stream, int number = 0) =>
        new(Mix(Mix(Mix((ulong)seed) ^ (ulong)stream) ^ (ulong)(uint)number));

    /// <summary>A random-looking identity (version 4) that is the same for the same seed.</summary>
    public static Guid Id(int seed, Stream stream, long number)
    {
        var chance = new Chance(Mix(Mix(Mix((ulong)seed) ^ ((ulong)stream << 32)) ^ (ulong)number));
        Span<byte> bytes = stackalloc byte[16];
        BitConverter.TryWriteBytes(bytes, chance.Next());
        BitConverter.TryWriteBytes(bytes[8..], chance.Next());
        bytes[6] = (byte)((bytes[6] & 0x0f) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3f) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>In [0, 1).</summary>
    public double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    public bool Says(double share) => Unit() < share;

    /// <summary>In [0, <paramref name="below"/>).</summary>
    public int Below(int below) => (int)(Unit() * below);

    /// <summary>In [<paramref name="from"/>, <paramref name="to"/>].</summary>
    public int Between(int from, int to) => from + Below(to - from + 1);

    public T Of<T>(ReadOnlySpan<T> choices) => choices[Below(choices.Length)];

    public T Of<T>(T[] choices) => choices[Below(choices.Length)];

    /// <summary>An index, each with its weight.</summary>
    public int Weighted(ReadOnlySpan<double> weights)
    {
        var sum = 0.0;
        foreach (var weight in weights) sum += weight;
        var left = Unit() * sum;
        for (var i = 0; i < weights.Length; i++)
        {
            if ((left -= weights[i]) < 0) return i;
        }

        return weights.Length - 1;
    }

    public double Exponential(double mean) => -mean * Math.Log(1 - Unit());

    public void Shuffle<T>(Span<T> items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var j = Below(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    private ulong Next()
    {
        _state += 0x9E3779B97F4A7C15UL;
        return Mix(_state);
    }

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}

/// <summary>What a stream of chance is for; the numbers are part of what a seed means.</summary>
internal enum Stream
{
    People = 1,
    Moves,
    Cpr,
    Benefits,
    Names,
    Addresses,
    Newcomers,
    Youth,
    Work,
    Cases,
    Meetings,
    Interventions,
    Notes,
    Hours,
    Companies,
    Contacts,
    JobOrders,
    Apprentices,
    Citizen,
    Team,
    Worker,
    Case,
    Meeting,
    Intervention,
    Note,
    Sanction,
    Company,
    CompanyPerson,
    CompanyContact,
    JobOrder,
    Apprentice,
    Newcomer,
    Resource,
    Slot,
    MyPlan,
    Outward,
    Waiting,
    Survey,
    Reassessment,
}

/// <summary>
/// Points spread evenly over (0, 1) however many are taken (golden ratio), so that durations drawn from them have the
/// distribution they should even in a small municipality: independent draws would move the rare counts by more than the
/// documents allow. Where one answer depends on another, each answer of the first has a spread of its own: two asked
/// about the same people would agree.
/// </summary>
internal struct Spread(double first)
{

    private double _at = first;

    public double Unit()
    {
        _at += 0.6180339887498949;
        if (_at >= 1) _at -= 1;
        return Math.Clamp(_at, 1e-9, 1 - 1e-9);
    }

    /// <summary>Log-normal with this median, stretched by <paramref name="sigma"/>.</summary>
    public double LogNormal(double median, double sigma) => median * Math.Exp(sigma * Quantile(Unit()));

    /// <summary>
    /// The normal distribution's quantile (Acklam's rational approximation, relative error below 1.2e-9).
    /// </summary>
    internal static double Quantile(double p)
    {
        const double Low = 0.02425;
        if (p < Low) return Tail(Math.Sqrt(-2 * Math.Log(p)));
        if (p > 1 - Low) return -Tail(Math.Sqrt(-2 * Math.Log(1 - p)));
        var q = p - 0.5;
        var r = q * q;
        return (
                (
                    (
                        ((-3.969683028665376e+01 * r + 2.209460984245205e+02) * r - 2.759285104469687e+02) * r
                        + 1.383577518672690e+02
                    ) * r
                    - 3.066479806614716e+01
                ) * r
                + 2.506628277459239e+00
            )
            * q
            / (
                (
                    (
                        ((-5.447609879822406e+01 * r + 1.615858368580409e+02) * r - 1.556989798598866e+02) * r
                        + 6.680131188771972e+01
                    ) * r
                    - 1.328068155288572e+01
                ) * r
                + 1
            );
    }

    private static double Tail(double q) =>
        (
            (
                (
                    ((-7.784894002430293e-03 * q - 3.223964580411365e-01) * q - 2.400758277161838e+00) * q
                    - 2.549732539343734e+00
                ) * q
                + 4.374664141464968e+00
            ) * q
            + 2.938163982698783e+00
        )
        / (
            (
                ((7.784695709041462e-03 * q + 3.224671290700398e-01) * q + 2.445134137142996e+00) * q
                + 3.754408661907416e+00
            ) * q
            + 1
        );
}
