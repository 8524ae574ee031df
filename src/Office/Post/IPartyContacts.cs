using Virker.Kernel;

namespace Virker.Office;

/// <summary>How somebody can be reached, as the register of the module whose party it is says.</summary>
public interface IPartyContact
{
    string Name { get; }

    /// <summary>Where a message goes; null where the register does not know.</summary>
    string? AddressOf(MessageChannel channel);

    /// <summary>
    /// The way a message goes. <paramref name="wanted"/>: the one asked for, null where any will do. <paramref
    /// name="binding"/>: staying away, or not answering, can have a consequence.
    /// </summary>
    ChosenChannel Choose(MessageChannel? wanted, bool binding);
}

/// <summary>Where the post finds whom it writes to; each module that has parties brings one.</summary>
[Part]
public interface IPartyContacts
{
    /// <summary>Those of them that are the module's own.</summary>
    Task<IReadOnlyDictionary<Party, IPartyContact>> ReadAsync(
        IReadOnlyCollection<Party> parties,
        CancellationToken ct
    );
}

internal static class PartyContacts
{
    public static async Task<IReadOnlyDictionary<Party, IPartyContact>> OfAllAsync(
        this IEnumerable<IPartyContacts> modules,
        IReadOnlyCollection<Party> parties,
        CancellationToken ct
    )
    {
        var found = new Dictionary<Party, IPartyContact>();
        foreach (var module in modules)
        {
            foreach (var (party, contact) in await module.ReadAsync(parties, ct)) found[party] = contact;
        }

        return found;
    }
}
