using System.ComponentModel.DataAnnotations.Schema;
using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Tests.Structure.Seeded;

/// <summary>Counts its version as it likes.</summary>
[Table("counted_by_hand")]
internal sealed class CountedByHandRow
{
    public Guid Id { get; init; }

    public int Version { get; set; }
}

internal sealed record AskUntracked : IQuery<Done>;

/// <summary>Says itself what the house does.</summary>
[Requires("seeded.thing.ask")]
internal sealed class AskUntrackedHandler(VirkerContext db) : IUseCase<AskUntracked, Done>
{
    public async Task<Outcome<Done>> RunAsync(AskUntracked request, CancellationToken ct = default)
    {
        await db.Set<CountedByHandRow>().AsNoTracking().ToListAsync(ct);
        return Done.It;
    }
}

internal sealed record SaveTwice : ICommand<Done>;

/// <summary>Saves what it made before it makes the rest.</summary>
[Requires("seeded.thing.make")]
internal sealed class SaveTwiceHandler(VirkerContext db) : IUseCase<SaveTwice, Done>
{
    public async Task<Outcome<Done>> RunAsync(SaveTwice request, CancellationToken ct = default)
    {
        await db.SaveChangesAsync(ct);
        await db.SaveChangesAsync(ct);
        return Done.It;
    }
}
