using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>
/// Show a citizen's whole CPR number. The only act that opens it; it has a line of its own in the access log, which the
/// citizen can read.
/// </summary>
public sealed record ShowCpr(CitizenId Citizen) : IQuery<WholeCpr>, IAboutCitizen;

public sealed record WholeCpr(Cpr Number);

[Requires("casework.citizen.show-cpr", Purpose = "Visning af hele CPR-nummeret")]
internal sealed class ShowCprHandler(VirkerContext db, KeyRing keys, CurrentMunicipality municipality)
    : IUseCase<ShowCpr, WholeCpr>
{
    public async Task<Outcome<WholeCpr>> RunAsync(ShowCpr query, CancellationToken ct = default)
    {
        var sealedNumber = await db.Set<CitizenRow>()
            .Where(c => c.Id == query.Citizen)
            .Select(c => c.CprSealed)
            .FirstOrDefaultAsync(ct);
        return sealedNumber is null
            ? CitizenRefusals.NotFound
            : new WholeCpr(keys.Of(municipality.Value).Open(sealedNumber));
    }
}
