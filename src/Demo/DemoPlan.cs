namespace Virker.Demo;

/// <summary>
/// What is asked of the fictive municipality. The register ends on <paramref name="Until"/> and not today, since the
/// same seed must give the same register; the documents' plan and minutes are of 2021–2024.
/// </summary>
public sealed record DemoPlan(int Inhabitants = 80_000, int Years = 10, int Seed = 1)
{
    /// <summary>Inhabitants of the municipality that the printed facts are about.</summary>
    public const int PrintedInhabitants = 80_000;

    public DateOnly Until { get; init; } = new(2024, 3, 31);

    internal DateOnly From => Until.AddDays(1).AddYears(-Years);

    /// <summary>How much larger than the printed facts' municipality.</summary>
    internal double Scale => Inhabitants / (double)PrintedInhabitants;

    /// <summary>A printed count at this size.</summary>
    internal int Scaled(double count) => (int)Math.Round(count * Scale, MidpointRounding.AwayFromZero);

    /// <summary>What is wrong with the plan, in Danish; null when it can be made.</summary>
    public string? Problem =>
        Inhabitants is < 500 or > 6_000_000 ? "--inhabitants skal være mellem 500 og 6.000.000."
        : Years is < 1 or > 20 ? "--years skal være mellem 1 og 20."
        : Until < new DateOnly(2016, 1, 1) || Until > new DateOnly(2030, 12, 31)
            ? "--until skal ligge mellem 2016-01-01 og 2030-12-31."
        : null;
}
