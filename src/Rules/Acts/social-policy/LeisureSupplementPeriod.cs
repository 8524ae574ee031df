using Virker.Kernel;

namespace Virker.Rules;

/// <summary>When the leisure supplement begins, and the first days by which spending must be documented.</summary>
internal sealed class LeisureSupplementPeriod : IRule<NoFacts, LeisureSupplementPeriod.Dates>
{
    /// <param name="From">The supplement's first day.</param>
    /// <param name="DocumentBy">The first deadlines.</param>
    public sealed record Dates(DateOnly From, IReadOnlyList<DateOnly> DocumentBy);

    public string Id => "leisure_supplement.period";

    public string Title => "Fritidstillæggets begyndelse og frister";

    public string Anchor => "Første dag med hjælp";

    public IEnumerable<Example> Examples => [new("{}", "2025-07-01")];

    public Outcome<Finding<Dates>> Answer(NoFacts facts, LawOn law)
    {
        if (
            !law.Knows("leisure_supplement.period.after-months", out int after)
            || !law.Knows("leisure_supplement.period.document-every", out int every)
            || !law.Knows("leisure_supplement.period.document-day", out int day)
            || !law.Knows("leisure_supplement.period.document-share", out string share)
        )
            return law.Refused;
        var from = law.Day.AddMonths(after);
        List<DateOnly> by =
        [
            .. Enumerable
                .Range(1, 4)
                .Select(n => from.AddMonths(n * every))
                .Select(m => new DateOnly(m.Year, m.Month, day)),
        ];
        return law.Finds(
            new Dates(from, by),
            Danish.Say($"Fra {from}; dokumenteres første gang senest {by[0]}. {share}."),
            Danish.Say($"Du kan få fritidstillæg fra {from:d. MMMM yyyy}. Vis første gang, hvad pengene er brugt til, senest {by[0]:d. MMMM yyyy}.")
        );
    }
}
