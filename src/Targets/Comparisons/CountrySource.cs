namespace Virker.Targets;

/// <summary>Where the country's figure of an indicator stands at jobindsats: table and column. Only shares; a number of persons in the country says nothing beside a town's.</summary>
internal sealed record CountrySource(string Indicator, string Table, string Column)
{
    private const string ShareOfPopulation = "Fuldtidspersoner i pct. af befolkningen 16-66 år";

    public static IReadOnlyList<CountrySource> All { get; } =
    [
        new("dagpenge.andel", "y01a02", ShareOfPopulation),
        new("sygedagpenge.andel", "y07a02", ShareOfPopulation),
    ];
}
