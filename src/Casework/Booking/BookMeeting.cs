using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>Book a conversation with a citizen, with the case's worker where nobody else is named, and call the citizen up to it.</summary>
public sealed record BookMeeting(CitizenId Citizen, DateTimeOffset At, string Kind, string Channel) : ICommand, IAboutCitizen
{
    public int Minutes { get; init; } = 45;

    public UserId? Worker { get; init; }

    public bool WithoutInterpreter { get; init; }

    public CallUpWords CallUp { get; init; } = new(CallUpChannel.DigitalPost, "", true);
}

public sealed record MeetingBooked(MeetingId Id, CitizenId Citizen, DateTimeOffset At);

[Requires("casework.meeting.book", Purpose = "Aftale om en samtale")]
internal sealed class BookMeetingHandler(VirkerContext db, Bookings bookings, Messages messages, CurrentActor actor, TimeProvider clock) : IUseCase<BookMeeting, MeetingBooked>
{
    public async Task<Outcome<MeetingBooked>> RunAsync(BookMeeting command, CancellationToken ct = default)
    {
        if (!await db.Set<CitizenRow>().AnyAsync(c => c.Id == command.Citizen, ct)) return new Refusal("citizen.not-found", "Borgeren findes ikke.");
        if (CallUps.Decide(command.CallUp) is { } refusal) return refusal;
        if (command.Worker is { } named && !await db.OfJobcenter().AnyAsync(w => w.UserId == named, ct)) return new Refusal("worker.not-found", "Vælg, hvem samtalen er hos.", Field: nameof(command.Worker));
        var worker = command.Worker ?? await db.Set<CaseRow>().Where(c => c.CitizenId == command.Citizen && c.Closed == null).Select(c => c.WorkerId).FirstOrDefaultAsync(ct) ?? actor.Value.User;
        var booked = await bookings.BookAsync(new(command.Citizen, worker, command.At, command.Minutes, command.Kind, command.Channel) { WithoutInterpreter = command.WithoutInterpreter }, ct);
        if (booked.IsRefused) return booked.Refusal;
        var call = CallUps.ToMeeting(booked.Value, command.CallUp, clock.GetUtcNow());
        db.Add(call);
        await db.SaveChangesAsync(ct);
        await messages.CallUpAsync(booked.Value, call, moved: false, ct);
        return new MeetingBooked(booked.Value.Id, command.Citizen, booked.Value.At);
    }
}
