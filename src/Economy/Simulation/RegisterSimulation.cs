using Virker.Casework;
using Virker.Insight;
using Virker.Kernel;
using Virker.Rules;

namespace Virker.Economy;

/// <summary>
/// What if: which parameters are changed, or which day's law is asked, over which days of the municipality's register.
/// </summary>
/// <param name="Rule">The rule to ask; may be left out where a parameter is changed.</param>
/// <param name="Set">Parameters by name, and the value that is assumed to hold on every day.</param>
/// <param name="On">The day whose law is asked for in the changed answer; null: the law of each event's own
/// day.</param>
public sealed record WhatIf(string? Rule, IReadOnlyDictionary<string, decimal> Set, DateOnly? On = null)
{
    /// <summary>The day whose law the changed answer is held against; null: the law of each event's own day.</summary>
    public DateOnly? Against { get; init; }

    /// <summary>First and last day of the register to look at; without them the last twelve months.</summary>
    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    public decimal? ConversationPrice { get; init; }

    public decimal? HourlyWage { get; init; }
}

/// <summary>Puts a question of law to the whole municipality under the law in force and under a changed one.</summary>
[Part]
internal sealed class RegisterSimulation(
    ICaseHistories histories,
    IPersonRegister persons,
    BudgetPrices prices,
    ILawInForce law
)
{
    private const int MostYears = 5;

    private static readonly string[] FractionalUnits =
    [
        "kroner",
        "kroner-per-hour",
        "kroner-per-month",
        "hours",
        "share",
        "level",
    ];

    public async Task<Outcome<SimulationRun>> RunAsync(
        WhatIf asked,
        (string Grouping, int Code)? only,
        CancellationToken ct
    )
    {
        if (await persons.DataDateAsync(ct) is not { } dataDate)
            return new Refusal("simulation.no-register", "Der er ikke læst et register ind endnu.");
        var book = await law.ReadAsync(ct);
        var decided = Decide(asked, book, dataDate);
        if (decided.IsRefused) return decided.Refusal;
        var (question, changes, from, to) = decided.Value;
        var (kroner, source) = await prices.InAsync(to.Year, ct);
        var terms = new SimulationTerms(from, to)
        {
            YearlyPrices = kroner,
            PriceSource = source,
            ConversationPrice = asked.ConversationPrice,
            HourlyWage = asked.HourlyWage,
        };
        var lacks =
            question?.Lacks(terms)
            ?? RegisterGaps.Of(RuleBook.Every.First(r => r.Id == (asked.Rule ?? changes[0].Parameter.Rule)));
        if (question is null || lacks.Count > 0)
            return new SimulationRun(question, changes, terms, dataDate) { Lacks = lacks };
        var register = await histories.ReadAsync(from, to, ct);
        var changed = changes.Aggregate(book, (all, change) => all.With(change.Parameter.Assumed(change.New)));
        return new SimulationRun(question, changes, terms, dataDate)
        {
            Citizens = register.Citizens,
            Answer = Simulation.Run(
                question,
                new(book, asked.Against),
                new(changed, asked.On),
                terms,
                register.Register,
                only
            ),
        };
    }

    internal static Outcome<(
        ISimulatedQuestion? Question,
        IReadOnlyList<ParameterChange> Changes,
        DateOnly From,
        DateOnly To
    )> Decide(WhatIf asked, Lawbook book, DateOnly dataDate)
    {
        var to = asked.To is { } last && last < dataDate ? last : dataDate;
        var from = asked.From ?? to.AddYears(-1).AddDays(1);
        if (from > to || from < to.AddYears(-MostYears))
            return new Refusal(
                "simulation.period",
                $"Vælg en periode på højst {MostYears} år, der begynder, før den slutter og før registerets sidste dag, {dataDate:yyyy-MM-dd}.",
                Field: nameof(WhatIf.From)
            );
        if (asked.Set.Count == 0 && asked.On is null)
            return new Refusal(
                "simulation.nothing-changed",
                "Skriv en ny værdi, eller vælg en anden dags lov.",
                Field: nameof(WhatIf.Set)
            );
        var changes = new List<ParameterChange>();
        foreach (var (name, value) in asked.Set)
        {
            if (book.All.FirstOrDefault(p => p.Name == name) is not { } parameter)
                return new Refusal(
                    "simulation.unknown-parameter",
                    $"Der er ingen parameter, der hedder {name}.",
                    Field: nameof(WhatIf.Set)
                );
            if (Wrong(parameter, value) is { } wrong)
                return wrong;
            changes.Add(new(parameter, parameter.On(to).Match(known => known.Held.Value, _ => null), value));
        }

        string?[] rules = [asked.Rule, .. changes.Select(c => c.Parameter.Rule)];
        var named = rules.OfType<string>().Distinct().ToList();
        if (named.Count == 0 || named.Find(id => RuleBook.Every.All(r => r.Id != id)) is not null)
            return new Refusal(
                "unknown-rule",
                "Vælg en regel eller en parameter, som Virker kender.",
                Field: nameof(WhatIf.Rule)
            );
        var questions = named.Select(Simulation.QuestionOf).Distinct().ToList();
        return questions.Count == 1
            ? (questions[0], changes, from, to)
            : new Refusal(
                "simulation.two-questions",
                "Parametrene hører til to forskellige spørgsmål. Regn dem hver for sig.",
                Field: nameof(WhatIf.Set)
            );
    }

    private static Refusal? Wrong(Parameter parameter, decimal value) =>
        parameter.IsText
            ? new(
                "simulation.value",
                $"{parameter.Meaning}: står i ord og ikke som et tal, der kan ændres.",
                Field: nameof(WhatIf.Set)
            )
        : value < 0 || value > 1_000_000_000m || (parameter.Unit == "percent" && value > 100)
            ? new(
                "simulation.value",
                $"{parameter.Meaning}: værdien ligger uden for det, enheden kan have.",
                Field: nameof(WhatIf.Set)
            )
        : value != decimal.Truncate(value) && !FractionalUnits.Contains(parameter.Unit)
            ? new("simulation.value", $"{parameter.Meaning}: værdien skal være et helt tal.", Field: nameof(WhatIf.Set))
        : null;
}

/// <summary>
/// A parameter, its value on the last day that is looked at (null where none is known) and the one assumed.
/// </summary>
public sealed record ParameterChange(Parameter Parameter, decimal? Old, decimal New);

/// <summary>A simulation as it was run; without an answer where the register lacks a fact.</summary>
internal sealed record SimulationRun(
    ISimulatedQuestion? Question,
    IReadOnlyList<ParameterChange> Changes,
    SimulationTerms Terms,
    DateOnly DataDate
)
{
    public IReadOnlyList<string> Lacks { get; init; } = [];

    public IReadOnlyList<CitizenId> Citizens { get; init; } = [];

    public SimulationAnswer? Answer { get; init; }
}
