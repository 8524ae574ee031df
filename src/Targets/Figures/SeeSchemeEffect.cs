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
internal sealed class SeeSchemeEffectHandler(FigureReading reading) : IUseCase<SeeSchemeEffect, SchemeEffect>
{
    private static readonly int[] After = [3, 6, 12];

    public async Task<Outcome<SchemeEffect>> RunAsync(SeeSchemeEffect query, CancellationToken ct = default)
    {
        var store = await reading.FactsAsync(ct);
        var key = query.Scheme.ToString("N");
        return new SchemeEffect(
            store.DataDate,
            [.. store.Keep(("scheme", key), () => SchemeFollowUp.Of(store, key, After)).Select(Shown)]
        );
    }

    internal static SchemeStep Shown(SchemeStanding s) =>
        s.Participants.All == 0 ? Without(s, "Ingen er fulgt så længe endnu")
        : Suppression.Usual.IsSmall(s.Participants.All) || Suppression.Usual.IsSmall(s.Others.All)
            ? Without(s, $"Handler om {Suppression.Usual.Words} borgere og vises ikke")
        : new(
            s.Months,
            s.Participants.All,
            Share(s.Participants, c => c.WithoutBenefit),
            Share(s.Others, c => c.WithoutBenefit, s.OthersWithoutBenefit),
            Share(s.Participants, c => c.InJob),
            Share(s.Others, c => c.InJob, s.OthersInJob),
            null
        );

    private static SchemeStep Without(SchemeStanding s, string why) => new(s.Months, null, null, null, null, null, why);

    /// <summary>Null where few are in it, or few are not.</summary>
    private static decimal? Share(StandingCount count, Func<StandingCount, int> of, decimal? weighted = null) =>
        Suppression.Usual.IsSmall(of(count)) || Suppression.Usual.IsSmall(count.All - of(count))
            ? null
            : Math.Round(weighted ?? of(count) * 100m / count.All);
}
