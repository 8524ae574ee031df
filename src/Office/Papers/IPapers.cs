using Virker.Kernel;
using Virker.Platform;

namespace Virker.Office;

/// <summary>A paper that lies on a party (dokument), without what stands in it.</summary>
public sealed record Paper(Guid Id, string Title, string Kind, DateOnly ReceivedOn, string AddedBy);

/// <summary>A paper that came. <paramref name="Kind"/>: in the words of the module that keeps it.</summary>
public sealed record PaperReceived(string Title, string Kind, DateOnly ReceivedOn, string FileName, Stream Content);

/// <summary>
/// The papers kept on citizens and companies. Who may see and put them there is asked by the use case that calls.
/// </summary>
public interface IPapers
{
    /// <summary>The newest first.</summary>
    Task<IReadOnlyList<Paper>> OfAsync(Party party, CancellationToken ct);

    /// <returns>Refused, with fields of <see cref="PaperReceived"/>, where its title or day is wrong.</returns>
    Task<Outcome<Done>> AddAsync(Party party, PaperReceived paper, CancellationToken ct);

    Task<Outcome<OpenedFile>> OpenAsync(Party party, Guid paper, CancellationToken ct);

    /// <summary>It lay on the wrong one: the file is gone, and the journal keeps that it was there.</summary>
    Task<Outcome<Done>> RemoveAsync(Party party, Guid paper, CancellationToken ct);
}
