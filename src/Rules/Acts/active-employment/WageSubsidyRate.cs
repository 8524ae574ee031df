using Virker.Kernel;

namespace Virker.Rules;

/// <summary>
/// The wage subsidy for an hour: half the wage up to a cap at a private employer, a fixed most at a public one. Few
/// years' amounts have been found.
/// </summary>
internal sealed class WageSubsidyRate : IRule<WageSubsidyRate.Facts, WageSubsidyRate.Rate>
{
    public sealed record Facts([OneOf("private", "public")] string Sector, [Within(0)] decimal HourlyWage);

    /// <param name="Subsidy">Kroner an hour at the most.</param>
    public sealed record Rate(decimal Subsidy);

    public string Id => "wage_subsidy.rate";

    public string Title => "Løntilskuddets sats";

    public string Anchor => "Måneden, der gives tilskud for";

    public IEnumerable<Example> Examples =>
        [
            new("""{"sector": "private", "hourly_wage": 150}""", "2023-03-01"),
            new("""{"sector": "private", "hourly_wage": 200}""", "2023-03-01"),
            new("""{"sector": "public", "hourly_wage": 130}""", "2023-03-01"),
        ];

    public Outcome<Finding<Rate>> Answer(Facts facts, LawOn law)
    {
        if (!law.Knows($"wage_subsidy.rate.{facts.Sector}", out decimal cap)) return law.Refused;
        if (facts.Sector == "public")
        {
            if (!law.Knows("wage_subsidy.rate.public-wage", out decimal most))
                return law.Refused;
            if (facts.HourlyWage > most)
                law.Fails(
                    Danish.Say($"Timelønnen er {facts.HourlyWage:#,0.##} kr."),
                    Danish.Say($"Højst {most:#,0.##} kr. i timen hos en offentlig arbejdsgiver.")
                );
            return law.Finds(
                new Rate(Math.Min(cap, facts.HourlyWage)),
                Danish.Say($"Offentlig arbejdsgiver: højst {cap:#,0.##} kr. i timen."),
                Danish.Say($"Arbejdsgiveren får højst {cap:#,0.##} kr. i timen i tilskud. Din løn svarer til din ydelse.")
            );
        }

        if (!law.Knows("wage_subsidy.rate.private-share", out decimal share)) return law.Refused;
        var subsidy = new Money(Math.Min(cap, facts.HourlyWage * share / 100)).Rounded().Kroner;
        return law.Finds(
            new Rate(subsidy),
            Danish.Say($"Privat arbejdsgiver: {share:0.#} pct. af lønnen, højst {cap:#,0.##} kr.: {subsidy:#,0.##} kr. i timen."),
            Danish.Say($"Arbejdsgiveren får {subsidy:#,0.##} kr. i timen i tilskud til din løn.")
        );
    }
}
