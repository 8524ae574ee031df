using Virker.Kernel;

namespace Virker.Office;

/// <summary>
/// What a message is about, as the one who sends it must know. <paramref name="Kind"/>: a code of the module's own;
/// <paramref name="About"/>: what it booked; <paramref name="At"/>: the time that a reminder is about.
/// </summary>
public sealed record MessageSubject(string Kind, Guid? About, DateTimeOffset? At);

/// <summary>
/// What a module writes of, and whether it still holds when it is to be sent. Each module that writes brings one; no
/// two have the same code.
/// </summary>
[Part]
public interface IMessageKinds
{
    IReadOnlyList<ICodeWord> All { get; }

    /// <summary>False where what it tells of has passed, or is no longer so: then it is not sent.</summary>
    Task<bool> HoldsAsync(MessageSubject subject, DateTimeOffset now, CancellationToken ct);
}

internal static class MessageKinds
{
    public static IMessageKinds Of(this IEnumerable<IMessageKinds> modules, string kind) =>
        modules.Single(m => m.All.Any(k => k.Code == kind));

    public static ICodeWord Word(this IEnumerable<IMessageKinds> modules, string kind) =>
        modules.Of(kind).All.Single(k => k.Code == kind);
}
