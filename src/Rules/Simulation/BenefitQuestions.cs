using Virker.Kernel;

namespace Virker.Rules;

/// <summary>How many hours of work duty a week the recipients on the window's last day have.</summary>
internal sealed class WorkDutyQuestion : ISimulatedQuestion
{
    private const string NoRate =
        "Satsen (mindstesats, hjemmeboendesats, grundsats eller forhøjet sats) står ikke i registeret.";

    private static readonly WorkDuty Rule = new();

    private static readonly Dictionary<int, string?> Rates = new() { [2] = null, [3] = null, [4] = null, [5] = "SHO" };

    public string Id => "arbejdspligt";

    public string Title => "Timer med arbejdspligt om ugen";

    public string Measure => "timer om ugen";

    public IReadOnlyList<string> Rules => [Rule.Id];

    public IReadOnlyList<string> Assumptions(SimulationTerms terms) =>
        [
            $"Modtagere på kontanthjælp, uddannelseshjælp og selvforsørgelses- og hjemrejseydelse den {terms.To.ToString("d. MMMM yyyy", Danish.Culture)}, uden den konkrete vurdering, som loven kræver.",
            "Hvad en time koster kommunen, står ikke i registeret, så der er ingen kroner på.",
        ];

    public IReadOnlyList<string> Lacks(SimulationTerms terms) => [];

    public Func<CaseHistory, IEnumerable<SimulatedPart>> Under(LawVersion law, SimulationTerms terms) =>
        history =>
            CaseHistory.CodeOn(history.Benefits, terms.To) is var benefit && Rates.TryGetValue(benefit, out var rate)
                ? [Part(benefit, rate, law, terms.To)]
                : [];

    private static SimulatedPart Part(int benefit, string? rate, LawVersion law, DateOnly day) =>
        rate is null
            ? SimulatedPart.Without(day, benefit, NoRate)
            : Rule.Answer(new(rate), law.On(day))
                .Match(
                    finding => new SimulatedPart(day, benefit, finding.Answer.Hours),
                    refusal => SimulatedPart.Without(day, benefit, refusal.Text)
                );
}

/// <summary>What is deducted from the help for ordinary hours, month by month in the window.</summary>
internal sealed class HourDisregardQuestion : ISimulatedQuestion
{
    private static readonly AssistanceHourDisregard Rule = new();

    public string Id => "timefradrag";

    public string Title => "Fradrag i hjælpen for lønnede timer";

    public string Measure => "kr. trukket i hjælpen";

    public IReadOnlyList<string> Rules => [Rule.Id];

    public IReadOnlyList<string> Assumptions(SimulationTerms terms) =>
        [
            $"Timerne er dem, arbejdsgivere har indberettet for modtagere af kontanthjælp, uddannelseshjælp og selvforsørgelses- og hjemrejseydelse{(terms.HourlyWage is { } wage ? $"; hver er regnet til {wage.ToString("#,0.##", Danish.Culture)} kr." : "")}.",
            "Kronerne er hjælpen før refusion: et mindre fradrag er en større udgift.",
        ];

    public IReadOnlyList<string> Lacks(SimulationTerms terms) =>
        terms.HourlyWage is null
            ? ["Lønnen i måneden: registeret har kun timerne. Angiv en timeløn at regne med."]
            : [];

    public Func<CaseHistory, IEnumerable<SimulatedPart>> Under(LawVersion law, SimulationTerms terms) =>
        history =>
            history
                .PaidHours.Where(p => p.Month >= terms.From && p.Month <= terms.To)
                .Select(p =>
                    (
                        p.Month,
                        p.Hours,
                        Benefit: history
                            .Benefits.FirstOrDefault(b =>
                                Benefit.MeansTested.Contains(b.Code)
                                && b.From <= p.Month.AddMonths(1).AddDays(-1)
                                && b.To >= p.Month
                            )
                            .Code
                    )
                )
                .Where(p => p.Benefit > 0)
                .Select(p =>
                    Rule.Answer(new(p.Hours * (terms.HourlyWage ?? 0), p.Hours), law.On(p.Month))
                        .Match(
                            finding => new SimulatedPart(
                                p.Month,
                                p.Benefit,
                                finding.Answer.Deducted,
                                -finding.Answer.Deducted
                            ),
                            refusal => SimulatedPart.Without(p.Month, p.Benefit, refusal.Text)
                        )
                );
}

/// <summary>A rule whose facts no register in Virker has: the answer is which facts they are.</summary>
internal abstract class UnknownQuestion(IRule rule, params string[] lacks) : ISimulatedQuestion
{
    public string Id => rule.Id.Replace('.', '-').Replace('_', '-');

    public string Title => rule.Title;

    public string Measure => "kr.";

    public IReadOnlyList<string> Rules => [rule.Id];

    public IReadOnlyList<string> Assumptions(SimulationTerms terms) => [];

    public IReadOnlyList<string> Lacks(SimulationTerms terms) => lacks;

    public Func<CaseHistory, IEnumerable<SimulatedPart>> Under(LawVersion law, SimulationTerms terms) => _ => [];
}

internal sealed class FreeAmountQuestion()
    : UnknownQuestion(
        new AssistanceFreeAmount(),
        "Satsen (forhøjet sats, grundsats, mindstesats eller hjemmeboendesats) for hver modtager.",
        "Lønnen i måneden: registeret har kun timerne."
    );

internal sealed class LeisureSupplementQuestion() : UnknownQuestion(new LeisureSupplement(),
    "Antallet af børn, som modtageren forsørger i hjemmet.", "Om modtageren er enlig eller i et par.");

internal sealed class SanctionAmountQuestion()
    : UnknownQuestion(
        new SanctionAmount(),
        "Hjælpen i måneden før fradrag.",
        "Antallet af dage, sanktionen gælder: registeret har kun afgørelsens dag, slags og begrundelse."
    );
