using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;
using Virker.Rules;

namespace Virker.Casework;

/// <summary>
/// The citizen's own case, as they see it themselves: what they get, what is agreed, what comes, and the notes that
/// were shared with them. No employee's name.
/// </summary>
public sealed record SeeOwnCase(CitizenId Citizen) : IQuery<OwnCase>, IAboutCitizen;

public sealed record OwnCase(
    string Name,
    string? Team,
    DateOnly? Opened,
    IReadOnlyList<BenefitTime> Benefits,
    IReadOnlyList<OwnMeeting> Coming,
    IReadOnlyList<OwnMeeting> Held,
    IReadOnlyList<CitizenIntervention> Plan
)
{
    /// <summary>The newest notes of conversations that were shared.</summary>
    public IReadOnlyList<OwnNote> Notes { get; init; } = [];

    /// <summary>
    /// The steps of the plan that have been agreed and that the citizen has not said that they have read.
    /// </summary>
    public IReadOnlyList<string> Unread { get; init; } = [];
}

/// <summary>A note that the citizen may read, and since when.</summary>
public sealed record OwnNote(string Title, string Text, DateTimeOffset SharedAt);

public sealed record OwnMeeting(DateTimeOffset At, MeetingKind Kind, MeetingChannel Channel, MeetingStatus Status)
{
    /// <summary>Whom it is with.</summary>
    public string? Worker { get; init; }

    /// <summary>
    /// The room and the place, as far as they are written; of a conversation on video the room's address.
    /// </summary>
    public string? Where { get; init; }
}

[Requires("self-service.own-case.see", Purpose = "Du så selv din sag")]
internal sealed class SeeOwnCaseHandler(
    VirkerContext db,
    IStaffDirectory directory,
    CurrentActor actor,
    TimeProvider clock
) : IUseCase<SeeOwnCase, OwnCase>
{
    public async Task<Outcome<OwnCase>> RunAsync(SeeOwnCase query, CancellationToken ct = default)
    {
        if (actor.Value.Citizen != query.Citizen) return CitizenRefusals.NotFound;
        var citizen = await db.Set<CitizenRow>().FirstOrDefaultAsync(c => c.Id == query.Citizen, ct);
        if (citizen is null) return CitizenRefusals.NotFound;
        var running = await db.Set<CaseRow>()
            .Where(c => c.CitizenId == citizen.Id && c.Closed == null)
            .Select(c => new { c.Opened, c.TeamId })
            .FirstOrDefaultAsync(ct);
        var meetings = await MeetingsAsync(citizen.Id, ct);
        return new OwnCase(
            citizen.Name,
            (await directory.ReadAsync(ct)).NameOf(running?.TeamId),
            running?.Opened,
            await BenefitsAsync(citizen.Id, ct),
            [.. meetings.Where(m => IsAhead(m)).OrderBy(m => m.At)],
            [.. meetings.Where(m => !IsAhead(m))],
            await db.InterventionsAsync(citizen.Id, ct)
        )
        {
            Notes = await db.Set<NoteRow>()
                .Where(n => n.CitizenId == citizen.Id && n.SharedAt != null)
                .OrderByDescending(n => n.SharedAt)
                .Select(n => new OwnNote(n.Title, n.Text, n.SharedAt!.Value))
                .ToListAsync(ct),
            Unread = await db.Set<PlanStepRow>()
                .Where(s =>
                    s.CitizenId == citizen.Id
                    && s.AgreedAt != null
                    && s.ReadAt == null
                    && s.Notice != null
                    && s.Status != PlanStepStatus.Dropped
                )
                .OrderBy(s => s.AgreedAt)
                .Select(s => s.Title)
                .ToListAsync(ct),
        };
    }

    private bool IsAhead(OwnMeeting meeting) =>
        meeting.Status == MeetingStatus.Planned && meeting.At.DanishDate() >= clock.Today();

    private async Task<IReadOnlyList<OwnMeeting>> MeetingsAsync(CitizenId citizen, CancellationToken ct)
    {
        var rows = await (
            from m in db.Set<MeetingRow>()
            where m.CitizenId == citizen && m.Status != MeetingStatus.Begun
            orderby m.At descending
            select new
            {
                m.At,
                m.Kind,
                m.Channel,
                m.Status,
                m.WorkerId,
                m.RoomId,
            }
        ).ToListAsync(ct);
        var places = await db.Set<MeetingPlaceRow>().ToDictionaryAsync(p => p.Name, ct);
        var staff = await directory.ReadAsync(ct);
        return rows.ConvertAll(m => new OwnMeeting(m.At, m.Kind, m.Channel, m.Status)
        {
            Worker = staff.NameOf(m.WorkerId),
            Where =
                m.Status != MeetingStatus.Planned
                    ? null
                    : Where(
                        m.Channel,
                        staff.NameOf(m.RoomId),
                        PlaceOf(staff, m.RoomId),
                        places.GetValueOrDefault(PlaceOf(staff, m.RoomId))
                    ),
        });
    }

    private static string PlaceOf(Staff staff, ResourceId? room) =>
        staff.Resource(room)?.Place ?? MeetingPlaceRow.Usual;

    private static string? Where(MeetingChannel channel, string? room, string name, MeetingPlaceRow? place) =>
        channel == MeetingChannel.Attendance
            ? string.Join(", ", new[] { room, name, place?.Address }.OfType<string>())
        : channel == MeetingChannel.Video ? place?.Video
        : null;

    private async Task<IReadOnlyList<BenefitTime>> BenefitsAsync(CitizenId citizen, CancellationToken ct) =>
        CitizenPast.Of(
            await db.Set<BenefitSpellRow>()
                .Where(s => s.CitizenId == citizen)
                .OrderByDescending(s => s.FromDay)
                .ToListAsync(ct)
        );
}
