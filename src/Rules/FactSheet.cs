using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Virker.Kernel;

namespace Virker.Rules;

/// <summary>
/// Reads a rule's facts record from JSON: each constructor parameter by its snake_case name, checked for kind and
/// bounds.
/// </summary>
internal static class FactSheet
{
    public static Outcome<TFacts> Read<TFacts>(JsonElement json) =>
        ReadRecord(typeof(TFacts), json, "").Match<Outcome<TFacts>>(facts => (TFacts)facts.Held!, refusal => refusal);

    /// <summary>The facts by name, as a reader sees them; what was left out is left out.</summary>
    public static IReadOnlyDictionary<string, string> Write<TFacts>(TFacts facts) =>
        typeof(TFacts)
            .GetConstructors()
            .MaxBy(c => c.GetParameters().Length)!
            .GetParameters()
            .Select(p =>
                (
                    Name: JsonNamingPolicy.SnakeCaseLower.ConvertName(p.Name!),
                    Held: typeof(TFacts).GetProperty(p.Name!)!.GetValue(facts)
                )
            )
            .Where(f => f.Held is not null)
            .ToDictionary(f => f.Name, f => Words(f.Held!));

    private static string Words(object held) => held switch
    {
        bool yes => yes ? "ja" : "nej",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        System.Collections.ICollection list => $"{list.Count}",
        _ => held.ToString() ?? "",
    };

    /// <summary>A fact that was read; null where it may be left out.</summary>
    private sealed record Fact(object? Held);

    private static Outcome<Fact> ReadRecord(Type type, JsonElement json, string path)
    {
        if (json.ValueKind is not (JsonValueKind.Object or JsonValueKind.Undefined))
            return Bad(path, "skal være et objekt med fakta");
        var constructor = type.GetConstructors().MaxBy(c => c.GetParameters().Length)!;
        var values = constructor.GetParameters().Select(p => ReadFact(p, json, path)).ToList();
        return Refusal.All(values.Select(v => v.Refusal)) is { } refusal ? refusal
            : new Fact(constructor.Invoke([.. values.Select(v => v.Value.Held)]));
    }

    private static Outcome<Fact> ReadFact(ParameterInfo parameter, JsonElement json, string path)
    {
        var name = path + JsonNamingPolicy.SnakeCaseLower.ConvertName(parameter.Name!);
        var key = JsonNamingPolicy.SnakeCaseLower.ConvertName(parameter.Name!);
        if (
            json.ValueKind != JsonValueKind.Object
            || !json.TryGetProperty(key, out var value)
            || value.ValueKind == JsonValueKind.Null
        )
            return parameter.HasDefaultValue
                ? new Fact(parameter.DefaultValue)
                : new Refusal("missing-fact", $"Oplysningen {name} mangler.", Field: name);
        var read = ReadValue(
            Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType,
            value,
            name
        );
        return read.IsRefused || Check(parameter, read.Value.Held!, name) is not { } refusal ? read : refusal;
    }

    private static Outcome<Fact> ReadValue(Type type, JsonElement value, string name)
    {
        if (type == typeof(int))
            return value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var whole)
                ? new Fact(whole)
                : Bad(name, "skal være et helt tal");
        if (type == typeof(decimal))
            return value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number)
                ? new Fact(number)
                : Bad(name, "skal være et tal");
        if (type == typeof(bool))
            return value.ValueKind is JsonValueKind.True or JsonValueKind.False
                ? new Fact(value.GetBoolean())
                : Bad(name, "skal være true eller false");
        if (type == typeof(string))
            return value.ValueKind == JsonValueKind.String
                ? new Fact(value.GetString())
                : Bad(name, "skal være en tekst");
        if (type == typeof(DateOnly))
        {
            return value.ValueKind == JsonValueKind.String && WrittenDate.Iso(value.GetString()) is { } day
                ? new Fact(day) : Bad(name, "skal være en dato (åååå-mm-dd)");
        }

        return type.IsGenericType
            ? ReadList(type.GetGenericArguments()[0], value, name)
            : ReadRecord(type, value, name + ".");
    }

    private static Outcome<Fact> ReadList(Type element, JsonElement value, string name)
    {
        if (value.ValueKind != JsonValueKind.Array) return Bad(name, "skal være en liste");
        var items = value.EnumerateArray().Select((item, i) => ReadRecord(element, item, $"{name}[{i}].")).ToList();
        if (Refusal.All(items.Select(i => i.Refusal)) is { } refusal) return refusal;
        var list = (System.Collections.IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(element))!;
        foreach (var item in items) list.Add(item.Value.Held);
        return new Fact(list);
    }

    private static Refusal? Check(ParameterInfo parameter, object value, string name)
    {
        if (parameter.GetCustomAttribute<OneOfAttribute>() is { } oneOf && !oneOf.Values.Contains(value as string))
            return Bad(name, $"skal være en af: {string.Join(", ", oneOf.Values)}");
        if (parameter.GetCustomAttribute<WithinAttribute>() is not { } within) return null;
        var number = Convert.ToDouble(value, CultureInfo.InvariantCulture);
        return number < within.Least || number > within.Most
            ? Bad(name, $"skal ligge mellem {within.Least} og {(within.Most == double.MaxValue ? "…" : within.Most)}")
            : null;
    }

    private static Refusal Bad(string name, string problem) =>
        new("bad-fact", $"Oplysningen {name} {problem}.", Field: name);
}
