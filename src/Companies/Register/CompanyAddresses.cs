using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;

namespace Virker.Companies;

/// <summary>
/// A company as the register has it. Whoever has a CVR number has a mailbox in Digital Post; what binds goes there and
/// no other way.
/// </summary>
internal sealed record CompanyAddresses(string Name, string? Phone, string? Email, string Letter) : IPartyContact
{
    public string? AddressOf(MessageChannel channel) =>
        channel == MessageChannel.Sms ? Phone
        : channel == MessageChannel.Email ? Email
        : channel == MessageChannel.Letter ? Letter
        : MessageChannel.DigitalPost.Text;

    public ChosenChannel Choose(MessageChannel? wanted, bool binding) =>
        wanted is null || binding || AddressOf(wanted) is not { Length: > 0 }
            ? new(MessageChannel.DigitalPost, null)
            : new(wanted, null);
}

/// <summary>Companies as the post finds them.</summary>
[Part]
internal sealed class CompanyPartyContacts(VirkerContext db) : IPartyContacts
{
    public async Task<IReadOnlyDictionary<Party, IPartyContact>> ReadAsync(
        IReadOnlyCollection<Party> parties,
        CancellationToken ct
    )
    {
        var ids = parties.Select(p => p.Company).OfType<CompanyId>().ToList();
        if (ids.Count == 0) return new Dictionary<Party, IPartyContact>();
        var companies = await db.Set<CompanyRow>().AsNoTracking().Where(c => ids.Contains(c.Id)).ToListAsync(ct);
        return companies.ToDictionary(c => Party.Of(c.Id), c => (IPartyContact)Of(c));
    }

    private static CompanyAddresses Of(CompanyRow company) =>
        new(company.Name, company.Phone, company.Email, $"{company.Address}, {company.PostalCode} {company.Town}");
}
