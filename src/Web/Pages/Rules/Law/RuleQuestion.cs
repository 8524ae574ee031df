using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Virker.Kernel;
using Virker.Rules;

namespace Virker.Web;

/// <summary>A question to a rule as its page's form writes it: a field for each fact, Danish numbers and dates.</summary>
internal static class RuleQuestion
{
    /// <summary>Lines that a list of facts has room for on the page.</summary>
    public const int MostItems = 4;

    private const decimal Largest = 1_000_000_000m;

    private const int LongestText = 60;

    private static readonly DateOnly Earliest = new(1900, 1, 1), Latest = new(2200, 12, 31);

    public static string Field(RuleFact fact) => $"F_{fact.Name}";

    public static string Field(RuleFact list, int item, RuleFact part) => $"F_{list.Name}_{item}_{part.Name}";

    /// <summary>The form field of a fact as a refusal names it ("week", "periods[0].from").</summary>
    public static string FieldOf(string fact) => $"F_{fact.Replace("[", "_").Replace("].", "_")}";

    public static Outcome<Question> Read(IRule rule, Func<string, string?> written)
    {
        var day = Day("Dag", written("Dag"));
        if (day.IsRefused) return day.Refusal;
        var facts = new JsonObject();
        foreach (var fact in RuleFacts.Of(rule))
        {
            var read = fact.Kind == RuleFactKind.List ? ReadList(fact, written) : Read(fact, Field(fact), written(Field(fact)));
            if (read.IsRefused) return read.Refusal;
            if (read.Value.Node is { } known) facts[fact.Name] = known;
        }

        return new Question(rule.Id, day.Value, JsonSerializer.SerializeToElement(facts));
    }

    /// <summary>A day that the law can be asked about.</summary>
    public static Outcome<DateOnly> Day(string field, string? text) => Danish.ReadDate(text, field).Match<Outcome<DateOnly>>(
        day => OutOfTime(day) ? new Refusal("bad-fact", "Vælg en dag mellem 1900 og 2200.", Field: field) : day, refusal => refusal);

    private static Outcome<Fact> ReadList(RuleFact list, Func<string, string?> written)
    {
        var items = new JsonArray();
        for (var i = 0; i < MostItems; i++)
        {
            var item = new JsonObject();
            foreach (var part in list.Parts)
            {
                var read = Read(part, Field(list, i, part), written(Field(list, i, part)));
                if (read.IsRefused) return read.Refusal;
                if (read.Value.Node is { } known) item[part.Name] = known;
            }

            if (item.Count > 0) items.Add((JsonNode)item);
        }

        return new Fact(items);
    }

    private static Outcome<Fact> Read(RuleFact fact, string field, string? text)
    {
        text = text?.Trim();
        if (string.IsNullOrEmpty(text)) return new Fact(null);
        switch (fact.Kind)
        {
            case RuleFactKind.YesNo:
                return new Fact(text == "ja");
            case RuleFactKind.Day:
                return Day(field, text).Match<Outcome<Fact>>(day => new Fact(Iso(day)), refusal => refusal);
            case RuleFactKind.Whole or RuleFactKind.Number:
                return decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands | NumberStyles.AllowLeadingSign, Danish.Culture, out var number) && Math.Abs(number) <= Largest
                    ? new Fact(number == decimal.Truncate(number) ? (JsonNode)(long)number : number) : new Refusal("bad-fact", $"{fact.Words}: skriv et tal.", Field: field);
            default:
                return text.Length <= LongestText ? new Fact(text) : new Refusal("bad-fact", $"{fact.Words}: højst {LongestText} tegn.", Field: field);
        }
    }

    private static bool OutOfTime(DateOnly day) => day < Earliest || day > Latest;

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A fact that was written; null where it was left out.</summary>
    private sealed record Fact(JsonNode? Node);
}
