using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>
/// What colleagues ask the caller to open, the answers to what the caller has asked, and whom they can ask.
/// </summary>
public sealed record SeeSlotRequests : IQuery<SlotRequests>
{
    /// <summary>Also whom the caller can ask, which counts every colleague's free times.</summary>
    public bool WithColleagues { get; init; } = true;
}

public sealed record SlotRequests(
    IReadOnlyList<SlotRequest> ToMe,
    IReadOnlyList<SlotRequest> Mine,
    IReadOnlyList<Colleague> Colleagues
);

/// <summary>A request for times (anmodning om tider); a colleague's, or one's own with its answer.</summary>
public sealed record SlotRequest(
    SlotRequestId Id,
    string Asker,
    string? Worker,
    DateOnly From,
    DateOnly To,
    int Wanted,
    string Note,
    DateTimeOffset MadeAt,
    DateTimeOffset? AnsweredAt,
    string? AnsweredBy,
    int? Opened,
    string? Reason
);

/// <summary>Somebody in the caller's teams, with how many free times they have in the next four weeks.</summary>
public sealed record Colleague(UserId? Id, string Name, TeamId Team, int Free);

[Requires("casework.slot.open")]
internal sealed class SeeSlotRequestsHandler(
    VirkerContext db,
    SlotReader slots,
    IStaffDirectory directory,
    CurrentActor actor,
    TimeProvider clock
)
    : IUseCase<SeeSlotRequests, SlotRequests>
{
    private const int DaysAhead = 28;

    public async Task<Outcome<SlotRequests>> RunAsync(SeeSlotRequests query, CancellationToken ct = default)
    {
        if (actor.Value.User is not { } user) return new SlotRequests([], [], []);
        var teams = actor.Value.Units.Select(TeamId.From).ToList();
        var open = await db.Set<SlotRequestRow>()
            .Where(r =>
                r.AnsweredAt == null
                && r.AskedBy != user
                && (r.WorkerId == user || (r.WorkerId == null && teams.Contains(r.TeamId)))
            )
            .OrderBy(r => r.MadeAt)
            .ToListAsync(ct);
        var mine = await db.Set<SlotRequestRow>()
            .Where(r => r.AskedBy == user && r.SeenAt == null)
            .OrderByDescending(r => r.MadeAt)
            .ToListAsync(ct);
        if (!query.WithColleagues && open.Count + mine.Count == 0)
            return new SlotRequests([], [], []);
        var names = (await directory.ReadAsync(ct)).Members.Where(w => teams.Contains(w.Team)).ToList();
        SlotRequest Shown(SlotRequestRow r) =>
            new(
                r.Id,
                r.Asker,
                names.Find(n => n.Id == r.WorkerId)?.Name,
                r.FromDay,
                r.ToDay,
                r.Wanted,
                r.Note,
                r.MadeAt,
                r.AnsweredAt,
                r.AnsweredBy,
                r.Opened,
                r.Reason
            );
        var (now, colleagues) = (clock.GetUtcNow(), new List<Colleague>());
        foreach (var team in query.WithColleagues ? teams : [])
        {
            var free = (await slots.OfTeamAsync(team, null, now, now.AddDays(DaysAhead), int.MaxValue, ct)).ToLookup(
                s => s.WorkerId
            );
            colleagues.AddRange(
                names
                    .Where(n => n.Team == team && n.Id != user)
                    .Select(n => new Colleague(n.Id, n.Name, team, free[n.Id].Count()))
            );
        }

        return new SlotRequests([.. open.Select(Shown)], [.. mine.Select(Shown)], colleagues);
    }
}
