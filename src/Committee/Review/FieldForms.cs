using System.Text.Json.Nodes;
using Virker.Kernel;

namespace Virker.Committee;

/// <summary>How the field at a path is written: told by its last names, the same in every item and measure.</summary>
internal static class FieldForms
{
    private static readonly IReadOnlyDictionary<string,
        FieldForm> ByName = MinutesParts.Head().Concat(MinutesParts.Present())
        .Concat(MinutesParts.Item("items/0",
            new() { ["remarks"] = new JsonArray(new JsonObject()), ["followUps"] = new JsonArray(new JsonObject()) }))
            .Concat(PlanParts.Head()).Concat(PlanParts.Theme("themes/0", new()))
            .Concat(PlanParts.Measure("themes/0/measures/0"))
        .GroupBy(f => NameOf(f.Path)).ToDictionary(g => g.Key, g => g.First().Form);

    public static FieldForm Of(string path) => ByName.GetValueOrDefault(NameOf(path), FieldForm.Line);

    /// <summary>The last two names: a text of a decision is not a text of a remark.</summary>
    private static string NameOf(string path) =>
        string.Join('/', path.Split('/').Where(s => WrittenNumber.Code(s) is null).TakeLast(2));
}
