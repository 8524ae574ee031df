using Microsoft.EntityFrameworkCore;
using Virker.Kernel;

namespace Virker.Platform;

[Part]
internal sealed class RegisterIntake(
    VirkerContext db,
    UnitOfWork work,
    KeyRing keys,
    CurrentMunicipality municipality,
    BulkJournal journal
) : IRegisterIntake
{
    /// <summary>As the journal names it.</summary>
    private const string UseCase = "Import";

    private MunicipalityKeys Keys => keys.Of(municipality.Value);

    public Task<Outcome<Done>> TakeInAsync(Delivery delivery, CancellationToken ct = default) =>
        work.RunAsync(UseCase, () => TrackAsync(delivery, ct), ct);

    public async Task<Outcome<Done>> FillAsync(Delivery delivery, CancellationToken ct = default)
    {
        var database = municipality.Value.Database;
        if (await DatabaseDraft.HasRowsAsync(database, ChangeJournal.Table.Name, ct))
            throw new InvalidOperationException("A register in use is not filled in bulk; its journal would not tell.");
        IReadOnlyDictionary<string, long> counts;
        await using (var load = await BulkLoad.IntoAsync(database, ct))
        {
            var rows = new BulkRows(load, db.Model, Keys);
            if (Fill(delivery, rows, ct) is { } refusal) return refusal;
            counts = rows.Counts;
            await load.CompleteAsync(ct);
        }

        await journal.NoteAsync(municipality.Value, database, UseCase, counts, ct);
        return Done.It;
    }

    private async Task<Outcome<Done>> TrackAsync(Delivery delivery, CancellationToken ct)
    {
        var (rows, faults, only) = (new TrackedRows(db, Keys), new List<Refusal>(), new OnlyOnce());
        List<Registered> all = [.. delivery.All];
        foreach (var (at, what) in all.Index())
        {
            if (only.FaultOf(what) is { } own)
            {
                faults.Add(delivery.Refuse(at, what, own));
                continue;
            }

            what.WriteTo(rows);
            if (await rows.TakeAsync(ct) is { } fault) faults.Add(delivery.Refuse(at, what, fault));
        }

        if (Refusal.All(faults) is { } refusal) return refusal;
        try
        {
            await db.SaveChangesAsync(ct);
            return Done.It;
        }
        catch (DbUpdateException problem) when (Conflicts.RefusalOf(problem) is not null)
        {
            return await FirstThereAsync(delivery, all, ct) ?? Conflicts.RefusalOf(problem)!;
        }
    }

    /// <summary>
    /// Something is in the register already, and the database does not say which of many: each is saved by itself until
    /// it says so. All of it is taken back with the refusal.
    /// </summary>
    private async Task<Refusal?> FirstThereAsync(Delivery delivery, List<Registered> all, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        var rows = new TrackedRows(db, Keys);
        foreach (var (at, what) in all.Index())
        {
            what.WriteTo(rows);
            try
            {
                await rows.TakeAsync(ct);
                await db.SaveChangesAsync(ct);
            }
            catch (DbUpdateException problem) when (Conflicts.RefusalOf(problem) is not null)
            {
                return delivery.Refuse(at, what, RegisterFaults.Twice);
            }
        }

        return null;
    }

    private static Refusal? Fill(Delivery delivery, BulkRows rows, CancellationToken ct)
    {
        var only = new OnlyOnce();
        foreach (var (at, what) in delivery.All.Index())
        {
            ct.ThrowIfCancellationRequested();
            if (only.FaultOf(what) is { } own) return delivery.Refuse(at, what, own);
            what.WriteTo(rows);
            if (rows.Fault is { } fault) return delivery.Refuse(at, what, fault);
        }

        return null;
    }

    /// <summary>What is wrong with a thing by itself and beside those that came before it.</summary>
    private sealed class OnlyOnce
    {
        private readonly HashSet<(string, object)> _given = [];

        public string? FaultOf(Registered what) =>
            what.Fault
            ?? (what.Unique is { } unique && !_given.Add((what.Called, unique)) ? RegisterFaults.Twice : null);
    }
}
