using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;
using Virker.Rules;

namespace Virker.Casework;

/// <summary>The citizen's own case, as they see it themselves: what they get, what is agreed, what comes, and the notes that were shared with them. No employee's name.</summary>
public sealed record SeeOwnCase(CitizenId Citizen) : IQuery, IAboutCitizen;

public sealed record OwnCase(
    string Name, string? Team, DateOnly? Opened, IReadOnlyList<BenefitTime> Benefits, IReadOnlyList<OwnMeeting> Coming, IReadOnlyList<OwnMeeting> Held, IReadOnlyList<CitizenIntervention> Plan)
{
    /// <summary>The newest notes of conversations that were shared.</summary>
    public IReadOnlyList<OwnNote> Notes { get; init; } = [];

    /// <summary>The steps of the plan that have been agreed and that the citizen has not said that they have read.</summary>
    public IReadOnlyList<string> Unread { get; init; } = [];
}

/// <summary>A note that the citizen may read, and since when.</summary>
public sealed record OwnNote(string Title, string Text, DateTimeOffset SharedAt);

public sealed record OwnMeeting(DateTimeOffset At, string Kind, string Channel, string Status);

[Requires("self-service.own-case.see", Purpose = "Du så selv din sag")]
internal sealed class SeeOwnCaseHandler(VirkerContext db, CurrentActor actor) : IUseCase<SeeOwnCase, OwnCase>
{
    private const int Newest = 12;

    public async Task<Outcome<OwnCase>> RunAsync(SeeOwnCase query, CancellationToken ct = default)
    {
        if (actor.Value.Citizen != query.Citizen) return new Refusal("citizen.not-found", "Borgeren findes ikke.");
        var citizen = await db.Set<CitizenRow>().AsNoTracking().FirstOrDefaultAsync(c => c.Id == query.Citizen, ct);
        if (citizen is null) return new Refusal("citizen.not-found", "Borgeren findes ikke.");
        var running = await (
            from c in db.Set<CaseRow>()
            where c.CitizenId == citizen.Id && c.Closed == null
            join team in db.Set<TeamRow>() on c.TeamId equals team.Id
            select new { c.Opened, team.Name }).FirstOrDefaultAsync(ct);
        var meetings = await db.Set<MeetingRow>().Where(m => m.CitizenId == citizen.Id && m.Status != MeetingStatus.Begun).OrderByDescending(m => m.At).Take(Newest)
            .Select(m => new OwnMeeting(m.At, m.Kind, m.Channel, m.Status)).ToListAsync(ct);
        return new OwnCase(citizen.Name, running?.Name, running?.Opened, await BenefitsAsync(citizen.Id, ct),
            [.. meetings.Where(m => m.Status == MeetingStatus.Planned).OrderBy(m => m.At)], [.. meetings.Where(m => m.Status != MeetingStatus.Planned)], await PlanAsync(citizen.Id, ct))
        {
            Notes = await db.Set<NoteRow>().Where(n => n.CitizenId == citizen.Id && n.SharedAt != null).OrderByDescending(n => n.SharedAt).Take(Newest).Select(n => new OwnNote(n.Title, n.Text, n.SharedAt!.Value)).ToListAsync(ct),
            Unread = await db.Set<PlanStepRow>().Where(s => s.CitizenId == citizen.Id && s.AgreedAt != null && s.ReadAt == null && s.Notice != null && s.Status != PlanStepStatus.Dropped)
                .OrderBy(s => s.AgreedAt).Select(s => s.Title).ToListAsync(ct),
        };
    }

    private async Task<IReadOnlyList<BenefitTime>> BenefitsAsync(CitizenId citizen, CancellationToken ct)
    {
        var spells = await db.Set<BenefitSpellRow>().AsNoTracking().Where(s => s.CitizenId == citizen).OrderByDescending(s => s.FromDay).Take(Newest).ToListAsync(ct);
        return [.. spells.Select(s => new BenefitTime(s.Benefit, CodeList.Benefits.Label(s.Benefit, s.ToDay ?? s.FromDay), s.FromDay, s.ToDay))];
    }

    private async Task<IReadOnlyList<CitizenIntervention>> PlanAsync(CitizenId citizen, CancellationToken ct)
    {
        var rows = await db.Set<InterventionRow>().AsNoTracking().Where(i => i.CitizenId == citizen).OrderByDescending(i => i.FromDay).Take(Newest).ToListAsync(ct);
        return [.. rows.Select(i => new CitizenIntervention(i.Id, i.Kind, CodeList.Interventions.Label(i.Kind, i.FromDay), i.Workplace, i.CompanyId, i.FromDay, i.ToDay, i.HoursPerWeek))];
    }
}
