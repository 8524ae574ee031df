namespace Virker.Kernel;

/// <summary>
/// Whole days from <paramref name="From"/> to <paramref name="To"/>, both included, as a benefit is paid; null is still
/// running.
/// </summary>
public readonly record struct Period(DateOnly From, DateOnly? To)
{
    public bool IsOpen => To is null;

    public bool Contains(DateOnly day) => day >= From && (To is null || day <= To);

    public bool Overlaps(Period other) =>
        (other.To is null || From <= other.To) && (To is null || other.From <= To);

    /// <summary>
    /// What is left when something else holds from <paramref name="day"/>; null when nothing is.
    /// </summary>
    public Period? EndedBefore(DateOnly day) =>
        day <= From ? null
        : To < day ? this
        : this with { To = day.AddDays(-1) };

    /// <summary>Days that lie in both, counting a running period up to <paramref name="other"/>'s end.</summary>
    public int DaysWithin(DateOnly from, DateOnly to)
    {
        var first = From > from ? From : from;
        var last = To is { } end && end < to ? end : to;
        return last < first ? 0 : last.DayNumber - first.DayNumber + 1;
    }

    public static Outcome<Period> Of(DateOnly from, DateOnly? to) =>
        to < from
            ? new Refusal("period.ends-before-start", "Slutdatoen ligger før startdatoen. Ret en af datoerne.")
            : new Period(from, to);
}
