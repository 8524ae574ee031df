using Virker.Insight;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Targets;

/// <summary>The newest value of every declared indicator, or why it has none.</summary>
public sealed record SeeKeyFigures : IQuery<KeyFigures>;

public sealed record KeyFigures(DateOnly DataDate, IReadOnlyList<KeyFigureLine> Lines);

/// <summary>
/// <see cref="Area"/> is the part of the catalogue it stands in. <see cref="Value"/> is rounded as the indicator says;
/// null where <see cref="Why"/> tells what is lacking.
/// </summary>
public sealed record KeyFigureLine(
    string Id,
    string Area,
    int Version,
    string Name,
    string Unit,
    int Decimals,
    FigurePeriod Period,
    decimal? Value,
    string? Why
);

[Requires("targets.plan.see")]
internal sealed class SeeKeyFiguresHandler(Catalogue catalogue, MunicipalFacts facts)
    : IUseCase<SeeKeyFigures, KeyFigures>
{
    private static readonly Kept<KeyFigures> Newest = new("newest");

    public async Task<Outcome<KeyFigures>> RunAsync(SeeKeyFigures query, CancellationToken ct = default)
    {
        var store = await facts.ReadAsync(ct);
        return store.Keep(
            Newest,
            () =>
                new KeyFigures(
                    store.DataDate,
                    [.. catalogue.All.Select(i => Line(i, i.Evaluate(store, i.LatestPeriod(store))))]
                )
        );
    }

    private KeyFigureLine Line(Indicator indicator, KeyFigure figure) =>
        new(
            indicator.Id,
            catalogue.AreaOf(indicator.Id).Name,
            indicator.Version,
            indicator.Name,
            indicator.Unit,
            indicator.Decimals,
            figure.Period,
            figure.Value?.Rounded(indicator.Decimals),
            figure.Why
        );
}
