using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;
using Virker.Rules;

namespace Virker.Casework;

/// <summary>
/// Those on sick pay in the caller's teams: week, category, job, partial return and the next follow-up. Early
/// follow-ups that were asked for come first.
/// </summary>
public sealed record SeeSickList(bool OnlyEarly = false) : IQuery<SickList>;

public sealed record SickList(IReadOnlyList<SickLine> All, int Early, int WithoutFacts) : IRevealsCitizens
{
    public IEnumerable<CitizenId> Revealed => All.Select(s => s.Citizen);
}

/// <summary>
/// <paramref name="Week"/> counts from the first day of absence, or of sick pay where that is not written. <paramref
/// name="Next"/>: the next follow-up by the law.
/// </summary>
public sealed record SickLine(
    CitizenId Citizen,
    string Name,
    int Week,
    int? Category,
    bool? Employed,
    double? Share,
    bool Early,
    DueConversation? Next,
    string? Worker
)
{
    /// <summary>The last day for the reassessment that waits to be made.</summary>
    public DateOnly? ReassessBy { get; init; }
}

[Requires("casework.sick.see", Purpose = "Overblik over sygedagpengesager")]
internal sealed class SeeSickListHandler(
    VirkerContext db,
    CourseReader courses,
    DayBook book,
    CurrentActor actor,
    TimeProvider clock
) : IUseCase<SeeSickList, SickList>
{
    public async Task<Outcome<SickList>> RunAsync(SeeSickList query, CancellationToken ct = default)
    {
        var (today, user, teams) = (clock.Today(), actor.Value.User, actor.Value.Units.Select(TeamId.From).ToList());
        var running =
            from c in db.Set<CaseRow>()
            where c.Closed == null && (c.WorkerId == user || teams.Contains(c.TeamId))
            join s in db.Set<BenefitSpellRow>().On(today).Where(s => s.Benefit == Benefit.SickPay.Number)
                on c.CitizenId equals s.CitizenId
            select new { c, s };
        var rows = await (
            from r in running
            join citizen in db.Set<CitizenRow>() on r.c.CitizenId equals citizen.Id
            orderby r.s.FromDay
            select new
            {
                r.c.CitizenId,
                Name = citizen.GivenName + " " + citizen.FamilyName,
                r.s.FromDay,
                r.c.WorkerId,
            }
        ).ToListAsync(ct);
        var ids = running.Select(r => r.c.CitizenId);
        var sick = (
            await db.Set<SickCaseRow>()
                .Where(s => ids.Contains(s.CitizenId))
                .OrderBy(s => s.AbsentFrom)
                .ToListAsync(ct)
        ).ToLookup(s => s.CitizenId);
        var back = (
            await db.Set<PartialReturnRow>()
                .Since(today)
                .Where(p => ids.Contains(p.CitizenId))
                .ToListAsync(ct)
        ).ToLookup(p => p.CitizenId);
        var course = await courses.ReadAsync(ids, ct);
        var early = await SeeSickCaseHandler.EarlyHeldAsync(db, [.. sick.Select(s => s.Last())], ct);
        var day = await book.CurrentAsync(ct);
        var lines = rows.Select(r =>
            {
                var (facts, part) = (sick[r.CitizenId].LastOrDefault(), back[r.CitizenId].LastOrDefault());
                return new SickLine(
                    r.CitizenId,
                    r.Name,
                    ((today.DayNumber - (facts?.AbsentFrom ?? r.FromDay).DayNumber) / 7) + 1,
                    facts?.Category,
                    facts?.Employed,
                    part is null ? null : PartialReturns.Share(part.HoursPerWeek, facts?.OrdinaryHours),
                    facts?.EarlyOn is not null && !early.Contains(r.CitizenId),
                    course.GetValueOrDefault(r.CitizenId)?.Next,
                    day.Staff.NameOf(r.WorkerId)
                )
                {
                    ReassessBy = day.Cases.Of(r.CitizenId)?.State.Reassessed,
                };
            })
            .ToList();
        return new SickList(
            [
                .. lines
                    .Where(l => !query.OnlyEarly || l.Early)
                    .OrderByDescending(l => l.Early)
                    .ThenBy(l => l.Next?.By ?? DateOnly.MaxValue),
            ],
            lines.Count(l => l.Early),
            lines.Count(l => l.Employed is null)
        );
    }
}
