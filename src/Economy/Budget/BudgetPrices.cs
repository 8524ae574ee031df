using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Economy;

/// <summary>
/// What a full-time person costs a year by benefit, as the council's budget says it: the gross amount divided by the
/// full-time persons of it. Of the year asked for, or the latest one before it.
/// </summary>
[Part]
internal sealed class BudgetPrices(VirkerContext db)
{
    /// <summary>Empty where no budget has been read in.</summary>
    public async Task<(IReadOnlyDictionary<int, decimal> Kroner, string Source)> InAsync(int year, CancellationToken ct)
    {
        var known = await db.Set<BudgetLineRow>().Where(b => b.Year <= year).MaxAsync(b => (int?)b.Year, ct);
        if (known is not { } latest)
            return (new Dictionary<int, decimal>(), "");
        var lines = await db.Set<BudgetLineRow>()
            .AsNoTracking()
            .Where(b => b.Year == latest && b.FullTimePersons > 0)
            .ToListAsync(ct);
        return (
            lines.ToDictionary(b => b.Benefit, b => b.Gross.Kroner / b.FullTimePersons),
            $"budgettet for {latest}: bevillingen delt med de budgetterede helårspersoner"
        );
    }
}
