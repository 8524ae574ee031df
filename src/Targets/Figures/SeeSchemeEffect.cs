using Virker.Insight;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Targets;

/// <summary>
/// How the participants of a scheme stand 3, 6 and 12 months after they were marked, beside others of the same target
/// groups. Nobody is shown, and small numbers are hidden from everybody.
/// </summary>
public sealed record SeeSchemeEffect(Guid Scheme) : IQuery<SchemeEffect>;

/// <summary>Empty where no participant is known to the figures.</summary>
public sealed record SchemeEffect(DateOnly DataDate, IReadOnlyList<SchemeStep> Steps);

/// <summary>
/// <paramref name="Why"/>: why there are no numbers. Shares in percent; one that would tell of too few is null.
/// </summary>
public sealed record SchemeStep(
    int Months,
    int? Followed,
    decimal? WithoutBenefit,
    decimal? OthersWithoutBenefit,
    decimal? InJob,
    decimal? OthersInJob,
    string? Why
);

[Requires("targets.plan.see")]
internal sealed class SeeSchemeEffectHandler(Catalogue catalogue, FigureReading reading)
    : IUseCase<SeeSchemeEffect, SchemeEffect>
{
    private const string Comparison = "saerlig-indsats";
    private const int OffBenefit = 0, Job = 1;

    private static readonly Kept<IReadOnlyList<CohortStanding>> Beside = new("scheme");

    private static readonly int[] After = [3, 6, 12];

    public async Task<Outcome<SchemeEffect>> RunAsync(SeeSchemeEffect query, CancellationToken ct = default)
    {
        var store = await reading.FactsAsync(ct);
        var key = query.Scheme.ToString("N");
        return new SchemeEffect(
            store.DataDate,
            [.. store.Keep(Beside.For(key), () => Standings(store, key)).Select(Shown)]
        );
    }

    private IReadOnlyList<CohortStanding> Standings(FactStore store, string scheme) =>
        catalogue.FindComparison(Comparison)?.Of(store, scheme, After) ?? [];

    internal static SchemeStep Shown(CohortStanding s) =>
        s.Members.All == 0 ? Without(s, "Ingen er fulgt så længe endnu")
        : Suppression.Usual.IsSmall(s.Members.All) || Suppression.Usual.IsSmall(s.Others.All)
            ? Without(s, $"Handler om {Suppression.Usual.Words} borgere og vises ikke")
        : new(
            s.Months,
            s.Members.All,
            Share(s.Members, OffBenefit),
            Share(s.Others, OffBenefit, s.OthersHolding[OffBenefit]),
            Share(s.Members, Job),
            Share(s.Others, Job, s.OthersHolding[Job]),
            null
        );

    private static SchemeStep Without(CohortStanding s, string why) => new(s.Months, null, null, null, null, null, why);

    /// <summary>Null where few are in it, or few are not.</summary>
    private static decimal? Share(StandingCount count, int status, decimal? weighted = null) =>
        Suppression.Usual.IsSmall(count.Holding[status])
        || Suppression.Usual.IsSmall(count.All - count.Holding[status])
            ? null
            : Math.Round(weighted ?? count.Holding[status] * 100m / count.All);
}
