using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>What has been told to a citizen, the newest first, and how they may be reached.</summary>
public sealed record SeeMessages(CitizenId Citizen) : IQuery<CitizenMessages>, IAboutCitizen;

public sealed record CitizenMessages(
    string Name,
    ContactWish Wish,
    IReadOnlyList<CitizenMessage> Messages,
    TransportState Transport
);

/// <summary>How a citizen may be reached (kontaktønske).</summary>
public sealed record ContactWish(bool HasPhone, bool HasEmail, bool HasAddress, bool WithoutDigitalPost, bool NoTexts);

/// <summary><paramref name="Moments"/>: each state that it has been in, with when.</summary>
public sealed record CitizenMessage(
    MessageId Id,
    MessageKind Kind,
    CallUpChannel Channel,
    string Subject,
    string Text,
    string? Note,
    MessageStatus Status,
    string? Problem,
    string? Settled,
    IReadOnlyList<(MessageStatus State, DateTimeOffset At)> Moments,
    DateTimeOffset NextAt,
    int Attempts
)
{
    /// <summary>Who took it.</summary>
    public string? Carrier { get; init; }

    /// <summary>The employee who wrote down what became of it.</summary>
    public string? RecordedBy { get; init; }
}

/// <summary>
/// Who carries messages. Not connected: they are laid in a folder, and somebody must carry them from there.
/// </summary>
public sealed record TransportState(string Carrier, bool IsConnected);

[Requires("casework.message.see", Purpose = "Beskeder til dig")]
internal sealed class SeeMessagesHandler(VirkerContext db, Messages messages, IMessageTransport transport)
    : IUseCase<SeeMessages, CitizenMessages>
{
    public async Task<Outcome<CitizenMessages>> RunAsync(SeeMessages query, CancellationToken ct = default)
    {
        var citizen = await db.Set<CitizenRow>().FirstOrDefaultAsync(c => c.Id == query.Citizen, ct);
        if (citizen is null) return CitizenRefusals.NotFound;
        var contact = await messages.ContactAsync(query.Citizen, ct);
        var rows = await db.Set<MessageRow>()
            .Where(m => m.CitizenId == query.Citizen)
            .OrderByDescending(m => m.MadeAt)
            .ToListAsync(ct);
        return new CitizenMessages(
            citizen.Name,
            new(
                contact.Phone is not null,
                contact.Email is not null,
                citizen.Address is not null,
                contact.WithoutDigitalPost,
                contact.NoTexts
            ),
            rows.ConvertAll(Shown),
            new(transport.Carrier, transport.IsConnected)
        );
    }

    private static CitizenMessage Shown(MessageRow m)
    {
        (MessageStatus State, DateTimeOffset? At)[] moments =
        [
            (MessageStatus.Waiting, m.MadeAt),
            (MessageStatus.Laid, m.LaidAt),
            (MessageStatus.Sent, m.SentAt),
            (MessageStatus.Delivered, m.DeliveredAt),
            (MessageStatus.Read, m.ReadAt),
            (MessageStatus.Failed, m.FailedAt),
        ];
        return new(
            m.Id,
            m.Kind,
            m.Channel,
            m.Subject,
            m.Text.Replace(MessageTexts.LinkMark, "(personligt link)", StringComparison.Ordinal),
            m.Note,
            m.Status,
            m.Problem,
            m.SettledAt is null ? null : m.SettledHow,
            [.. moments.Where(x => x.At is not null).Select(x => (x.State, x.At!.Value)).OrderBy(x => x.Value)],
            m.NextAt,
            m.Attempts
        )
        {
            Carrier = m.Carrier,
            RecordedBy = m.RecordedBy,
        };
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
