using Virker.Platform;

namespace Virker.Committee;

/// <summary>
/// A version of a meeting's agenda or minutes is out, with the items that the public can read in it.
/// </summary>
public sealed record PapersPublished(
    CommitteeMeetingId Meeting,
    PublicationKind Kind,
    int Number,
    IReadOnlyList<AgendaItemId> Items
) : IEvent;
