using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>Move a planned conversation that was read as <paramref name="Version"/> to another time; it stays the same conversation.</summary>
public sealed record RebookMeeting(CitizenId Citizen, MeetingId Meeting, int Version, DateTimeOffset At) : ICommand, IAboutCitizen
{
    public bool WithoutInterpreter { get; init; }
}

[Requires("casework.meeting.book", Purpose = "Aftale om en samtale")]
internal sealed class RebookMeetingHandler(VirkerContext db, Bookings bookings, Messages messages, TimeProvider clock) : IUseCase<RebookMeeting, MeetingBooked>
{
    public async Task<Outcome<MeetingBooked>> RunAsync(RebookMeeting command, CancellationToken ct = default)
    {
        var found = await MeetingLookup.FindAsync(db, command.Citizen, command.Meeting, command.Version, ct);
        if (found.IsRefused) return found.Refusal;
        if (await bookings.MoveAsync(found.Value, command.At, command.WithoutInterpreter, ct) is { } refusal) return refusal;
        var told = await db.Set<CallUpRow>().AsNoTracking().Where(c => c.MeetingId == command.Meeting).OrderByDescending(c => c.MadeAt).FirstOrDefaultAsync(ct);
        var words = told is null ? new CallUpWords(CallUpChannel.DigitalPost, "", true) : new(told.Channel, told.Reason, told.Mandatory);
        var call = CallUps.ToMeeting(found.Value, words, clock.GetUtcNow());
        db.Add(call);
        await db.SaveChangesAsync(ct);
        await messages.CallUpAsync(found.Value, call, moved: true, ct);
        return new MeetingBooked(found.Value.Id, command.Citizen, found.Value.At);
    }
}

internal static class MeetingLookup
{
    private static readonly Refusal NotFound = new("meeting.not-found", "Samtalen findes ikke.");

    private static readonly Refusal Changed = new("meeting.changed-meanwhile", "Samtalen er ændret, siden du åbnede siden. Se den igen, og prøv så.");

    /// <summary>The citizen's own conversation, as it was read.</summary>
    public static async Task<Outcome<MeetingRow>> FindAsync(VirkerContext db, CitizenId citizen, MeetingId meeting, int version, CancellationToken ct)
    {
        var found = await db.Set<MeetingRow>().FirstOrDefaultAsync(m => m.Id == meeting && m.CitizenId == citizen, ct);
        return found is null ? NotFound : found.Version != version ? Changed : found;
    }
}
