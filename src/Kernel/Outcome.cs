using System.Diagnostics.CodeAnalysis;

namespace Virker.Kernel;

/// <summary>
/// The answer to a use case: a value, or a <see cref="Kernel.Refusal"/> that can be said aloud. A bug throws instead.
/// </summary>
public readonly struct Outcome<T>
{
    private readonly T? _value;

    private Outcome(T? value, Refusal? refusal) => (_value, Refusal) = (value, refusal);

    /// <summary>Why it was refused; null when it was done.</summary>
    public Refusal? Refusal { get; }

    [MemberNotNullWhen(true, nameof(Refusal))]
    public bool IsRefused => Refusal is not null;

    /// <summary>The value. Throws when the use case was refused: ask <see cref="IsRefused"/> first.</summary>
    public T Value => Refusal is null ? _value! : throw new InvalidOperationException($"Refused: {Refusal.Code}");

    public static implicit operator Outcome<T>(T value) => new(value, null);

    public static implicit operator Outcome<T>(Refusal refusal) => new(default, refusal);

    public TAnswer Match<TAnswer>(Func<T, TAnswer> done, Func<Refusal, TAnswer> refused) =>
        Refusal is null ? done(_value!) : refused(Refusal);
}

/// <summary>The answer of a use case that changes something and has nothing to tell.</summary>
public sealed record Done
{
    public static readonly Done It = new();
}
