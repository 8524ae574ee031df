using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;
using Virker.Rules;

namespace Virker.Casework;

/// <summary>
/// One application with what is needed to decide it: what is missing, advice with reasons, workers by load, and times
/// for the first conversation.
/// </summary>
public sealed record SeeApplication(CitizenId Citizen, ApplicationId Application, bool Ready = true)
    : IQuery<ApplicationView>,
        IAboutCitizen;

public sealed record ApplicationView(
    ApplicationId Id,
    string Name,
    int Age,
    int Benefit,
    string BenefitName,
    string Reason,
    int Submissions,
    IReadOnlyList<ApplicationPaper> Missing,
    bool Decided,
    string? RunningWorker,
    AdvisedGroup Group,
    SegmentAdvice Segment,
    IReadOnlyList<WorkerAdvice> Workers,
    IReadOnlyList<FreeSlot> Slots,
    DateOnly? FirstBy,
    int Version
)
{
    /// <summary>
    /// Other benefits that the citizen has applied for and that nobody has decided: perhaps the same thing twice.
    /// </summary>
    public IReadOnlyList<string> AlsoOpen { get; init; } = [];

    public bool Withdrawn { get; init; }

    /// <summary>Who registered it, and when it came.</summary>
    public (DateTimeOffset At, string By) Received { get; init; }

    /// <summary>Conversations that are planned with the citizen already.</summary>
    public IReadOnlyList<CitizenMeeting> Planned { get; init; } = [];

    /// <summary>What was decided, by whom, and on what; null until then.</summary>
    public ApplicationDecision? Decision { get; init; }
}

/// <summary><paramref name="Evidence"/>: what was known then, and is never changed.</summary>
public sealed record ApplicationDecision(
    DateTimeOffset At,
    string By,
    string TargetGroup,
    string Segment,
    IReadOnlyList<(string What, string Was)> Evidence
);

/// <summary>
/// A worker who could take the case, with the weighted load and whether the team works with the benefit.
/// </summary>
public sealed record WorkerAdvice(UserId Id, string Name, string Team, double Load, bool Speciality);

[Requires("casework.application.register", Purpose = "Modtagelse af din henvendelse")]
internal sealed class SeeApplicationHandler(VirkerContext db, VisitationAdvice advice, TimeProvider clock)
    : IUseCase<SeeApplication, ApplicationView>
{
    private const int SlotsShown = 6;

    public async Task<Outcome<ApplicationView>> RunAsync(SeeApplication query, CancellationToken ct = default)
    {
        var application = await db.Set<ApplicationRow>()
            .FirstOrDefaultAsync(a => a.Id == query.Application && a.CitizenId == query.Citizen, ct);
        if (application is null)
            return Refusal.NotFound("application.not-found", "Henvendelsen findes ikke.");
        var citizen = await db.Set<CitizenRow>().FirstAsync(c => c.Id == query.Citizen, ct);
        var age = Ages.On(citizen.Born, clock.Today());
        var group = await advice.GroupAsync(
            new(application.Benefit, age, citizen.Education >= Educations.Vocational, query.Ready),
            ct
        );
        var staff = await advice.StaffAsync(ct);
        var running = staff.Member(
            await db.Set<CaseRow>()
                .Where(c => c.CitizenId == query.Citizen && c.Closed == null)
                .Select(c => c.WorkerId)
                .FirstOrDefaultAsync(ct)
        );
        var workers = await advice.WorkersAsync(application.Benefit, running?.Id, ct);
        var firstBy = await advice.FirstByAsync(group.Group, ct);
        var slots = await advice.SlotsAsync(
            [.. workers.Select(w => w.Id)],
            MeetingKind.For(application.Benefit),
            firstBy,
            SlotsShown,
            ct
        );
        return new ApplicationView(
            application.Id,
            citizen.Name,
            age,
            application.Benefit,
            CodeList.Benefits.Label(application.Benefit, clock.Today()),
            application.Reason,
            application.Submissions,
            DocumentList.Missing(application.Benefit, application.Documents.Split(',')),
            application.DecidedAt is not null,
            running?.Name,
            group,
            SegmentAdvice.Of(await advice.SegmentGroundAsync(citizen, ct)),
            workers,
            slots,
            firstBy,
            application.Version
        )
        {
            AlsoOpen = await AlsoOpenAsync(application, ct),
            Planned = await PlannedAsync(query.Citizen, staff, ct),
            Withdrawn = application.WithdrawnAt is not null,
            Received = (application.ReceivedAt, application.ReceivedBy),
            Decision = FrozenEvidence.Of(application),
        };
    }

    private async Task<IReadOnlyList<CitizenMeeting>> PlannedAsync(
        CitizenId citizen,
        Staff staff,
        CancellationToken ct
    )
    {
        var now = clock.GetUtcNow();
        var planned = await db.Set<MeetingRow>()
            .Where(m => m.CitizenId == citizen && m.Status == MeetingStatus.Planned && m.At > now)
            .OrderBy(m => m.At)
            .ToListAsync(ct);
        return planned.ConvertAll(m => CitizenMeeting.Of(m, staff));
    }

    private async Task<IReadOnlyList<string>> AlsoOpenAsync(ApplicationRow application, CancellationToken ct) =>
        [
            .. (
                await db.Set<ApplicationRow>()
                    .Where(a =>
                        a.CitizenId == application.CitizenId
                        && a.Id != application.Id
                        && a.DecidedAt == null
                        && a.WithdrawnAt == null
                    )
                    .Select(a => a.Benefit)
                    .ToListAsync(ct)
            ).Select(b => CodeList.Benefits.Label(b, clock.Today())),
        ];
}

internal static class Ages
{
    public static int On(DateOnly born, DateOnly day) =>
        day.Year - born.Year - (day < born.AddYears(day.Year - born.Year) ? 1 : 0);
}
