using System.Diagnostics.CodeAnalysis;
using Virker.Kernel;

namespace Virker.Rules;

/// <summary>
/// The law of one day, as a rule reads it: remembers each parameter that was read, and the first one that is not known on the day. A rule
/// asks with <see cref="Knows(string, out decimal)"/> and answers <see cref="Refused"/> when it does not.
/// </summary>
public sealed class LawOn(Lawbook book, DateOnly day)
{
    private readonly List<UsedParameter> _used = [];
    private readonly List<LawRef> _under = [];
    private readonly List<Unmet> _unmet = [];

    public DateOnly Day => day;

    /// <summary>Why the day is outside what is known; only after a question that was not answered.</summary>
    [AllowNull]
    public Refusal Refused { get => field ?? throw new InvalidOperationException("Every question was answered."); private set; }

    public bool Knows(string name, out decimal value)
    {
        var held = book[name].On(day);
        value = held.IsRefused ? 0m : held.Value.Value;
        if (held.IsRefused) Refused = held.Refusal;
        else _used.Add(held.Value);
        return !held.IsRefused;
    }

    public bool Knows(string name, out int value)
    {
        var known = Knows(name, out decimal number);
        value = decimal.ToInt32(number);
        return known;
    }

    /// <summary>True when the parameter holds a value on the day; reads nothing and refuses nothing.</summary>
    public bool Has(string name) => !book[name].On(day).IsRefused;

    /// <summary>A place in the law that the answer stands under and that has no number in it.</summary>
    public LawOn Under(LawRef place)
    {
        _under.Add(place);
        return this;
    }

    public LawOn Fails(string condition, string wouldMeet, DateOnly? metFrom = null)
    {
        _unmet.Add(new(condition, wouldMeet, metFrom));
        return this;
    }

    public Finding<TAnswer> Finds<TAnswer>(TAnswer answer, string why) =>
        new(answer, why, day, [.. _under.Concat(_used.Select(u => u.Parameter.Under)).Distinct()], [.. _used.Distinct()], [.. _unmet]);
}
