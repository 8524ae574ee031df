using Virker.Kernel;

namespace Virker.Rules;

/// <summary>
/// One value of the law with the days it holds (both included; null = no end is known), where it was read, how well it
/// is known and the day somebody last checked it. A null value is a declared gap: the law had a value on those days,
/// and it has not been found.
/// </summary>
public sealed record DatedValue(
    DateOnly From,
    DateOnly? To,
    decimal? Value,
    string Source,
    LawStatus Status,
    DateOnly Checked
)
{
    /// <summary>
    /// True when <see cref="From"/> is only the first day on which it is known to have been in force: the true start
    /// was not read.
    /// </summary>
    public bool InForceAtLatest { get; init; }

    /// <summary>A condition or a list in words, where the law has no number; null where it has.</summary>
    public string? Text { get; init; }

    /// <summary>
    /// What a reader must know of the value: sources that disagree, what was assumed, what has not been seen.
    /// </summary>
    public string? Note { get; init; }

    /// <summary>False in a declared gap.</summary>
    public bool IsKnown => Value is not null || Text is not null;

    public bool HoldsOn(DateOnly day) => day >= From && (To is null || day <= To);
}

/// <summary>
/// A number or a condition of the law under one name through time, read from the data file of <paramref name="Rule"/>:
/// percent, kroner, weeks, text … (<paramref name="Unit"/>). Values never overlap. Asking for a day outside them is
/// refused, never guessed.
/// </summary>
public sealed record Parameter(
    string Rule,
    string Name,
    string Meaning,
    string Unit,
    LawRef Under,
    IReadOnlyList<DatedValue> Values
)
{
    /// <summary>The day that picks the value: event, start of the offer, payment week … in Danish.</summary>
    public string Anchor { get; init; } = "";

    /// <summary>What becomes of cases that began under an earlier value, where the law says it.</summary>
    public string? Transition { get; init; }

    public bool IsText => Unit == Units.Text;

    public Outcome<UsedParameter> On(DateOnly day) =>
        Values.FirstOrDefault(v => v.HoldsOn(day) && v.IsKnown) is { } value
            ? new UsedParameter(this, value)
            : new Refusal(
                "no-rule-at-date",
                Values.Count > 0 && day < Values[0].From
                    ? $"{Meaning}: reglen gælder først fra {Danish.Date(Values[0].From)}."
                    : $"{Meaning}: der kendes ingen værdi for {Danish.Date(day)}.",
                Under
            );

    /// <summary>
    /// The same parameter where one value holds on every day: an assumption to ask what if with, and shown as one.
    /// </summary>
    public Parameter Assumed(decimal value) =>
        this with
        {
            Values =
            [
                new(
                    DateOnly.MinValue,
                    null,
                    value,
                    "Antaget værdi i en simulering",
                    LawStatus.Unverified,
                    Values[^1].Checked
                ),
            ],
        };
}

/// <summary>A parameter and the one of its values that an answer rests on.</summary>
public sealed record UsedParameter(Parameter Parameter, DatedValue Held)
{
    public decimal Value => Held.Value!.Value;

    /// <summary>The condition in words; empty for a number.</summary>
    public string Text => Held.Text ?? "";

    public int Whole => decimal.ToInt32(Value);
}
