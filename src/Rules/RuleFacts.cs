using System.Reflection;
using System.Text.Json;

namespace Virker.Rules;

/// <summary>How a fact is written.</summary>
public enum RuleFactKind
{
    Whole,
    Number,
    YesNo,
    Text,
    Day,
    Choice,
    List,
}

/// <summary>
/// A fact that a rule asks for: its name in JSON ("target_group"), its Danish words, what it may be. A list has <see
/// cref="Parts"/>, the facts of each of its items.
/// </summary>
public sealed record RuleFact(string Name, string Words, RuleFactKind Kind, bool Optional)
{
    public IReadOnlyList<string> Choices { get; init; } = [];

    public double? Least { get; init; }

    public double? Most { get; init; }

    public IReadOnlyList<RuleFact> Parts { get; init; } = [];
}

/// <summary>
/// What each rule asks for, read from its own facts record, with the Danish words of rule-words.json.
/// </summary>
public static class RuleFacts
{
    private static readonly Lazy<(Dictionary<string, string> Words, Dictionary<string, string> Choices)> Danish = new(
        Read
    );

    public static IReadOnlyList<RuleFact> Of(IRule rule) =>
        rule.GetType()
            .GetInterfaces()
            .FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRule<,>))
            is { } contract
            ? Of(contract.GetGenericArguments()[0])
            : [];

    /// <summary>The Danish words of a fact's or an answer's field; the field's own name where it has none.</summary>
    public static string Word(string field) => Danish.Value.Words.GetValueOrDefault(field, field);

    /// <summary>The Danish word of a choice; the choice itself where it is Danish already.</summary>
    public static string Choice(string value) => Danish.Value.Choices.GetValueOrDefault(value, value);

    internal static bool Knows(string field) => Danish.Value.Words.ContainsKey(field);

    private static IReadOnlyList<RuleFact> Of(Type record) =>
        [.. record.GetConstructors().MaxBy(c => c.GetParameters().Length)!.GetParameters().Select(Fact)];

    private static RuleFact Fact(ParameterInfo parameter)
    {
        var name = JsonNamingPolicy.SnakeCaseLower.ConvertName(parameter.Name!);
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        var choices = parameter.GetCustomAttribute<OneOfAttribute>()?.Values ?? [];
        var within = parameter.GetCustomAttribute<WithinAttribute>();
        return new(name, Word(name), choices.Count > 0 ? RuleFactKind.Choice : KindOf(type), parameter.HasDefaultValue)
        {
            Choices = choices,
            Least = within?.Least,
            Most = within?.Most is { } most and < double.MaxValue ? most : null,
            Parts = type.IsGenericType ? Of(type.GetGenericArguments()[0]) : [],
        };
    }

    private static RuleFactKind KindOf(Type type) =>
        type == typeof(int) ? RuleFactKind.Whole
        : type == typeof(decimal) ? RuleFactKind.Number
        : type == typeof(bool) ? RuleFactKind.YesNo
        : type == typeof(DateOnly) ? RuleFactKind.Day
        : type.IsGenericType ? RuleFactKind.List
        : RuleFactKind.Text;

    private static (Dictionary<string, string> Words, Dictionary<string, string> Choices) Read()
    {
        using var stream =
            typeof(RuleFacts).Assembly.GetManifestResourceStream("rule-words.json")
            ?? throw new LawbookException("Reglernes ord mangler.");
        using var document = JsonDocument.Parse(stream);
        return (Words(document, "words"), Words(document, "choices"));
    }

    private static Dictionary<string, string> Words(JsonDocument document, string name) =>
        document.RootElement.GetProperty(name).EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetString()!);
}

/// <summary>Which facts of a rule no register of the municipality has.</summary>
public static class RegisterGaps
{
    /// <summary>What the register has of every citizen, by the facts' names.</summary>
    private static readonly string[] Registered = ["target_group", "benefit", "week", "periods", "age", "hours"];

    public static IReadOnlyList<string> Of(IRule rule)
    {
        if (rule is SheetRule)
            return ["En regel at bruge værdien med: Virker viser den, men regner ikke på den endnu."];
        var lacking = RuleFacts.Of(rule).Where(f => !Registered.Contains(f.Name)).Select(f => $"{f.Words}.").ToList();
        return lacking.Count > 0 ? lacking : ["Hvem og hvornår reglen bruges på: registeret viser det ikke endnu."];
    }
}
