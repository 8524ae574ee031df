using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>What the caller has asked colleagues and been asked by them, and the caller's own open times.</summary>
public sealed record SeeSparrings : IQuery<Sparrings>;

public sealed record Sparrings(IReadOnlyList<SparringLine> Open, IReadOnlyList<SparringTime> Mine) : IRevealsCitizens
{
    public IEnumerable<CitizenId> Revealed => Open.Select(s => s.Citizen);
}

/// <summary>
/// <paramref name="AskedOfMe"/>: a colleague wants the caller's help; otherwise the caller has asked.
/// </summary>
public sealed record SparringLine(
    Guid Id,
    CitizenId Citizen,
    string Name,
    string With,
    bool AskedOfMe,
    string Question,
    DateTimeOffset? At,
    DateTimeOffset AskedAt
);

public sealed record SparringTime(Guid Id, DateTimeOffset At, int Minutes, bool Taken);

[Requires("casework.sparring.use", Purpose = "Faglig sparring om din sag")]
internal sealed class SeeSparringsHandler(
    VirkerContext db,
    IStaffDirectory directory,
    CurrentActor actor,
    TimeProvider clock
)
    : IUseCase<SeeSparrings, Sparrings>
{
    public async Task<Outcome<Sparrings>> RunAsync(SeeSparrings query, CancellationToken ct = default)
    {
        var (user, now) = (actor.Value.User, clock.GetUtcNow());
        var open = await (
            from s in db.Set<SparringRow>()
            where s.ClosedAt == null && (s.AskerId == user || s.HolderId == user)
            join c in db.Set<CitizenRow>() on s.CitizenId equals c.Id
            join slot in db.Set<SparringSlotRow>() on s.SlotId equals slot.Id into slots
            from slot in slots.DefaultIfEmpty()
            orderby s.AskedAt
            select new
            {
                s.Id,
                s.CitizenId,
                Name = c.GivenName + " " + c.FamilyName,
                s.AskerId,
                s.HolderId,
                s.Question,
                At = slot == null ? (DateTimeOffset?)null : slot.At,
                s.AskedAt,
            }
        ).ToListAsync(ct);
        var staff = await directory.ReadAsync(ct);
        var mine = await db.Set<SparringSlotRow>()
            .Where(s => s.HolderId == user && s.At > now)
            .OrderBy(s => s.At)
            .Select(s => new SparringTime(s.Id, s.At, s.Minutes, db.Set<SparringRow>().Any(x => x.SlotId == s.Id)))
            .ToListAsync(ct);
        return new Sparrings(
            [
                .. open.Select(s => (s, ofMe: s.HolderId == user))
                    .Select(x => new SparringLine(
                        x.s.Id,
                        x.s.CitizenId,
                        x.s.Name,
                        staff.NameOf(x.ofMe ? x.s.AskerId : x.s.HolderId) ?? "en kollega",
                        x.ofMe,
                        x.s.Question,
                        x.s.At,
                        x.s.AskedAt
                    )),
            ],
            mine
        );
    }
}

/// <summary>
/// A citizen's case as something to talk over: whom to ask, their open times, and what the caller takes part in
/// already.
/// </summary>
public sealed record SeeSparring(CitizenId Citizen) : IQuery<SparringView>, IAboutCitizen;

public sealed record SparringView(
    string Name,
    IReadOnlyList<SparringColleague> Colleagues,
    IReadOnlyList<SparringTalk> Talks
);

public sealed record SparringColleague(
    UserId Id,
    string Name,
    string Title,
    string Speciality,
    IReadOnlyList<SparringTime> Times
);

public sealed record SparringTalk(
    Guid Id,
    string Question,
    string Asker,
    DateTimeOffset AskedAt,
    DateTimeOffset? At,
    DateTimeOffset? ClosedAt,
    IReadOnlyList<SparringNote> Notes
);

public sealed record SparringNote(string Author, string Text, DateTimeOffset At);

[Requires("casework.sparring.use", Purpose = "Faglig sparring om din sag")]
internal sealed class SeeSparringHandler(
    VirkerContext db,
    IStaffDirectory directory,
    CurrentActor actor,
    TimeProvider clock
)
    : IUseCase<SeeSparring, SparringView>
{
    public async Task<Outcome<SparringView>> RunAsync(SeeSparring query, CancellationToken ct = default)
    {
        var name = await db.Set<CitizenRow>()
            .Where(c => c.Id == query.Citizen)
            .Select(c => c.GivenName + " " + c.FamilyName)
            .FirstOrDefaultAsync(ct);
        return name is null
            ? CitizenRefusals.NotFound
            : new SparringView(name, await ColleaguesAsync(ct), await TalksAsync(query.Citizen, ct));
    }

    private async Task<IReadOnlyList<SparringColleague>> ColleaguesAsync(CancellationToken ct)
    {
        var (user, now, teams) = (actor.Value.User, clock.GetUtcNow(), actor.Value.Units.Select(TeamId.From).ToList());
        var workers = (await directory.ReadAsync(ct))
            .Members.Where(w => teams.Contains(w.Team) && w.Id != user)
            .ToList();
        var ids = workers.ConvertAll(w => w.Id);
        var times = (
            await db.Set<SparringSlotRow>()
                .Where(s => ids.Contains(s.HolderId) && s.At > now && !db.Set<SparringRow>().Any(x => x.SlotId == s.Id))
                .OrderBy(s => s.At)
                .Select(s => new { s.HolderId, Time = new SparringTime(s.Id, s.At, s.Minutes, false) })
                .ToListAsync(ct)
        ).ToLookup(s => s.HolderId, s => s.Time);
        return
        [
            .. workers
                .Select(w => new SparringColleague(w.Id, w.Name, w.Title, w.Speciality, [.. times[w.Id]]))
                .OrderBy(w => w.Times.Count == 0),
        ];
    }

    private async Task<IReadOnlyList<SparringTalk>> TalksAsync(CitizenId citizen, CancellationToken ct)
    {
        var user = actor.Value.User;
        var talks = await (
            from s in db.Set<SparringRow>()
            where s.CitizenId == citizen && (s.AskerId == user || s.HolderId == user)
            join slot in db.Set<SparringSlotRow>() on s.SlotId equals slot.Id into slots
            from slot in slots.DefaultIfEmpty()
            orderby s.AskedAt descending
            select new
            {
                s.Id,
                s.Question,
                s.AskedAt,
                s.ClosedAt,
                At = slot == null ? (DateTimeOffset?)null : slot.At,
                s.AskerId,
            }
        ).ToListAsync(ct);
        var (ids, staff) = (talks.Select(t => t.Id).ToList(), await directory.ReadAsync(ct));
        var notes = (
            await db.Set<SparringNoteRow>()
                .Where(n => ids.Contains(n.SparringId))
                .OrderBy(n => n.At)
                .ToListAsync(ct)
        ).ToLookup(n => n.SparringId);
        return
        [
            .. talks.Select(t => new SparringTalk(
                t.Id,
                t.Question,
                staff.NameOf(t.AskerId) ?? "En kollega",
                t.AskedAt,
                t.At,
                t.ClosedAt,
                [.. notes[t.Id].Select(n => new SparringNote(n.Author, n.Text, n.At))]
            )),
        ];
    }
}
