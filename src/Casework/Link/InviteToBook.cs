using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>
/// Invite a citizen to book a conversation themselves inside a window. Refused where there are no free times to choose
/// among: nobody is invited into a void.
/// </summary>
public sealed record InviteToBook(CitizenId Citizen, MessageChannel Channel, string Reason, bool Mandatory)
    : ICommand<InvitedToBook>,
        IAboutCitizen;

/// <summary><paramref name="Link"/>: shown this once, and kept nowhere.</summary>
public sealed record InvitedToBook(CallUpId Id, string Link, DateOnly From, DateOnly By, int FreeSlots)
{
    public PartyTold Told { get; init; } = PartyTold.Nothing;
}

[Requires("casework.meeting.book", Purpose = "Aftale om en samtale")]
internal sealed class InviteToBookHandler(
    VirkerContext db,
    CourseReader courses,
    SlotReader slots,
    Messages messages,
    TimeProvider clock
) : IUseCase<InviteToBook, InvitedToBook>
{
    /// <summary>So many times to choose among that it is a choice.</summary>
    private const int Fewest = 3;

    public async Task<Outcome<InvitedToBook>> RunAsync(InviteToBook command, CancellationToken ct = default)
    {
        if (CallUps.Decide(new(command.Channel, command.Reason, command.Mandatory)) is { } refusal)
            return refusal;
        var worker = await db.Set<CaseRow>()
            .Where(c => c.CitizenId == command.Citizen && c.Closed == null)
            .Select(c => c.WorkerId)
            .FirstOrDefaultAsync(ct);
        if (worker is not { } user)
            return new Refusal("invite.no-worker", "Borgeren har ingen sagsbehandler at booke hos.");
        var (from, by) = BookingWindow.Of(await courses.ReadAsync(command.Citizen, ct), clock.Today());
        var kind = MeetingKind.For(await db.BenefitOnAsync(command.Citizen, clock.Today(), ct));
        var free = await slots.OfWorkerAsync(
            user,
            kind,
            BookingLinks.Opening(from, clock.GetUtcNow()),
            by.AddDays(1).DanishStart(),
            int.MaxValue,
            ct
        );
        if (free.Count < Fewest)
            return new Refusal(
                "invite.no-times",
                $"Der er kun {Danish.Count(free.Count, "ledig tid", "ledige tider")} inden {Danish.Date(by)}. Åbn flere tider først, eller book selv for borgeren."
            );
        foreach (
            var before in await db.Set<CallUpRow>()
                .Where(c => c.CitizenId == command.Citizen && c.MeetingId == null && c.LinkIndex != null)
                .ToListAsync(ct)
        )
            before.LinkIndex = null;
        var link = PersonalLinks.Draw();
        var call = new CallUpRow
        {
            Id = NewId.Of<CallUpId>(),
            CitizenId = command.Citizen,
            Channel = command.Channel,
            Reason = string.IsNullOrWhiteSpace(command.Reason) ? CallUps.UsualReason(kind) : command.Reason.Trim(),
            Mandatory = command.Mandatory,
            MadeAt = clock.GetUtcNow(),
            BookFrom = from,
            BookBy = by,
            LinkIndex = PersonalLinks.IndexOf(link),
        };
        db.Add(call);
        await db.SaveChangesAsync(ct);
        var told = await messages.TellAsync(
            new(
                Party.Of(command.Citizen),
                MessageKind.Invitation,
                command.Channel,
                MessageTexts.Invitation(call, await messages.SenderAsync(null, ct))
            )
            {
                Binding = command.Mandatory,
                Cause = call.Id.Value,
                Link = BookingLinks.PathOf(link),
            },
            ct
        );
        return new InvitedToBook(call.Id, link, from, by, free.Count) { Told = told };
    }
}
