using System.Globalization;
using System.Text.Json.Nodes;
using Virker.Economy;
using Virker.Kernel;
using Virker.Rules;

namespace Virker.Cli;

/// <summary>A simulation as a Danish table for people, and as JSON for programs.</summary>
internal static class LawSimulationText
{
    public static void Write(LawSimulated simulated, TextWriter output)
    {
        if (simulated.Title.Length > 0)
            output.WriteLine($"{simulated.Title}, {Day(simulated.From)} til {Day(simulated.To)}");
        foreach (var change in simulated.Changes)
            output.WriteLine(
                $"Ændret: {change.Parameter.Meaning} ({change.Parameter.Name}): {(change.Old is { } old ? Number(old) : "ikke kendt")} -> {Number(change.New)} {Units.Danish(change.Parameter.Unit)}"
            );
        if (simulated.Answer is not { } answer)
        {
            output.WriteLine("Registeret mangler:");
            foreach (var fact in simulated.Lacks) output.WriteLine($"  {fact}");
            return;
        }

        foreach (var grouping in answer.Groupings.Prepend(new("", "", [answer.Whole])))
        {
            output.WriteLine();
            output.WriteLine(
                $"{grouping.Name, -62}{"Sager", 8}{"Berørt", 8}{"Før", 14}{"Efter", 14}{"Forskel", 14}{"Kr.", 18}"
            );
            foreach (var group in grouping.Groups)
                output.WriteLine(Line(group));
        }

        output.WriteLine();
        output.WriteLine(
            $"Før, efter og forskel er {simulated.Measure}. Kr. er det, ændringen koster; minus er en besparelse."
        );
        foreach (var sentence in simulated.Assumptions)
            output.WriteLine($"Antaget: {sentence}");
        foreach (var unanswered in answer.Unanswered)
            output.WriteLine(
                $"Ikke besvaret ({unanswered.Law}), {Number(unanswered.Cases)} sager, regnet som 0: {unanswered.Why}"
            );
    }

    public static JsonNode Json(LawSimulated simulated) =>
        new JsonObject
        {
            ["question"] = simulated.Title,
            ["measure"] = simulated.Measure,
            ["from"] = Day(simulated.From),
            ["to"] = Day(simulated.To),
            ["register_until"] = Day(simulated.DataDate),
            ["changed"] = new JsonArray([
                .. simulated.Changes.Select(c =>
                    (JsonNode)
                        new JsonObject
                        {
                            ["parameter"] = c.Parameter.Name,
                            ["unit"] = c.Parameter.Unit,
                            ["old"] = c.Old,
                            ["new"] = c.New,
                        }
                ),
            ]),
            ["assumptions"] = List(simulated.Assumptions),
            ["lacks"] = List(simulated.Lacks),
            ["whole"] = simulated.Answer is { } answer ? Group(answer.Whole) : null,
            ["groups"] = simulated.Answer is { } by
                ? new JsonObject(
                    by.Groupings.Select(g =>
                        KeyValuePair.Create(g.Id, (JsonNode?)new JsonArray([.. g.Groups.Select(Group)]))
                    )
                )
                : null,
            ["unanswered"] = simulated.Answer is { } some
                ? new JsonArray([
                    .. some.Unanswered.Select(u =>
                        (JsonNode)
                            new JsonObject
                            {
                                ["law"] = u.Law == "efter" ? "after" : "before",
                                ["why"] = u.Why,
                                ["cases"] = u.Cases,
                            }
                    ),
                ])
                : null,
        };

    private static JsonNode Group(SimulatedGroup group) => new JsonObject
    {
        ["code"] = group.Code,
        ["name"] = group.Name,
        ["cases"] = group.Cases,
        ["affected"] = group.Affected,
        ["before"] = Math.Round(group.Before, 2),
        ["after"] = Math.Round(group.After, 2),
        ["cost_before"] = group.CostBefore?.Kroner,
        ["cost_after"] = group.CostAfter?.Kroner,
        ["cost"] = group.Cost?.Kroner,
    };

    private static JsonArray List(IEnumerable<string> texts) => new([.. texts.Select(t => (JsonNode)t)]);

    private static string Line(SimulatedGroup group) =>
        $"{Short(group.Name), -62}{Number(group.Cases), 8}{Number(group.Affected), 8}{Number(group.Before), 14}{Number(group.After), 14}{Number(group.Difference), 14}{(group.Cost is { } cost ? Number(Math.Round(cost.Kroner)) : "–"), 18}";

    private static string Short(string name) => name.Length <= 60 ? name : $"{name[..59]}…";

    private static string Number(decimal number) =>
        number.ToString(number == decimal.Truncate(number) ? "#,0" : "#,0.0", Danish.Culture);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
