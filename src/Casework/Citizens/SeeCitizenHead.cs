using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;
using Virker.Rules;

namespace Virker.Casework;

/// <summary>Who one has before one: the few facts that stand over every page about the citizen.</summary>
public sealed record SeeCitizenHead(CitizenId Citizen) : IQuery<CitizenHead>, IAboutCitizen;

/// <summary>
/// <paramref name="NextMeeting"/>: the first that is planned, today's among them. <paramref name="HasSickPay"/>: gets
/// it or has had it, or is registered as sick from a job.
/// </summary>
public sealed record CitizenHead(
    string Name,
    DateOnly Born,
    string? Benefit,
    DateOnly? BenefitSince,
    string? Phone,
    DateTimeOffset? NextMeeting,
    bool HasSickPay
);

[Requires("casework.citizen.see")]
internal sealed class SeeCitizenHeadHandler(VirkerContext db, TimeProvider clock)
    : IUseCase<SeeCitizenHead, CitizenHead>
{
    public async Task<Outcome<CitizenHead>> RunAsync(SeeCitizenHead query, CancellationToken ct = default)
    {
        var (id, today) = (query.Citizen, clock.Today());
        var citizen = await db.Set<CitizenRow>().FirstOrDefaultAsync(c => c.Id == id, ct);
        if (citizen is null)
            return CitizenRefusals.NotFound;
        var spells = await db.Set<BenefitSpellRow>()
            .Where(s => s.CitizenId == id)
            .OrderByDescending(s => s.FromDay)
            .ToListAsync(ct);
        var running = spells.FirstOrDefault(s => new Period(s.FromDay, s.ToDay).Contains(today));
        var next = await db.Set<MeetingRow>()
            .Ahead(today)
            .Where(m => m.CitizenId == id)
            .MinAsync(m => (DateTimeOffset?)m.At, ct);
        return new CitizenHead(
            citizen.Name,
            citizen.Born,
            running is null ? null : CodeList.Benefits[running.Benefit].Label(running.FromDay),
            running?.FromDay,
            citizen.Phone,
            next,
            await HasSickPayAsync(db, id, ct)
        );
    }

    internal static async Task<bool> HasSickPayAsync(VirkerContext db, CitizenId citizen, CancellationToken ct) =>
        await db.Set<BenefitSpellRow>().AnyAsync(s => s.CitizenId == citizen && s.Benefit == Benefit.SickPay.Number, ct)
        || await db.Set<SickCaseRow>().AnyAsync(s => s.CitizenId == citizen, ct);
}
