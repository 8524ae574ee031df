using Virker.Kernel;

namespace Virker.Platform;

/// <summary>
/// An axis of round numbers that holds all values, and where a value lies on it from 0 (low end) to 1.
/// </summary>
internal sealed record ChartScale(double Low, double High, double Step)
{
    /// <summary>Beyond this the axis would have more digits than paper; such a value counts as the limit.</summary>
    private const double Limit = 1e15;

    public IEnumerable<double> Ticks
    {
        get
        {
            var count = (int)Math.Round((High - Low) / Step);
            return Enumerable
                .Range(0, count + 1)
                .Select(i => Math.Abs(Low + i * Step) < Step * 1e-6 ? 0 : Low + i * Step);
        }
    }

    /// <summary>As many as the step needs to be told exactly.</summary>
    public int Decimals => Enumerable.Range(0, 9).FirstOrDefault(decimals => IsWhole(Step * Math.Pow(10, decimals)), 9);

    public double Place(double value) => Math.Clamp((Math.Clamp(value, -Limit, Limit) - Low) / (High - Low), 0, 1);

    public string Label(double tick) => Danish.Number(tick, Decimals);

    /// <summary>
    /// Bars start at zero; lines do when the values are nearer to zero than they are apart. No step is finer than the
    /// data.
    /// </summary>
    public static ChartScale Of(IEnumerable<double> values, bool fromZero, int decimals, int steps = 5)
    {
        var known = values
            .Where(double.IsFinite)
            .Select(value => Math.Clamp(value, -Limit, Limit))
            .DefaultIfEmpty(0)
            .ToList();
        double low = known.Min(),
            high = known.Max();
        if (fromZero || (low >= 0 && low < high * 0.6) || (high <= 0 && high > low * 0.6))
            (low, high) = (Math.Min(0, low), Math.Max(0, high));
        if (high - low < Math.Max(1e-9, Math.Max(Math.Abs(low), Math.Abs(high)) * 1e-9))
        {
            var reach = Math.Max(1, Math.Abs(high) * 0.1);
            (low, high) = (low == 0 ? 0 : low - reach, high + reach);
        }
        var step = Math.Max(Nice((high - low) / steps), Math.Pow(10, -Math.Clamp(decimals, 0, 9)));
        return new(Math.Floor(low / step + 1e-9) * step, Math.Ceiling(high / step - 1e-9) * step, step);
    }

    private static bool IsWhole(double number) => Math.Abs(number - Math.Round(number)) < 1e-6 * Math.Max(1, number);

    private static double Nice(double rough)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var digit = rough / power;
        return power * (digit <= 1 ? 1 : digit <= 2 ? 2 : digit <= 5 ? 5 : 10);
    }
}
