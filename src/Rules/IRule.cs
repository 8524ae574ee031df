using Virker.Kernel;

namespace Virker.Rules;

/// <summary>
/// A rule as the catalogue lists it: its stable id ("refund.percentage"), its Danish title and what the day it is asked
/// for means.
/// </summary>
public interface IRule
{
    string Id { get; }

    string Title { get; }

    /// <summary>
    /// The date that picks the version of the law: event, start of the offer, payment week … in Danish.
    /// </summary>
    string Anchor { get; }

    /// <summary>Questions with their answers for the rule's page and for the generated documentation.</summary>
    IEnumerable<Example> Examples => [];
}

/// <summary>
/// One rule: takes facts and the law of a day, gives a finding or refuses. Pure. <typeparamref name="TFacts"/> and
/// <typeparamref name="TAnswer"/> are records whose properties are the facts and answers by name (in snake_case outside
/// C#).
/// </summary>
public interface IRule<in TFacts, TAnswer> : IRule
{
    Outcome<Finding<TAnswer>> Answer(TFacts facts, LawOn law);
}

/// <summary>A question to a rule that shows it at work: the facts as JSON, the day.</summary>
public sealed record Example(string Facts, DateOnly On)
{
    public Example(string facts, string on) : this(facts, WrittenDate.Iso(on)!.Value) { }
}

/// <summary>The fact must be one of these.</summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public sealed class OneOfAttribute(params string[] values) : Attribute
{
    public IReadOnlyList<string> Values { get; } = values;
}

/// <summary>The fact must lie within these bounds, both included.</summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public sealed class WithinAttribute(double least, double most = double.MaxValue) : Attribute
{
    public double Least { get; } = least;

    public double Most { get; } = most;
}

/// <summary>A rule that needs no facts but the day.</summary>
public sealed record NoFacts;
