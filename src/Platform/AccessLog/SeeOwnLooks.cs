using Microsoft.EntityFrameworkCore;
using Virker.Kernel;

namespace Virker.Platform;

/// <summary>A citizen sees when their data were looked at and why; never by which employee. Newest first.</summary>
public sealed record SeeOwnLooks(CitizenId Citizen, long? Before = null, int Take = 100)
    : IQuery<OwnLooks>,
        IAboutCitizen;

public sealed record OwnLooks(IReadOnlyList<OwnLook> Looks, long? Next);

/// <summary>One look, and by whom: the part they have, never which person.</summary>
public sealed record OwnLook(DateTimeOffset At, string Purpose, LookBy By);

public enum LookBy
{
    Employee,

    /// <summary>The citizen, signed in or by the link that they were sent.</summary>
    Yourself,

    Employer,

    /// <summary>Virker's own jobs, with nobody reading.</summary>
    Job,
}

[Requires("platform.access.see-own", Purpose = "Din egen indsigt i, hvem der har slået op")]
internal sealed class SeeOwnLooksHandler(VirkerContext db, CurrentActor actor) : IUseCase<SeeOwnLooks, OwnLooks>
{
    private const int Most = 500;

    public async Task<Outcome<OwnLooks>> RunAsync(SeeOwnLooks query, CancellationToken ct = default)
    {
        var citizen = ChainValues.Bytes(query.Citizen.Value);
        var self = actor.Value.User is { } user ? ChainValues.Bytes(user.Value) : [];
        var take = Math.Clamp(query.Take, 1, Most);
        var rows = await db.Set<AccessLogRow>()
            .Where(r => r.CitizenId == citizen)
            .WhereGiven(query.Before is not null, r => r.Sequence < query.Before)
            .OrderByDescending(r => r.Sequence)
            .Take(take + 1)
            .Select(r => new
            {
                r.Sequence,
                r.At,
                r.Purpose,
                r.Role,
                Mine = r.UserId != null && r.UserId == self,
            })
            .ToListAsync(ct);
        return new OwnLooks(
            [.. rows.Take(take).Select(r => new OwnLook(ChainValues.Instant(r.At), r.Purpose, By(r.Role, r.Mine)))],
            rows.Count > take ? rows[take - 1].Sequence : null
        );
    }

    /// <summary>
    /// A citizen sees nobody but themselves, and the public reaches a citizen by that citizen's own link alone; neither
    /// needs to be the account that reads the log now.
    /// </summary>
    internal static LookBy By(string? role, bool mine) =>
        mine || role == Role.Citizen.Id || role == Role.Public.Id ? LookBy.Yourself
        : role == Role.Company.Id ? LookBy.Employer
        : role == Role.System.Id ? LookBy.Job
        : LookBy.Employee;
}
