using System.Text.Json;
using System.Text.Json.Nodes;
using Virker.Rules;
using Virker.Kernel;

namespace Virker.Web.Pages.Rules.Law;

/// <summary>A value of the law in Danish: "80 pct.", "1.146,40 kr.".</summary>
internal static class LawWords
{
    public static string Value(Parameter parameter, decimal value) =>
        parameter.Unit is "count" or "share" or "level"
            ? Number(value)
            : $"{Number(value)} {Units.Danish(parameter.Unit)}";

    /// <summary>The value in words, or that it has not been found.</summary>
    public static string Value(Parameter parameter, DatedValue held) =>
        held.Text ?? (held.Value is { } value ? Value(parameter, value) : "Ikke fundet");

    public static string Number(decimal value) =>
        value.ToString(value == decimal.Truncate(value) ? "N0" : "N2", Danish.Culture);

    /// <summary>An answer's fields in one line, with their Danish words.</summary>
    public static string Answer(JsonNode answer) =>
        string.Join("; ", answer.AsObject().Select(field => $"{RuleFacts.Word(field.Key)}: {Plain(field.Value)}"));

    /// <summary>The facts of an example in one line.</summary>
    public static string Facts(JsonElement facts) =>
        facts.ValueKind == JsonValueKind.Object ? Answer(JsonNode.Parse(facts.GetRawText())!) : "";

    public static string Plain(JsonNode? value) =>
        value switch
        {
            null => "–",
            JsonArray list => list.Count == 0 ? "ingen" : string.Join("; ", list.Select(Plain)),
            JsonObject fields => string.Join(
                ", ",
                fields.Select(f => $"{RuleFacts.Word(f.Key).ToLower(Danish.Culture)} {Plain(f.Value)}")
            ),
            _ when value.GetValueKind() == JsonValueKind.True => "ja",
            _ when value.GetValueKind() == JsonValueKind.False => "nej",
            _ when value.GetValueKind() == JsonValueKind.Number => Number(value.GetValue<decimal>()),
            _ => Text(value.ToString()),
        };

    private static string Text(string text) =>
        WrittenDate.Iso(text) is { } day ? Danish.ShortDate(day) : RuleFacts.Choice(text);
}
