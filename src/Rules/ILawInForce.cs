namespace Virker.Rules;

/// <summary>
/// The law as this municipality evaluates it: what is compiled in, and over it the regulations that two people there
/// have approved. Whoever asks the law about a citizen, a case or a figure asks this and not <see
/// cref="Lawbook.Current"/>.
/// </summary>
public interface ILawInForce
{
    Task<Lawbook> ReadAsync(CancellationToken ct = default);

    /// <summary>The types of the rows that the answer stands on, for whoever keeps what is made of it.</summary>
    IReadOnlyList<Type> StandsOn { get; }
}
