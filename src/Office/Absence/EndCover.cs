using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Office;

/// <summary>The absent one is back before time, or somebody else takes over.</summary>
public sealed record EndCover(Guid Cover) : ICommand<Done>;

[Requires("team.cover.set")]
internal sealed class EndCoverHandler(
    VirkerContext db,
    IStaffDirectory directory,
    CurrentActor actor,
    TimeProvider clock
) : IUseCase<EndCover, Done>
{
    public async Task<Outcome<Done>> RunAsync(EndCover command, CancellationToken ct = default)
    {
        var cover = await db.Set<CoverRow>().FirstOrDefaultAsync(c => c.Id == command.Cover && c.EndedAt == null, ct);
        if (cover is null || !MayEnd(actor.Value, cover, (await directory.ReadAsync(ct)).Member(cover.WorkerId)))
            return Refusal.NotFound("cover.not-found", "Dækningen findes ikke.");
        cover.EndedAt = clock.GetUtcNow();
        await db.SaveChangesAsync(ct);
        return Done.It;
    }

    private static bool MayEnd(Actor asker, CoverRow cover, StaffMember? away) =>
        cover.WorkerId == asker.User
        || cover.CoverId == asker.User
        || (away is not null && asker.UnitsAs(Role.TeamLeader).Contains(away.Team.Value));
}
