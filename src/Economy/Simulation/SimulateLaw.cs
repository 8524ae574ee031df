using Virker.Kernel;
using Virker.Platform;
using Virker.Rules;

namespace Virker.Economy;

/// <summary>
/// What a change of the law would do to the municipality: by group, in number and kroner. No citizen is shown.
/// </summary>
public sealed record SimulateLaw(WhatIf If) : IQuery<LawSimulated>;

/// <summary>
/// <paramref name="Answer"/> is null where the register lacks what stands in <paramref name="Lacks"/>; <paramref
/// name="Assumptions"/> are whole Danish sentences.
/// </summary>
public sealed record LawSimulated(
    string Title,
    string Measure,
    DateOnly From,
    DateOnly To,
    DateOnly DataDate,
    IReadOnlyList<ParameterChange> Changes,
    SimulationAnswer? Answer
)
{
    public IReadOnlyList<string> Assumptions { get; init; } = [];

    public IReadOnlyList<string> Lacks { get; init; } = [];
}

[Requires("economy.simulation.run")]
internal sealed class SimulateLawHandler(RegisterSimulation simulation) : IUseCase<SimulateLaw, LawSimulated>
{
    public async Task<Outcome<LawSimulated>> RunAsync(SimulateLaw query, CancellationToken ct = default) =>
        (await simulation.RunAsync(query.If, null, ct)).Match<Outcome<LawSimulated>>(
            run => new LawSimulated(
                run.Question?.Title ?? "",
                run.Question?.Measure ?? "",
                run.Terms.From,
                run.Terms.To,
                run.DataDate,
                run.Changes,
                run.Answer
            )
            {
                Assumptions = run.Question?.Assumptions(run.Terms) ?? [],
                Lacks = run.Lacks,
            },
            refusal => refusal
        );
}
