using Virker.Kernel;

namespace Virker.Platform;

/// <summary>What a register delivers, in an order where each thing comes after those that it refers to.</summary>
public sealed record Delivery(IEnumerable<Registered> All)
{
    /// <summary>Where the thing of a number, from 0, stands with whoever delivers it: a file's line.</summary>
    public Func<int, string> Place { get; init; } = at => $"Nr. {Danish.Number(at + 1)}";

    internal Refusal Refuse(int at, Registered what, string fault) =>
        new("register.fault", $"{Place(at)} ({what.Called}): {fault}");
}

/// <summary>
/// The register's one way in: the fictive municipality, the tests' towns and a municipality that moves in all come
/// through here, and no other place knows how a delivered thing is written. Either all of a delivery is taken in, or
/// nothing is, and each fault names its place.
/// </summary>
public interface IRegisterIntake
{
    /// <summary>Into a register in use: in one transaction, with each row in the journal.</summary>
    Task<Outcome<Done>> TakeInAsync(Delivery delivery, CancellationToken ct = default);

    /// <summary>
    /// In bulk, into the database of a municipality that nobody uses yet; the journal has one line. A fault ends it:
    /// whoever fills throws the database away, so it is filled aside (<see cref="DatabaseDraft"/>).
    /// </summary>
    Task<Outcome<Done>> FillAsync(Delivery delivery, CancellationToken ct = default);
}
