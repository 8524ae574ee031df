using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>What the register has of ways to reach a citizen, and what the citizen has said of it.</summary>
internal sealed record ContactDetails(string? Phone, string? Email, bool WithoutDigitalPost, bool NoTexts)
    : IPartyContact
{
    public string Name { get; init; } = "";

    /// <summary>What stands on a letter; a protected address does not.</summary>
    public string? Letter { get; init; }

    public string? AddressOf(MessageChannel channel) =>
        channel == MessageChannel.Sms ? Phone
        : channel == MessageChannel.Email ? Email
        : channel == MessageChannel.Letter ? Letter
        : MessageChannel.DigitalPost.Text;

    public ChosenChannel Choose(MessageChannel? wanted, bool binding) =>
        MessageChannels.Choose(this, wanted ?? MessageChannels.Light(this), binding);
}

/// <summary>Citizens as the post finds them.</summary>
[Part]
internal sealed class CitizenContacts(VirkerContext db) : IPartyContacts
{
    public async Task<IReadOnlyDictionary<Party, IPartyContact>> ReadAsync(
        IReadOnlyCollection<Party> parties,
        CancellationToken ct
    )
    {
        var ids = parties.Select(p => p.Citizen).OfType<CitizenId>().ToList();
        if (ids.Count == 0) return new Dictionary<Party, IPartyContact>();
        var citizens = await db.Set<CitizenRow>().AsNoTracking().Where(c => ids.Contains(c.Id)).ToListAsync(ct);
        var wishes = await db.Set<ContactWishRow>()
            .AsNoTracking()
            .Where(w => ids.Contains(w.CitizenId))
            .ToDictionaryAsync(w => w.CitizenId, ct);
        return citizens.ToDictionary(
            c => Party.Of(c.Id),
            c => (IPartyContact)Of(c, wishes.GetValueOrDefault(c.Id))
        );
    }

    public static ContactDetails Of(CitizenRow citizen, ContactWishRow? wish) =>
        new(citizen.Phone, citizen.Email, wish?.WithoutDigitalPost == true, wish?.NoTexts == true)
        {
            Name = citizen.Name,
            Letter = citizen.ShownAddress
                ?? (citizen.Address is null ? null : "Beskyttet adresse: slås op af den, der sender"),
        };
}
