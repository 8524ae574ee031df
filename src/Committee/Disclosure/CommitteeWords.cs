using Virker.Platform;

namespace Virker.Committee;

/// <summary>
/// The journal keeps what was written on agendas and in minutes, closed items among them and as it was before they were
/// opened or closed. Whoever oversees the journal sees that it was written; the words are for those who may read closed
/// items.
/// </summary>
internal sealed class CommitteeWords : IWithholdsWords
{
    public string Permission => Disclosures.ReadAll;

    public bool Covers(string table) =>
        table.StartsWith("committee", StringComparison.Ordinal)
        || table.StartsWith("agenda_", StringComparison.Ordinal);
}
