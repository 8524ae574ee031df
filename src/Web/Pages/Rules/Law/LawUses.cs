using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Virker.Web.Pages.Rules.Law;

/// <summary>
/// A place in Virker that rests on a rule: "Side", "Brugshandling", "Regel" or "Job", its name, and its address where
/// it has one.
/// </summary>
internal sealed record LawUse(string Kind, string Name, string? Address);

/// <summary>
/// Where each rule is used, as docs/law/uses.json says. The file is read out of the compiled program by the tests,
/// which fail when it differs; it is compiled in, so that no
/// reader waits for the program to be read through.
/// </summary>
internal static class LawUses
{
    internal static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly Lazy<Dictionary<string, IReadOnlyList<LawUse>>> ByRule = new(() =>
    {
        using var file = typeof(LawUses).Assembly.GetManifestResourceStream("law.uses.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, IReadOnlyList<LawUse>>>(file, Json)!;
    });

    public static IReadOnlyList<LawUse> Of(string rule) => ByRule.Value.GetValueOrDefault(rule, []);
}
