using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>What has been told to a citizen, the newest first, and how they may be reached.</summary>
public sealed record SeeMessages(CitizenId Citizen) : IQuery<CitizenMessages>, IAboutCitizen;

public sealed record CitizenMessages(
    string Name,
    ContactWish Wish,
    IReadOnlyList<Message> Messages,
    TransportState Transport
);

/// <summary>How a citizen may be reached (kontaktønske).</summary>
public sealed record ContactWish(bool HasPhone, bool HasEmail, bool HasAddress, bool WithoutDigitalPost, bool NoTexts);

[Requires("casework.message.see", Purpose = "Beskeder til dig")]
internal sealed class SeeMessagesHandler(VirkerContext db, ISentPost sent) : IUseCase<SeeMessages, CitizenMessages>
{
    public async Task<Outcome<CitizenMessages>> RunAsync(SeeMessages query, CancellationToken ct = default)
    {
        var citizen = await db.Set<CitizenRow>().FirstOrDefaultAsync(c => c.Id == query.Citizen, ct);
        if (citizen is null) return CitizenRefusals.NotFound;
        var wish = await db.Set<ContactWishRow>().FirstOrDefaultAsync(w => w.CitizenId == query.Citizen, ct);
        return new CitizenMessages(
            citizen.Name,
            new(
                citizen.Phone is not null,
                citizen.Email is not null,
                citizen.Address is not null,
                wish?.WithoutDigitalPost == true,
                wish?.NoTexts == true
            ),
            await sent.OfAsync(Party.Of(query.Citizen), ct),
            sent.Transport
        );
    }
}

/// <summary>Write down how a citizen may be reached.</summary>
public sealed record SetContactWish(CitizenId Citizen, bool WithoutDigitalPost, bool NoTexts)
    : ICommand<Done>,
        IAboutCitizen;

[Requires("casework.message.write", Purpose = "Beskeder til dig")]
internal sealed class SetContactWishHandler(VirkerContext db, CurrentActor actor, TimeProvider clock)
    : IUseCase<SetContactWish, Done>
{
    public async Task<Outcome<Done>> RunAsync(SetContactWish command, CancellationToken ct = default)
    {
        if (!await db.Set<CitizenRow>().AnyAsync(c => c.Id == command.Citizen, ct))
            return CitizenRefusals.NotFound;
        var wish = await db.Set<ContactWishRow>().FirstOrDefaultAsync(w => w.CitizenId == command.Citizen, ct);
        if (wish is null && command is { WithoutDigitalPost: false, NoTexts: false })
            return Done.It;
        if (wish is null)
            db.Add(wish = new ContactWishRow { CitizenId = command.Citizen });
        (wish.WithoutDigitalPost, wish.NoTexts, wish.ChangedAt, wish.ChangedBy) = (
            command.WithoutDigitalPost,
            command.NoTexts,
            clock.GetUtcNow(),
            actor.Value.Name
        );
        await db.SaveChangesAsync(ct);
        return Done.It;
    }
}
