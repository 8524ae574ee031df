using System.Globalization;
using Virker.Rules;

namespace Virker.Web;

/// <summary>A value of the law in Danish: "80 pct.", "1.146,40 kr.".</summary>
internal static class LawWords
{
    public static string Value(Parameter parameter, decimal value) =>
        parameter.Unit is "count" or "share" or "level" ? Number(value) : $"{Number(value)} {Units.Danish(parameter.Unit)}";

    /// <summary>The value in words, or that it has not been found.</summary>
    public static string Value(Parameter parameter, DatedValue held) => held.Text ?? (held.Value is { } value ? Value(parameter, value) : "Ikke fundet");

    public static string Number(decimal value) => value.ToString(value == decimal.Truncate(value) ? "N0" : "N2", Danish.Culture);

    /// <summary>The name of a fact or an answer as a label: "months_unemployed" → "Months unemployed" has no Danish word in the contract, so it stands as it is.</summary>
    public static string Answer(System.Text.Json.Nodes.JsonNode answer) =>
        string.Join("; ", answer.AsObject().Select(field => $"{field.Key}: {Plain(field.Value)}"));

    private static string Plain(System.Text.Json.Nodes.JsonNode? value) => value switch
    {
        null => "–",
        _ when value.GetValueKind() == System.Text.Json.JsonValueKind.True => "ja",
        _ when value.GetValueKind() == System.Text.Json.JsonValueKind.False => "nej",
        _ when value.GetValueKind() == System.Text.Json.JsonValueKind.Number => Number(decimal.Parse(value.ToJsonString(), CultureInfo.InvariantCulture)),
        _ => value.ToString(),
    };
}
