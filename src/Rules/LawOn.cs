using System.Diagnostics.CodeAnalysis;
using Virker.Kernel;

namespace Virker.Rules;

/// <summary>
/// The law of one day, as a rule reads it: remembers each parameter that was read, and the first one that is not known
/// on the day. A rule asks with <see cref="Knows(string, out decimal)"/> and answers <see cref="Refused"/> when it does
/// not.
/// </summary>
public sealed class LawOn(Lawbook book, DateOnly day)
{
    private List<UsedParameter> _used = [];
    private List<LawRef> _under = [];
    private List<Unmet> _unmet = [];

    public DateOnly Day => day;

    /// <summary>
    /// The same question under the law of another day, where one rule has several anchors (each week's payment, each
    /// month's rate).
    /// </summary>
    public LawOn At(DateOnly other) => new(book, other) { _used = _used, _under = _under, _unmet = _unmet };

    /// <summary>Why the day is outside what is known; only after a question that was not answered.</summary>
    [AllowNull]
    public Refusal Refused
    {
        get => field ?? throw new InvalidOperationException("Every question was answered.");
        private set;
    }

    public bool Knows(string name, out decimal value)
    {
        var known = Reads(name);
        value = known ? Holding(name).Value : 0m;
        return known;
    }

    public bool Knows(string name, out int value)
    {
        var known = Knows(name, out decimal number);
        value = decimal.ToInt32(number);
        return known;
    }

    public bool Knows(string name, out string text)
    {
        var known = Reads(name);
        text = known ? Holding(name).Text : "";
        return known;
    }

    /// <summary>
    /// Whether the parameter holds on the day, be it a number or words; remembers it as read, or why it was not.
    /// </summary>
    public bool Reads(string name)
    {
        var held = book[name].On(day);
        if (held.IsRefused) Refused = held.Refusal;
        else _used.Add(held.Value);
        return !held.IsRefused;
    }

    /// <summary>What was read of a parameter.</summary>
    public UsedParameter Holding(string name) => _used.Last(u => u.Parameter.Name == name);

    /// <summary>
    /// A limit that chooses which value answers (the last week of a step), 0 where none is known. It stands in the same
    /// place of the law as the value that it chooses, and is not told beside it.
    /// </summary>
    internal int Limit(string name) => book[name].On(day) is { IsRefused: false } held ? held.Value.Whole : 0;

    /// <summary>True when the parameter holds a value on the day; reads nothing and refuses nothing.</summary>
    public bool Has(string name) => !book[name].On(day).IsRefused;

    /// <summary>A place in the law that the answer stands under and that has no number in it.</summary>
    public LawOn Under(LawRef place)
    {
        _under.Add(LawLinks.Of(place));
        return this;
    }

    public LawOn Fails(string condition, string wouldMeet, DateOnly? metFrom = null)
    {
        _unmet.Add(new(condition, wouldMeet, metFrom));
        return this;
    }

    /// <param name="answer">The answer.</param>
    /// <param name="why">The reason, in a sentence for a case worker.</param>
    /// <param name="citizen">What it means, in a sentence for the citizen (or the company) that it is about.</param>
    public Finding<TAnswer> Finds<TAnswer>(TAnswer answer, string why, string citizen) =>
        new(
            answer,
            why,
            day,
            [.. _under.Concat(_used.Select(u => u.Parameter.Under)).Distinct()],
            [.. _used.Distinct()],
            [.. _unmet]
        )
        {
            Plainly = citizen,
        };
}
