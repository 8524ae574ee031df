using Virker.Insight;
using Virker.Kernel;
using Virker.Platform;
using Virker.Rules;

namespace Virker.Economy;

/// <summary>
/// The citizens that a change of the law would affect, a page at a time, in one group of a grouping or in all. Nobody
/// whose address is protected is shown.
/// </summary>
public sealed record SeeAffectedCases(WhatIf If, string? Grouping = null, int Code = 0, int Page = 1)
    : IQuery<AffectedCases>;

/// <summary>Each page of it is in the access log, citizen by citizen.</summary>
/// <param name="Affected">How many are affected.</param>
/// <param name="Showable">How many of them the list has, on all its pages.</param>
public sealed record AffectedCases(
    string Title,
    string Measure,
    string GroupName,
    int Affected,
    int Showable,
    IReadOnlyList<AffectedCitizen> Cases
) : IRevealsCitizens
{
    public IEnumerable<CitizenId> Revealed => Cases.Select(c => c.Citizen);
}

public sealed record AffectedCitizen(
    CitizenId Citizen,
    string Name,
    string Team,
    string? CaseWorker,
    decimal Before,
    decimal After,
    Money? Cost
);

[Requires("economy.simulation.cases", Purpose = "Beregning af, hvad en ændring af loven betyder")]
internal sealed class SeeAffectedCasesHandler(RegisterSimulation simulation, IPersonRegister persons)
    : IUseCase<SeeAffectedCases, AffectedCases>
{
    internal const int PageSize = 25;

    public async Task<Outcome<AffectedCases>> RunAsync(SeeAffectedCases query, CancellationToken ct = default)
    {
        (string, int)? only = query.Grouping is { } grouping ? (grouping, query.Code) : null;
        var ran = await simulation.RunAsync(query.If, only, ct);
        if (ran.IsRefused)
            return ran.Refusal;
        if (ran.Value is not { Answer: { } answer, Question: { } question } run)
            return new Refusal("simulation.missing-fact", string.Join(' ', ran.Value.Lacks));
        if (query.Grouping is not null && GroupOf(answer, query) is null)
            return new Refusal("simulation.group", "Gruppen findes ikke i simuleringen.");
        var affected = answer.Affected.ToDictionary(a => run.Citizens[a.Index]);
        var described = await persons.DescribeAsync([.. affected.Keys], ct);
        var shown = described
            .Where(p => !p.IsProtected)
            .OrderBy(p => p.Name, Danish.Alphabet)
            .ThenBy(p => p.Citizen.Value)
            .ToList();
        return new AffectedCases(
            question.Title,
            question.Measure,
            GroupOf(answer, query)?.Name ?? "I alt",
            answer.Affected.Count,
            shown.Count,
            [
                .. shown
                    .Skip((Math.Clamp(query.Page, 1, 100_000) - 1) * PageSize)
                    .Take(PageSize)
                    .Select(p => Row(p, affected[p.Citizen])),
            ]
        );
    }

    private static AffectedCitizen Row(PersonBehind person, AffectedCase own) =>
        new(person.Citizen, person.Name, person.Team, person.CaseWorker, own.Before, own.After, own.Cost);

    private static SimulatedGroup? GroupOf(SimulationAnswer answer, SeeAffectedCases query) =>
        answer.Groupings.FirstOrDefault(g => g.Id == query.Grouping)?.Groups.FirstOrDefault(g => g.Code == query.Code);
}
