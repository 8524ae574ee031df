using Virker.Insight;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Targets;

/// <summary>
/// Brings facts from one moment to the next: whole at first, later only what the journal says has changed.
/// </summary>
internal sealed class FactRenewal(IReadOnlyList<IFactSource> sources, IPersonRegister register, VirkerContext db)
{
    /// <summary>So many citizens at once are read one by one; for more, the table is.</summary>
    private const int FewCitizens = 300;

    public async Task<LoadedFacts> LoadAsync(RegisterMoment now, CancellationToken ct)
    {
        var load = new FactLoad(now.DataDate, await register.NumbersAsync(ct));
        foreach (var source in sources) await source.LoadAsync(load, ct);
        return new(new(now.DataDate, now.Stamp, load.Tables), load.Persons, now);
    }

    /// <summary>
    /// The facts before with what has changed since; null where everything must be read again: after a bulk load, when
    /// many have come, or when somebody is gone.
    /// </summary>
    public async Task<LoadedFacts?> RenewAsync(LoadedFacts before, RegisterMoment now, CancellationToken ct)
    {
        var changes = await JournalChanges.BetweenAsync(db, before.Moment.Head, now.Head, ct);
        if (
            changes.Any(c => c.IsBulk)
            || now.DataDate != before.Moment.DataDate
            || await WithNewcomersAsync(before.Persons!, changes, ct) is not { } persons
        )
            return null;
        var store = before.Store.With(now.DataDate, now.Stamp, [], []);
        for (var i = 0; i < sources.Count; i++)
        {
            var source = sources[i];
            var own = changes.Where(c => source.Reads.Contains(c.Entity)).ToList();
            var isAsked = source.Reads.Count == 0;
            if (isAsked ? now.Versions[i] == before.Moment.Versions[i] : own.Count == 0)
                continue;
            store =
                await ByPersonAsync(source, own, store, persons, ct) ?? await WholeAsync(source, store, persons, ct);
        }

        return store.Find(PersonFacts.Table) is { } all && all.Count != persons.Count
            ? null
            : new(store, persons, now);
    }

    /// <summary>Whoever has no number and is in the register gets the next one; null where they are many.</summary>
    private async Task<IPersonNumbers?> WithNewcomersAsync(
        IPersonNumbers persons,
        IReadOnlyList<JournalChange> changes,
        CancellationToken ct
    )
    {
        var unknown = changes
            .Select(c => c.Citizen)
            .OfType<CitizenId>()
            .Where(c => !persons.Has(c))
            .Distinct()
            .ToList();
        if (unknown.Count is 0)
            return persons;
        return unknown.Count > FewCitizens
            ? null
            : new GrownNumbers(persons, (await register.NamesAsync(unknown, ct)).Select(p => p.Citizen));
    }

    private static async Task<FactStore> WholeAsync(
        IFactSource source,
        FactStore store,
        IPersonNumbers persons,
        CancellationToken ct
    )
    {
        var load = new FactLoad(store.DataDate, persons);
        await source.LoadAsync(load, ct);
        return store.With(store.DataDate, store.Version, [.. source.Tables], load.Tables);
    }

    /// <summary>
    /// Null where the source, or one of the changes, is not about citizens one by one, or where a dimension has got
    /// other values.
    /// </summary>
    private static async Task<FactStore?> ByPersonAsync(
        IFactSource source,
        List<JournalChange> changes,
        FactStore store,
        IPersonNumbers persons,
        CancellationToken ct
    )
    {
        if (!source.ReadsByPerson || changes.Count == 0 || changes.Any(c => c.Citizen is null)) return null;
        var citizens = changes.Select(c => c.Citizen!.Value).Where(persons.Has).ToHashSet();
        if (citizens.Count > FewCitizens) return null;
        if (citizens.Count == 0) return store;
        var load = new FactLoad(store.DataDate, persons) { Only = citizens };
        await source.LoadAsync(load, ct);
        if (load.Tables.Any(t => store.Find(t.Declaration)?.HasSameCodes(t) != true))
            return null;
        var numbers = citizens.Select(persons.Of).ToList();
        return store.With(
            store.DataDate,
            store.Version,
            [],
            [.. load.Tables.Select(t => store.Find(t.Declaration)!.With(numbers, t))]
        );
    }
}
