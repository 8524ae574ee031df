using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;
using Virker.Rules;

namespace Virker.Casework;

/// <summary>What a shift is made on: the target group before it and after it, and who has the case.</summary>
[Part]
internal sealed class ShiftGround(VirkerContext db, IStaffDirectory directory, ILawInForce law)
{
    /// <summary>The group that runs, and the one after the shift; null where it must be chosen.</summary>
    public async Task<(int? Before, int? After)> GroupAsync(ShiftBenefit wanted, CancellationToken ct)
    {
        var before = await db.Set<TargetGroupSpellRow>()
            .Where(s => s.CitizenId == wanted.Citizen && s.ToDay == null)
            .OrderByDescending(s => s.FromDay)
            .Select(s => (int?)s.TargetGroup)
            .FirstOrDefaultAsync(ct);
        return (before, wanted.TargetGroup ?? ShiftedGroup.Of(wanted, before, await law.ReadAsync(ct)));
    }

    public async Task<string?> WorkerAsync(ShiftBenefit wanted, CancellationToken ct)
    {
        var worker = await db.Set<CaseRow>()
            .Where(c => c.CitizenId == wanted.Citizen && c.Closed == null)
            .Select(c => c.WorkerId)
            .FirstOrDefaultAsync(ct);
        return (await directory.ReadAsync(ct)).NameOf(worker);
    }
}
