using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Targets;

/// <summary>The key figures that have been frozen for the committee, newest first.</summary>
public sealed record ListAnnexes : IQuery<AnnexList>;

/// <summary>The frozen annexes.</summary>
public sealed record AnnexList(IReadOnlyList<FrozenAnnex> Annexes);

/// <summary>One of them: of which plan, as of which day, and when it was frozen.</summary>
public sealed record FrozenAnnex(
    AnnexId Id,
    string PlanTitle,
    DateOnly AsOf,
    DateOnly DataDate,
    DateTimeOffset FrozenAt
);

[Requires("targets.annex.see")]
internal sealed class ListAnnexesHandler(VirkerContext db) : IUseCase<ListAnnexes, AnnexList>
{
    public async Task<Outcome<AnnexList>> RunAsync(ListAnnexes query, CancellationToken ct = default) =>
        new AnnexList([
            .. (await db.Set<AnnexRow>().ToListAsync(ct))
                .OrderByDescending(a => a.FrozenAt)
                .Select(a => new FrozenAnnex(a.Id, a.PlanTitle, a.AsOf, a.DataDate, a.FrozenAt)),
        ]);
}
