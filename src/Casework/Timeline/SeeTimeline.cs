using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;
using Virker.Rules;

namespace Virker.Casework;

/// <summary>
/// Everything that has happened in a citizen's case, the newest first, a page at a time (page 1 first); with a kind,
/// only that (<see cref="TimelineKind"/>).
/// </summary>
public sealed record SeeTimeline(CitizenId Citizen, string? Kind = null, int Page = 1) : IQuery<Timeline>, IAboutCitizen
{
    public const int PageSize = 100;
}

/// <summary><paramref name="Total"/> counts those on other pages too.</summary>
public sealed record Timeline(string Name, IReadOnlyList<TimelineEvent> Events, int Total, int Page);

/// <summary>
/// <paramref name="On"/>: the day it is about. <paramref name="Meeting"/>: the conversation to open, where it is one.
/// </summary>
public sealed record TimelineEvent(DateOnly On, string Kind, string Text, string? Detail, MeetingId? Meeting = null);

/// <summary>What a line of the timeline tells of.</summary>
public static class TimelineKind
{
    public static readonly IReadOnlyList<(string Code, string Text)> All =
    [
        ("samtale", "Samtaler"),
        ("notat", "Notater"),
        ("ydelse", "Ydelser"),
        ("indsats", "Indsatser"),
        ("plan", "Plan"),
        ("dokument", "Dokumenter"),
        ("sag", "Sagsbehandler"),
        ("sanktion", "Sanktioner"),
    ];
}

[Requires("casework.citizen.see")]
internal sealed class SeeTimelineHandler(VirkerContext db, PlanSight sight, IStaffDirectory directory, IPapers papers)
    : IUseCase<SeeTimeline, Timeline>
{
    private const int PageSize = SeeTimeline.PageSize;
    public async Task<Outcome<Timeline>> RunAsync(SeeTimeline query, CancellationToken ct = default)
    {
        var citizen = await db.Set<CitizenRow>()
            .Where(c => c.Id == query.Citizen)
            .Select(c => c.GivenName + " " + c.FamilyName)
            .FirstOrDefaultAsync(ct);
        if (citizen is null)
            return CitizenRefusals.NotFound;
        var events = new List<TimelineEvent>();
        bool Wants(string kind) => query.Kind is null || query.Kind == kind;
        if (Wants("samtale")) events.AddRange(await MeetingsAsync(query.Citizen, ct));
        if (Wants("notat")) events.AddRange(await NotesAsync(query.Citizen, ct));
        if (Wants("ydelse")) events.AddRange(await BenefitsAsync(query.Citizen, ct));
        if (Wants("indsats")) events.AddRange(await InterventionsAsync(query.Citizen, ct));
        if (Wants("plan")) events.AddRange(await PlanAsync(query.Citizen, ct));
        if (Wants("dokument")) events.AddRange(await DocumentsAsync(query.Citizen, ct));
        if (Wants("sag")) events.AddRange(await TurnsAsync(query.Citizen, ct));
        if (Wants("sanktion")) events.AddRange(await SanctionsAsync(query.Citizen, ct));
        var page = Math.Clamp(query.Page, 1, Math.Max(1, (events.Count + PageSize - 1) / PageSize));
        return new Timeline(
            citizen,
            [.. events.OrderByDescending(e => e.On).Skip((page - 1) * PageSize).Take(PageSize)],
            events.Count,
            page
        );
    }

    private async Task<IEnumerable<TimelineEvent>> MeetingsAsync(CitizenId citizen, CancellationToken ct) =>
        (
            await db.Set<MeetingRow>()
                .Where(m => m.CitizenId == citizen)
                .OrderByDescending(m => m.At)
                .ToListAsync(ct)
        ).Select(m => new TimelineEvent(m.At.DanishDate(), "samtale", $"Samtale {m.Status}", m.EndReason, m.Id));

    private async Task<IEnumerable<TimelineEvent>> NotesAsync(CitizenId citizen, CancellationToken ct) =>
        (
            await db.Set<NoteRow>()
                .Where(n => n.CitizenId == citizen)
                .OrderByDescending(n => n.WrittenAt)
                .ToListAsync(ct)
        ).Select(n => new TimelineEvent(n.WrittenAt.DanishDate(), "notat", n.Title, n.Text));

    private async Task<IEnumerable<TimelineEvent>> BenefitsAsync(CitizenId citizen, CancellationToken ct) =>
        (await db.Set<BenefitSpellRow>().Where(s => s.CitizenId == citizen).ToListAsync(ct)).SelectMany(
            s =>
            {
                var name = CodeList.Benefits.Label(s.Benefit, s.FromDay);
                TimelineEvent begun = new(s.FromDay, "ydelse", $"{name} begyndte", null);
                return s.ToDay is { } to
                    ? [begun, new TimelineEvent(to, "ydelse", $"{name} sluttede", null)]
                    : new[] { begun };
            }
        );

    private async Task<IEnumerable<TimelineEvent>> InterventionsAsync(CitizenId citizen, CancellationToken ct) =>
        (await db.Set<InterventionRow>().Where(i => i.CitizenId == citizen).ToListAsync(ct)).Select(
            i => new TimelineEvent(
                i.FromDay,
                "indsats",
                CodeList.Interventions.Label(i.Kind, i.FromDay),
                i.ToDay is { } to ? Danish.Say($"Til {to:d. MMMM yyyy}") : "Løber"
            )
        );

    private async Task<IEnumerable<TimelineEvent>> PlanAsync(CitizenId citizen, CancellationToken ct)
    {
        var own = await sight.DepartmentsAsync(ct);
        return (
            await db.Set<PlanStepRow>()
                .Where(s => s.CitizenId == citizen && (s.Shared || own.Contains(s.Area)))
                .ToListAsync(ct)
        ).Select(s => new TimelineEvent(s.ChangedAt.DanishDate(), "plan", s.Title, PlanStepStatus.Text(s.Status)));
    }

    private async Task<IEnumerable<TimelineEvent>> TurnsAsync(CitizenId citizen, CancellationToken ct)
    {
        var turns = await (
            from a in db.Set<CaseAssignmentRow>()
            join c in db.Set<CaseRow>() on a.CaseId equals c.Id
            where c.CitizenId == citizen
            select new
            {
                a.FromDay,
                a.WorkerId,
                a.Reason,
                a.Handover,
            }
        ).ToListAsync(ct);
        var staff = await directory.ReadAsync(ct);
        return turns
            .Where(a => staff.Member(a.WorkerId) is not null)
            .Select(a => new TimelineEvent(
                a.FromDay,
                "sag",
                $"{staff.NameOf(a.WorkerId)} fik sagen",
                string.Join(" ", new[] { a.Reason, a.Handover }.Where(t => t is { Length: > 0 }))
            ));
    }

    private async Task<IEnumerable<TimelineEvent>> SanctionsAsync(CitizenId citizen, CancellationToken ct) =>
        (await db.Set<SanctionRow>().Where(s => s.CitizenId == citizen).ToListAsync(ct)).Select(
            s => new TimelineEvent(s.DecidedOn, "sanktion", s.Kind, s.Reason)
        );

    private async Task<IEnumerable<TimelineEvent>> DocumentsAsync(CitizenId citizen, CancellationToken ct) =>
        (await papers.OfAsync(Party.Of(citizen), ct)).Select(d =>
            new TimelineEvent(d.ReceivedOn, "dokument", d.Title, CitizenDocumentKind.Text(d.Kind))
        );
}
