using System.Globalization;
using System.Text.Json;
using Virker.Kernel;

namespace Virker.Rules;

/// <summary>A data file of the law is wrong; the message names the file, the parameter and the mistake.</summary>
public sealed class LawbookException(string message) : Exception(message);

/// <summary>
/// All parameters of the law that Virker knows, read from the data files under Acts/: one file a rule, an act's § on top, each value with
/// dates, source, status and the day it was checked. A wrong file is refused whole.
/// </summary>
public sealed class Lawbook
{
    private static readonly Lazy<Lawbook> Compiled = new(() => new(ReadAll()));

    private readonly Dictionary<string, Parameter> _byName;

    private Lawbook(IEnumerable<Parameter> parameters) => _byName = parameters.ToDictionary(p => p.Name);

    /// <summary>The law as compiled into this version.</summary>
    public static Lawbook Current => Compiled.Value;

    public IEnumerable<Parameter> All => _byName.Values.OrderBy(p => p.Name, StringComparer.Ordinal);

    public Parameter this[string name] => _byName.TryGetValue(name, out var parameter) ? parameter
        : throw new LawbookException($"Der er ingen parameter, der hedder {name}.");

    /// <summary>The parameters that a rule's own data file holds.</summary>
    public IEnumerable<Parameter> Of(string rule) => All.Where(p => p.Rule == rule);

    /// <summary>The same law with one parameter's values changed: the ground for asking what if.</summary>
    public Lawbook With(Parameter changed) => new(_byName.Values.Where(p => p.Name != changed.Name).Append(changed));

    /// <summary>What begins to hold on a day, with the value that held the day before (null where there was none).</summary>
    public IEnumerable<(Parameter Parameter, DatedValue? Before, DatedValue? After)> ChangesOn(DateOnly day) =>
        from parameter in All
        let before = parameter.Values.FirstOrDefault(v => v.HoldsOn(day.AddDays(-1)))
        let after = parameter.Values.FirstOrDefault(v => v.HoldsOn(day))
        where !ReferenceEquals(before, after)
        select (parameter, before, after);

    /// <summary>The days on which something changed, newest first.</summary>
    public IEnumerable<DateOnly> ChangeDays => All.SelectMany(p => p.Values).SelectMany(v => new[] { (DateOnly?)v.From, v.To?.AddDays(1) })
        .OfType<DateOnly>().Distinct().OrderDescending();

    /// <summary>Reads one data file. <paramref name="file"/> is only for the messages.</summary>
    /// <exception cref="LawbookException">A value overlaps another, leaves a gap, has no source, or has an unknown unit or status.</exception>
    public static IReadOnlyList<Parameter> Read(string file, string json)
    {
        var root = Parse(file, json);
        var under = new LawRef(Text(file, root, "act"), Optional(root, "paragraph") ?? "", Optional(root, "stk"), Optional(root, "nr"), Optional(root, "address"));
        var rule = Text(file, root, "rule");
        return [.. root.GetProperty("parameters").EnumerateArray().Select(p => ReadParameter(file, p, rule, under))];
    }

    private static IEnumerable<Parameter> ReadAll()
    {
        var assembly = typeof(Lawbook).Assembly;
        foreach (var resource in assembly.GetManifestResourceNames().Where(r => r.Contains(".Acts.", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            foreach (var parameter in Read(resource, reader.ReadToEnd())) yield return parameter;
        }
    }

    private static Parameter ReadParameter(string file, JsonElement element, string rule, LawRef place)
    {
        var name = Text(file, element, "name");
        var at = $"{file}: {name}";
        var unit = Text(at, element, "unit");
        if (!Units.Known(unit)) throw new LawbookException($"{at}: enheden \"{unit}\" kendes ikke.");
        var under = place with { Stk = Optional(element, "stk") ?? place.Stk, Nr = Optional(element, "nr") ?? place.Nr };
        var values = element.GetProperty("values").EnumerateArray().Select(v => ReadValue(at, v)).ToList();
        CheckDates(at, values);
        return new(rule, name, Text(at, element, "meaning"), unit, under, values);
    }

    private static DatedValue ReadValue(string place, JsonElement value)
    {
        var status = LawStatusWords.Parse(Text(place, value, "status")) ?? throw new LawbookException($"{place}: ukendt status.");
        return new(Day(place, value, "from")!.Value, Day(place, value, "to", required: false), Number(place, value),
            Text(place, value, "source"), status, Day(place, value, "checked")!.Value)
        {
            InForceAtLatest = value.TryGetProperty("inForceAtLatest", out var atLatest) && atLatest.GetBoolean(),
        };
    }

    private static decimal? Number(string place, JsonElement value) => value.TryGetProperty("value", out var number) switch
    {
        true when number.ValueKind == JsonValueKind.Number => number.GetDecimal(),
        true when number.ValueKind == JsonValueKind.Null => null,
        _ => throw new LawbookException($"{place}: \"value\" skal være et tal, eller null hvor værdien ikke er fundet."),
    };

    private static void CheckDates(string place, List<DatedValue> values)
    {
        if (values.Count == 0) throw new LawbookException($"{place}: der er ingen værdier.");
        foreach (var (before, after) in values.Zip(values.Skip(1)))
        {
            if (before.To is not { } end || end >= after.From) throw new LawbookException($"{place}: værdierne fra {before.From:yyyy-MM-dd} og {after.From:yyyy-MM-dd} overlapper.");
            if (end.AddDays(1) != after.From) throw new LawbookException($"{place}: der er et hul mellem {end:yyyy-MM-dd} og {after.From:yyyy-MM-dd}.");
        }

        if (values.Any(v => v.To < v.From)) throw new LawbookException($"{place}: en værdi slutter, før den begynder.");
    }

    private static JsonElement Parse(string file, string json)
    {
        try { return JsonDocument.Parse(json, new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true }).RootElement; }
        catch (JsonException problem) { throw new LawbookException($"{file}: linje {problem.LineNumber + 1}: {problem.Message}"); }
    }

    private static string Text(string place, JsonElement element, string name) => Optional(element, name) is { Length: > 0 } text ? text
        : throw new LawbookException($"{place}: \"{name}\" mangler.");

    private static string? Optional(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static DateOnly? Day(string place, JsonElement element, string name, bool required = true) => Optional(element, name) switch
    {
        { } text when DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => day,
        null when !required => null,
        _ => throw new LawbookException($"{place}: \"{name}\" skal være en dato (åååå-mm-dd)."),
    };
}
