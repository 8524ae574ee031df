using System.Collections.Immutable;
using Virker.Kernel;
using Virker.Office;

namespace Virker.Casework;

/// <summary>Running cases by citizen, worker and team. Never changes; <see cref="With"/> gives the next.</summary>
internal sealed class DayCases
{
    public static readonly DayCases None = new(
        ImmutableDictionary<CitizenId, TodayCase>.Empty,
        ImmutableDictionary<UserId, ImmutableDictionary<CitizenId, TodayCase>>.Empty,
        ImmutableDictionary<TeamId, ImmutableDictionary<CitizenId, TodayCase>>.Empty
    );

    private readonly ImmutableDictionary<CitizenId, TodayCase> _all;
    private readonly ImmutableDictionary<UserId, ImmutableDictionary<CitizenId, TodayCase>> _byWorker;
    private readonly ImmutableDictionary<TeamId, ImmutableDictionary<CitizenId, TodayCase>> _byTeam;

    private DayCases(
        ImmutableDictionary<CitizenId, TodayCase> all,
        ImmutableDictionary<UserId, ImmutableDictionary<CitizenId, TodayCase>> byWorker,
        ImmutableDictionary<TeamId, ImmutableDictionary<CitizenId, TodayCase>> byTeam
    ) => (_all, _byWorker, _byTeam) = (all, byWorker, byTeam);

    public IEnumerable<TodayCase> All => _all.Values;

    public TodayCase? Of(CitizenId citizen) => _all.GetValueOrDefault(citizen);

    public IReadOnlyCollection<TodayCase> OfWorker(UserId worker) =>
        _byWorker.TryGetValue(worker, out var cases) ? [.. cases.Values] : [];

    public IReadOnlyCollection<TodayCase> OfTeam(TeamId team) =>
        _byTeam.TryGetValue(team, out var cases) ? [.. cases.Values] : [];

    /// <summary>
    /// The same with these citizens' cases as they are now; those of <paramref name="asked"/> that are not among
    /// <paramref name="now"/> run no longer.
    /// </summary>
    public DayCases With(IReadOnlyCollection<CitizenId> asked, IReadOnlyCollection<TodayCase> now)
    {
        var (all, byWorker, byTeam) = (_all.ToBuilder(), _byWorker.ToBuilder(), _byTeam.ToBuilder());
        foreach (var citizen in asked)
        {
            if (!all.Remove(citizen, out var before)) continue;
            if (before.WorkerId is { } worker) Take(byWorker, worker, citizen);
            Take(byTeam, before.Team, citizen);
        }

        foreach (var c in now) all[c.Citizen] = c;
        Put(byWorker, now.Where(c => c.WorkerId is not null).ToLookup(c => c.WorkerId!.Value));
        Put(byTeam, now.ToLookup(c => c.Team));
        return new(all.ToImmutable(), byWorker.ToImmutable(), byTeam.ToImmutable());
    }

    private static void Take<TKey>(
        ImmutableDictionary<TKey, ImmutableDictionary<CitizenId, TodayCase>>.Builder index,
        TKey key,
        CitizenId citizen
    )
        where TKey : notnull => index[key] = index[key].Remove(citizen);

    private static void Put<TKey>(
        ImmutableDictionary<TKey, ImmutableDictionary<CitizenId, TodayCase>>.Builder index,
        ILookup<TKey, TodayCase> now
    )
        where TKey : notnull
    {
        foreach (var group in now)
        {
            var cases = index.TryGetValue(group.Key, out var before)
                ? before.ToBuilder()
                : ImmutableDictionary.CreateBuilder<CitizenId, TodayCase>();
            foreach (var c in group)
                cases[c.Citizen] = c;
            index[group.Key] = cases.ToImmutable();
        }
    }
}
