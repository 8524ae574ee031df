using Virker.Insight;
using Virker.Kernel;

namespace Virker.Targets;

/// <summary>A page of the citizens behind a number, by name, without those whose address is protected.</summary>
internal sealed record BehindList(int Showable, IReadOnlyList<CaseBehind> Cases)
{
    public const int PageSize = 25;

    public static async Task<BehindList> ReadAsync(IPersonRegister register, IReadOnlyCollection<CitizenId> citizens, int page, CancellationToken ct)
    {
        var described = await register.DescribeAsync(citizens, ct);
        var shown = described.Where(p => !p.IsProtected).OrderBy(p => p.Name, StringComparer.Create(System.Globalization.CultureInfo.GetCultureInfo("da-DK"), true)).ThenBy(p => p.Citizen.Value).ToList();
        return new(shown.Count, [.. shown.Skip((Math.Clamp(page, 1, 100_000) - 1) * PageSize).Take(PageSize).Select(p => new CaseBehind(p.Citizen, p.Name, p.Team, p.CaseWorker))]);
    }
}
