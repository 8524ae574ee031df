using Virker.Kernel;

namespace Virker.Rules;

/// <summary>
/// One value of the law with the days it holds (both included; null = no end is known), where it was read, how well it is known and the
/// day somebody last checked it. A null value is a declared gap: the law had a value on those days, and it has not been found.
/// </summary>
public sealed record DatedValue(DateOnly From, DateOnly? To, decimal? Value, string Source, LawStatus Status, DateOnly Checked)
{
    /// <summary>True when <see cref="From"/> is only the first day on which it is known to have been in force: the true start was not read.</summary>
    public bool InForceAtLatest { get; init; }

    public bool HoldsOn(DateOnly day) => day >= From && (To is null || day <= To);
}

/// <summary>
/// A number in the law under one name through time, read from the data file of <paramref name="Rule"/>: percent, kroner, weeks … (<paramref name="Unit"/>). Values never overlap. Asking for a
/// day outside them is refused, never guessed.
/// </summary>
public sealed record Parameter(string Rule, string Name, string Meaning, string Unit, LawRef Under, IReadOnlyList<DatedValue> Values)
{
    public Outcome<UsedParameter> On(DateOnly day) => Values.FirstOrDefault(v => v.HoldsOn(day) && v.Value is not null) is { } value
        ? new UsedParameter(this, value)
        : new Refusal("no-rule-at-date", Values.Count > 0 && day < Values[0].From
            ? $"{Meaning}: reglen gælder først fra {Values[0].From:yyyy-MM-dd}."
            : $"{Meaning}: der kendes ingen værdi for {day:yyyy-MM-dd}.", Under);
}

/// <summary>A parameter and the one of its values that an answer rests on.</summary>
public sealed record UsedParameter(Parameter Parameter, DatedValue Held)
{
    public decimal Value => Held.Value!.Value;

    public int Whole => decimal.ToInt32(Value);
}
