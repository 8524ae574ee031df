using Virker.Insight;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Targets;

/// <summary>
/// Brings facts from one moment to the next: whole at first, later only what the journal says has changed.
/// </summary>
internal sealed class FactRenewal(IReadOnlyList<IFactSource> sources, IPersonRegister register)
{
    public async Task<LoadedFacts> LoadAsync(
        DateOnly dataDate,
        KeptMoment<RegisterMoment> now,
        CancellationToken ct
    )
    {
        var load = new FactLoad(dataDate, await register.NumbersAsync(ct));
        foreach (var source in sources) await source.LoadAsync(load, ct);
        return new(new(dataDate, now.Beside.Stamp(now.Head), load.Tables), load.Persons);
    }

    /// <summary>
    /// The facts before with what has changed since; null where everything must be read again: when many have come, or
    /// when somebody is gone.
    /// </summary>
    public async Task<LoadedFacts?> RenewAsync(
        Held<LoadedFacts, RegisterMoment> before,
        KeptMoment<RegisterMoment> now,
        RowChanges changes,
        CancellationToken ct
    )
    {
        if (
            before.Value.Persons is not { } known
            || await WithNewcomersAsync(known, changes, ct) is not { } persons
        )
            return null;
        var store = before.Value.Store.With(before.Value.Store.DataDate, now.Beside.Stamp(now.Head), [], []);
        for (var i = 0; i < sources.Count; i++)
        {
            var source = sources[i];
            var isChanged =
                source.Reads.Count == 0
                    ? now.Beside.Versions[i] != before.Of.Beside.Versions[i]
                    : changes.Touch(source.Reads);
            if (!isChanged) continue;
            store =
                await ByPersonAsync(source, changes, store, persons, ct)
                ?? await WholeAsync(source, store, persons, ct);
        }

        return store.Find(PersonFacts.Table) is { } all && all.Count != persons.Count ? null : new(store, persons);
    }

    /// <summary>Whoever has no number and is in the register gets the next one; null where they are many.</summary>
    private async Task<IPersonNumbers?> WithNewcomersAsync(
        IPersonNumbers persons,
        RowChanges changes,
        CancellationToken ct
    )
    {
        var unknown = changes.Citizens.Where(c => !persons.Has(c)).ToList();
        if (unknown.Count is 0)
            return persons;
        return unknown.Count > RowChanges.Piece
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
        RowChanges changes,
        FactStore store,
        IPersonNumbers persons,
        CancellationToken ct
    )
    {
        if (!source.ReadsByPerson || changes.CitizensOf(source.Reads) is not { } about) return null;
        var citizens = about.Where(persons.Has).ToHashSet();
        if (citizens.Count > RowChanges.Piece) return null;
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
