using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;
using Virker.Rules;

namespace Virker.Casework;

/// <summary>
/// Everything that has happened in a citizen's case, the newest first, a page at a time (page 1 first); with a kind,
/// only that.
/// </summary>
public sealed record SeeTimeline(CitizenId Citizen, TimelineKind? Kind = null, int Page = 1)
    : IQuery<Timeline>,
        IAboutCitizen
{
    public const int PageSize = 100;
}

/// <summary><paramref name="Total"/> counts those on other pages too.</summary>
public sealed record Timeline(string Name, IReadOnlyList<TimelineEvent> Events, int Total, int Page);

/// <summary>
/// <paramref name="On"/>: the day it is about. <paramref name="Meeting"/>: the conversation to open, where it is one.
/// </summary>
public sealed record TimelineEvent(
    DateOnly On,
    TimelineKind Kind,
    string Text,
    string? Detail,
    MeetingId? Meeting = null
);

/// <summary>What a line of the timeline tells of.</summary>
public sealed record TimelineKind : CodeWord<TimelineKind>
{
    public static readonly TimelineKind Meeting = new("samtale", "Samtaler", "Samtale");
    public static readonly TimelineKind Note = new("notat", "Notater", "Notat");
    public static readonly TimelineKind Benefit = new("ydelse", "Ydelser", "Ydelse");
    public static readonly TimelineKind Intervention = new("indsats", "Indsatser", "Indsats");
    public static readonly TimelineKind Plan = new("plan", "Plan", "Plan");
    public static readonly TimelineKind Document = new("dokument", "Dokumenter", "Dokument");
    public static readonly TimelineKind Case = new("sag", "Sagsbehandler", "Sagsbehandler");
    public static readonly TimelineKind Sanction = new("sanktion", "Sanktioner", "Sanktion");

    private TimelineKind(string code, string text, string one) : base(code, text) => One = one;

    /// <summary>The word of a single line; <see cref="CodeWord{TSelf}.Text"/> is of many.</summary>
    public string One { get; }
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
        bool Wants(TimelineKind kind) => query.Kind is null || query.Kind == kind;
        if (Wants(TimelineKind.Meeting)) events.AddRange(await MeetingsAsync(query.Citizen, ct));
        if (Wants(TimelineKind.Note)) events.AddRange(await NotesAsync(query.Citizen, ct));
        if (Wants(TimelineKind.Benefit)) events.AddRange(await BenefitsAsync(query.Citizen, ct));
        if (Wants(TimelineKind.Intervention)) events.AddRange(await InterventionsAsync(query.Citizen, ct));
        if (Wants(TimelineKind.Plan)) events.AddRange(await PlanAsync(query.Citizen, ct));
        if (Wants(TimelineKind.Document)) events.AddRange(await DocumentsAsync(query.Citizen, ct));
        if (Wants(TimelineKind.Case)) events.AddRange(await TurnsAsync(query.Citizen, ct));
        if (Wants(TimelineKind.Sanction)) events.AddRange(await SanctionsAsync(query.Citizen, ct));
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
        ).Select(m => new TimelineEvent(m.At.DanishDate(), TimelineKind.Meeting, $"Samtale {m.Status.Lower}", m.EndReason, m.Id));

    private async Task<IEnumerable<TimelineEvent>> NotesAsync(CitizenId citizen, CancellationToken ct) =>
        (
            await db.Set<NoteRow>()
                .Where(n => n.CitizenId == citizen)
                .OrderByDescending(n => n.WrittenAt)
                .ToListAsync(ct)
        ).Select(n => new TimelineEvent(n.WrittenAt.DanishDate(), TimelineKind.Note, n.Title, n.Text));

    private async Task<IEnumerable<TimelineEvent>> BenefitsAsync(CitizenId citizen, CancellationToken ct) =>
        (await db.Set<BenefitSpellRow>().Where(s => s.CitizenId == citizen).ToListAsync(ct)).SelectMany(
            s =>
            {
                var name = CodeList.Benefits.Label(s.Benefit, s.FromDay);
                TimelineEvent begun = new(s.FromDay, TimelineKind.Benefit, $"{name} begyndte", null);
                return s.ToDay is { } to
                    ? [begun, new TimelineEvent(to, TimelineKind.Benefit, $"{name} sluttede", null)]
                    : new[] { begun };
            }
        );

    private async Task<IEnumerable<TimelineEvent>> InterventionsAsync(CitizenId citizen, CancellationToken ct) =>
        (await db.Set<InterventionRow>().Where(i => i.CitizenId == citizen).ToListAsync(ct)).Select(
            i => new TimelineEvent(
                i.FromDay,
                TimelineKind.Intervention,
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
        ).Select(s => new TimelineEvent(s.ChangedAt.DanishDate(), TimelineKind.Plan, s.Title, s.Status.Text));
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
                TimelineKind.Case,
                $"{staff.NameOf(a.WorkerId)} fik sagen",
                string.Join(" ", new[] { a.Reason, a.Handover }.Where(t => t is { Length: > 0 }))
            ));
    }

    private async Task<IEnumerable<TimelineEvent>> SanctionsAsync(CitizenId citizen, CancellationToken ct) =>
        (await db.Set<SanctionRow>().Where(s => s.CitizenId == citizen).ToListAsync(ct)).Select(
            s => new TimelineEvent(s.DecidedOn, TimelineKind.Sanction, s.Kind.Text, s.Reason)
        );

    private async Task<IEnumerable<TimelineEvent>> DocumentsAsync(CitizenId citizen, CancellationToken ct) =>
        (await papers.OfAsync(Party.Of(citizen), ct)).Select(d => new TimelineEvent(
            d.ReceivedOn,
            TimelineKind.Document,
            d.Title,
            CitizenDocumentKind.Stored(d.Kind).Text
        ));
}
