using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>
/// Names for whoever watches over the access log. A protected name is not among them, and unknown protection counts as
/// protected.
/// </summary>
[Part]
internal sealed class CitizenNames(VirkerContext db, CprIndex cprs) : ICitizenNames
{
    public async Task<IReadOnlyDictionary<CitizenId, string>> OfAsync(
        IReadOnlyCollection<CitizenId> citizens,
        CancellationToken ct = default
    ) =>
        await db.Set<CitizenRow>()
            .AsNoTracking()
            .Where(c => citizens.Contains(c.Id) && c.AddressProtected == false)
            .Select(c => new
            {
                c.Id,
                c.GivenName,
                c.FamilyName,
            })
            .ToDictionaryAsync(c => c.Id, c => $"{c.GivenName} {c.FamilyName}", ct);

    public async Task<CitizenId?> WithCprAsync(Cpr cpr, CancellationToken ct = default)
    {
        var index = cprs.Of(cpr);
        return await db.Set<CitizenRow>()
            .Where(c => c.CprIndex == index)
            .Select(c => (CitizenId?)c.Id)
            .FirstOrDefaultAsync(ct);
    }
}
