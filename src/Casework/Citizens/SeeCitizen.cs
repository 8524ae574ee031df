using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;
using Virker.Rules;

namespace Virker.Casework;

/// <summary>Everything that a case worker needs first about one citizen.</summary>
public sealed record SeeCitizen(CitizenId Citizen) : IQuery<CitizenOverview>, IAboutCitizen;

/// <summary>The citizen on one page: who, which case, which benefits, what has been and what comes.</summary>
public sealed record CitizenOverview(
    CitizenCard Citizen,
    RunningCase? Case,
    IReadOnlyList<BenefitTime> Benefits,
    string? TargetGroup,
    IReadOnlyList<CitizenMeeting> Meetings,
    IReadOnlyList<CitizenIntervention> Interventions,
    IReadOnlyList<PaidMonth> PaidHours,
    IReadOnlyList<CitizenNote> Notes,
    IReadOnlyList<CitizenSanction> Sanctions
)
{
    public required CitizenSituation Now { get; init; }

    public IReadOnlyList<CaseColleague> Colleagues { get; init; } = [];

    /// <summary>Gets sick pay or has had it, or is registered as sick from a job.</summary>
    public bool HasSickPay { get; init; }

    /// <summary>How many notes there are; <see cref="Notes"/> are the newest of them.</summary>
    public int NoteCount { get; init; }

    /// <summary>The papers on the case, the newest first.</summary>
    public IReadOnlyList<CitizenDocument> Documents { get; init; } = [];
}

/// <summary>
/// Who the citizen is; <paramref name="Address"/> is null when it is protected or it is unknown whether it is. The CPR
/// number is asked for by <see cref="ShowCpr"/>.
/// </summary>
public sealed record CitizenCard(
    CitizenId Id,
    string Name,
    DateOnly Born,
    string? Address,
    bool AddressProtected,
    string? Phone,
    string? Email,
    string Origin,
    string Education,
    string? InterpreterLanguage,
    DateOnly ResidenceFrom,
    DateOnly? ResidenceTo
)
{
    public PreferredLanguage? PreferredLanguage { get; init; }
}

/// <summary>The running case; <paramref name="WorkerChanges"/> counts how often another worker took it over.</summary>
public sealed record RunningCase(
    CaseId Id,
    DateOnly Opened,
    TeamId TeamId,
    string Team,
    UserId? WorkerId,
    string? Worker,
    int WorkerChanges
);

public sealed record BenefitTime(int Benefit, string Name, DateOnly From, DateOnly? To);

public sealed record CitizenMeeting(
    MeetingId Id,
    DateTimeOffset At,
    MeetingKind Kind,
    MeetingChannel Channel,
    MeetingStatus Status,
    string? Worker,
    string? Note
)
{
    /// <summary>The citizen chose the time by a link.</summary>
    public bool BookedByCitizen { get; init; }

    /// <summary>Without its note, which stands on the case's own page.</summary>
    internal static CitizenMeeting Of(MeetingRow m, Staff staff) =>
        new(m.Id, m.At, m.Kind, m.Channel, m.Status, staff.NameOf(m.WorkerId), null);
}

public sealed record CitizenIntervention(
    InterventionId Id,
    string Kind,
    string Name,
    Sector? Workplace,
    CompanyId? Company,
    DateOnly From,
    DateOnly? To,
    int? HoursPerWeek
);

public sealed record PaidMonth(DateOnly Month, int Hours);

public sealed record CitizenNote(
    NoteId Id,
    string Title,
    string Text,
    string Author,
    DateTimeOffset WrittenAt,
    int Version
)
{
    /// <summary>Since when the citizen reads it on their own pages.</summary>
    public DateTimeOffset? SharedAt { get; init; }
}

public sealed record CitizenSanction(DateOnly DecidedOn, SanctionKind Kind, string Reason);

[Requires("casework.citizen.see")]
internal sealed class SeeCitizenHandler(
    VirkerContext db,
    SituationReader situation,
    ColleagueReader colleagues,
    IStaffDirectory directory,
    IPapers papers
) : IUseCase<SeeCitizen, CitizenOverview>
{
    /// <summary>Months of paid hours that are drawn.</summary>
    private const int Months = 12;

    /// <summary>Notes whose text is read here; all of them stand on the timeline.</summary>
    private const int NewestNotes = 5;

    public async Task<Outcome<CitizenOverview>> RunAsync(SeeCitizen query, CancellationToken ct = default)
    {
        var citizen = await db.Set<CitizenRow>().FirstOrDefaultAsync(c => c.Id == query.Citizen, ct);
        if (citizen is null) return CitizenRefusals.NotFound;
        var staff = await directory.ReadAsync(ct);
        var (running, meetings) = (await CaseAsync(citizen.Id, staff, ct), await MeetingsAsync(citizen.Id, staff, ct));
        var benefits = await db.Set<BenefitSpellRow>()
            .Where(s => s.CitizenId == citizen.Id)
            .OrderBy(s => s.FromDay)
            .ToListAsync(ct);
        return new CitizenOverview(
            Card(citizen),
            running,
            CitizenPast.Of(benefits.AsEnumerable().Reverse()),
            await situation.TargetGroupAsync(citizen.Id, ct),
            meetings,
            await db.InterventionsAsync(citizen.Id, ct),
            await PaidAsync(citizen.Id, ct),
            await NotesAsync(citizen.Id, ct),
            await SanctionsAsync(citizen.Id, ct)
        )
        {
            Now = await situation.ReadAsync(citizen.Id, benefits, ct),
            Colleagues = await colleagues.ReadAsync(citizen.Id, running, meetings, ct),
            Documents = [.. (await papers.OfAsync(Party.Of(citizen.Id), ct)).Select(CitizenDocument.Of)],
            NoteCount = await db.Set<NoteRow>().CountAsync(n => n.CitizenId == citizen.Id, ct),
            HasSickPay = await SeeCitizenHeadHandler.HasSickPayAsync(db, citizen.Id, ct),
        };
    }

    private static CitizenCard Card(CitizenRow c) =>
        new(
            c.Id,
            c.Name,
            c.Born,
            c.ShownAddress,
            c.AddressProtected != false,
            c.Phone,
            c.Email,
            c.Origin,
            Educations.Name(c.Education),
            c.InterpreterLanguage,
            c.ResidenceFrom,
            c.ResidenceTo
        )
        {
            PreferredLanguage = c.PreferredLanguage,
        };

    private async Task<RunningCase?> CaseAsync(CitizenId citizen, Staff staff, CancellationToken ct)
    {
        var running = await db.Set<CaseRow>()
            .FirstOrDefaultAsync(c => c.CitizenId == citizen && c.Closed == null, ct);
        if (running is null) return null;
        var turns = await db.Set<CaseAssignmentRow>().CountAsync(a => a.CaseId == running.Id, ct);
        return new(
            running.Id,
            running.Opened,
            running.TeamId,
            staff.NameOf(running.TeamId) ?? "",
            running.WorkerId,
            staff.NameOf(running.WorkerId),
            Math.Max(0, turns - 1)
        );
    }

    private async Task<IReadOnlyList<CitizenMeeting>> MeetingsAsync(
        CitizenId citizen,
        Staff staff,
        CancellationToken ct
    ) =>
        [
            .. (
                await db.Set<MeetingRow>()
                    .Where(m => m.CitizenId == citizen)
                    .OrderByDescending(m => m.At)
                    .ToListAsync(ct)
            ).Select(m => CitizenMeeting.Of(m, staff) with { Note = m.Note, BookedByCitizen = m.BookedByCitizen }),
        ];

    private async Task<IReadOnlyList<PaidMonth>> PaidAsync(CitizenId citizen, CancellationToken ct) =>
        await db.Set<PaidHoursRow>()
            .Where(p => p.CitizenId == citizen)
            .OrderByDescending(p => p.Month)
            .Take(Months)
            .Select(p => new PaidMonth(p.Month, p.Hours))
            .ToListAsync(ct);

    private async Task<IReadOnlyList<CitizenNote>> NotesAsync(CitizenId citizen, CancellationToken ct) =>
        await db.Set<NoteRow>()
            .Where(n => n.CitizenId == citizen)
            .OrderByDescending(n => n.WrittenAt)
            .Take(NewestNotes)
            .Select(n => new CitizenNote(n.Id, n.Title, n.Text, n.Author, n.WrittenAt, n.Version)
            {
                SharedAt = n.SharedAt,
            })
            .ToListAsync(ct);

    private async Task<IReadOnlyList<CitizenSanction>> SanctionsAsync(CitizenId citizen, CancellationToken ct) =>
        await db.Set<SanctionRow>()
            .Where(s => s.CitizenId == citizen)
            .OrderByDescending(s => s.DecidedOn)
            .Select(s => new CitizenSanction(s.DecidedOn, s.Kind, s.Reason))
            .ToListAsync(ct);
}
