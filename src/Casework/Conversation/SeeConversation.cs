using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;
using Virker.Rules;

namespace Virker.Casework;

/// <summary>Everything that one needs before and during a conversation, on one screen.</summary>
public sealed record SeeConversation(CitizenId Citizen, MeetingId Meeting) : IQuery<ConversationView>, IAboutCitizen;

/// <summary>
/// The preparation (who, what has happened since last time, what is due), the plan's open steps, the times for the next
/// one, and the draft where one was begun. <paramref name="Since"/>: three lines at the most.
/// </summary>
public sealed record ConversationView(
    ConversationCitizen Citizen,
    ConversationMeeting Meeting,
    IReadOnlyList<string> Since,
    ContactCourse? Course,
    IReadOnlyList<PlanStep> Steps,
    IReadOnlyList<CitizenNote> Notes,
    IReadOnlyList<FreeSlot> Next,
    ConversationDraft? Draft,
    DateTimeOffset? DraftSavedAt
)
{
    /// <summary>
    /// Other conversations that are planned with the citizen: today's to open instead, later ones to know of before one
    /// more is booked.
    /// </summary>
    public IReadOnlyList<CitizenMeeting> Planned { get; init; } = [];

    /// <summary>Of the times for the next one, the one nearest the day that the course points at.</summary>
    public FreeSlot? Nearest { get; init; }

    /// <summary>What the check finds in the draft's note.</summary>
    public IReadOnlyList<TextFinding> Concerns => TextCheck.Look(Draft?.Note ?? "");
}

public sealed record ConversationCitizen(
    CitizenId Id,
    string Name,
    DateOnly Born,
    bool AddressProtected,
    string? InterpreterLanguage,
    string? Phone,
    string? Benefit,
    DateOnly? BenefitSince,
    string? Worker,
    string? Team
);

public sealed record ConversationMeeting(
    MeetingId Id,
    DateTimeOffset At,
    int Minutes,
    MeetingKind Kind,
    MeetingChannel Channel,
    MeetingStatus Status,
    string? Room,
    string? Interpreter,
    string? EndReason,
    int Version
);

[Requires("casework.conversation.hold")]
internal sealed class SeeConversationHandler(
    VirkerContext db,
    ConversationPreparation preparation,
    IStaffDirectory directory,
    CurrentActor actor,
    TimeProvider clock
) : IUseCase<SeeConversation, ConversationView>
{
    public async Task<Outcome<ConversationView>> RunAsync(SeeConversation query, CancellationToken ct = default)
    {
        var meeting = await MeetingAsync(query, ct);
        if (meeting is null) return Refusal.NotFound("meeting.not-found", "Samtalen findes ikke.");
        var citizen = await CitizenAsync(query.Citizen, ct);
        if (citizen is null)
            return CitizenRefusals.NotFound;
        var draft = await db.Set<DraftRow>()
            .FirstOrDefaultAsync(d => d.UserId == actor.Value.User && d.MeetingId == query.Meeting, ct);
        var prepared = await preparation.ReadAsync(query.Citizen, meeting.At, meeting.Kind, ct);
        return new ConversationView(
            citizen,
            meeting,
            prepared.Since,
            prepared.Course,
            prepared.Steps,
            prepared.Notes,
            prepared.Next.Free,
            draft is null ? null : JsonSerializer.Deserialize<ConversationDraft>(draft.Fields),
            draft?.SavedAt
        )
        {
            Nearest = prepared.Next.Nearest, Planned = await PlannedAsync(query, ct),
        };
    }

    private async Task<IReadOnlyList<CitizenMeeting>> PlannedAsync(SeeConversation query, CancellationToken ct)
    {
        var start = clock.Today().DanishStart();
        var (staff, meetings) = (
            await directory.ReadAsync(ct),
            await db.Set<MeetingRow>()
                .Where(m =>
                    m.CitizenId == query.Citizen
                    && m.Id != query.Meeting
                    && m.Status == MeetingStatus.Planned
                    && m.At >= start
                )
                .OrderBy(m => m.At)
                .ToListAsync(ct)
        );
        return meetings.ConvertAll(m => CitizenMeeting.Of(m, staff));
    }

    private async Task<ConversationMeeting?> MeetingAsync(SeeConversation query, CancellationToken ct)
    {
        var m = await db.Set<MeetingRow>()
            .FirstOrDefaultAsync(m => m.Id == query.Meeting && m.CitizenId == query.Citizen, ct);
        if (m is null) return null;
        var staff = await directory.ReadAsync(ct);
        return new(
            m.Id,
            m.At,
            m.Minutes,
            m.Kind,
            m.Channel,
            m.Status,
            staff.NameOf(m.RoomId),
            staff.NameOf(m.InterpreterId),
            m.EndReason,
            m.Version
        );
    }

    private async Task<ConversationCitizen?> CitizenAsync(CitizenId id, CancellationToken ct)
    {
        var citizen = await db.Set<CitizenRow>().FirstOrDefaultAsync(c => c.Id == id, ct);
        if (citizen is null) return null;
        var today = clock.Today();
        var benefit = await db.Set<BenefitSpellRow>()
            .On(today)
            .Where(s => s.CitizenId == id)
            .OrderByDescending(s => s.FromDay)
            .FirstOrDefaultAsync(ct);
        var running = await db.Set<CaseRow>()
            .Where(c => c.CitizenId == id && c.Closed == null)
            .Select(c => new { c.TeamId, c.WorkerId })
            .FirstOrDefaultAsync(ct);
        var staff = await directory.ReadAsync(ct);
        return new ConversationCitizen(
            id,
            citizen.Name,
            citizen.Born,
            citizen.AddressProtected != false,
            citizen.InterpreterLanguage,
            citizen.Phone,
            benefit is null ? null : CodeList.Benefits.Label(benefit.Benefit, benefit.FromDay),
            benefit?.FromDay,
            staff.NameOf(running?.WorkerId),
            staff.NameOf(running?.TeamId)
        );
    }
}
