using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Virker.Kernel;
using Virker.Rules;

namespace Virker.Web.Pages.Rules.Law;

/// <summary>
/// A question to a rule as its page's form writes it: a field for each fact, Danish numbers and dates.
/// </summary>
internal static class RuleQuestion
{
    /// <summary>Lines that a list of facts has room for on the page.</summary>
    public const int MostItems = 4;

    private const decimal Largest = 1_000_000_000m;

    private const int LongestText = 60;

    public static string Field(RuleFact fact) => $"F_{fact.Name}";

    public static string Field(RuleFact list, int item, RuleFact part) => $"F_{list.Name}_{item}_{part.Name}";

    /// <summary>The form field of a fact as a refusal names it ("week", "periods[0].from").</summary>
    public static string FieldOf(string fact) => $"F_{fact.Replace("[", "_").Replace("].", "_")}";

    /// <summary>What a refusal says, with the words of the page for the fact that it names.</summary>
    public static Refusal Said(Refusal refusal, IRule rule) =>
        refusal.Said(r => Said(r, rule, r.Field)).Placed(FieldOf);

    private static string Said(Refusal one, IRule rule, string? fact) =>
        fact is null || WordsOf(rule, fact) is not { } words ? one.Text
        : one.Code == "missing-fact" ? $"{words}: oplysningen mangler. Skriv den."
        : one.Text.Replace($"Oplysningen {fact}", words, StringComparison.Ordinal);

    /// <summary>Of "week", or of one in a list: "periods[0].from".</summary>
    private static string? WordsOf(IRule rule, string fact) => fact.Split('.') is [var list, var part]
        ? RuleFacts.Of(rule).FirstOrDefault(f => f.Name == list.Split('[')[0])?
            .Parts.FirstOrDefault(p => p.Name == part)?.Words
        : RuleFacts.Of(rule).FirstOrDefault(f => f.Name == fact)?.Words;

    /// <summary>The question as far as it could be read.</summary>
    public static Question Read(IRule rule, Func<string, string?> written, FieldReading read)
    {
        var day = read.Date(written("Dag"), "Dag", DateWindow.Law);
        var facts = new JsonObject();
        foreach (var fact in RuleFacts.Of(rule))
        {
            if (
                (
                    fact.Kind == RuleFactKind.List
                        ? ReadList(fact, written, read)
                        : Read(fact, Field(fact), written(Field(fact)), read)
                ) is
                { } known
            )
                facts[fact.Name] = known;
        }

        return new Question(rule.Id, day, JsonSerializer.SerializeToElement(facts));
    }

    private static JsonArray ReadList(RuleFact list, Func<string, string?> written, FieldReading read)
    {
        var items = new JsonArray();
        for (var i = 0; i < MostItems; i++)
        {
            var item = new JsonObject();
            foreach (var part in list.Parts)
            {
                if (Read(part, Field(list, i, part), written(Field(list, i, part)), read) is { } known)
                    item[part.Name] = known;
            }

            if (item.Count > 0) items.Add((JsonNode)item);
        }

        return items;
    }

    /// <summary>A fact that was written; null where it was left out or cannot be read.</summary>
    private static JsonNode? Read(RuleFact fact, string field, string? text, FieldReading read)
    {
        text = WrittenText.Line(text);
        if (text.Length == 0) return null;
        switch (fact.Kind)
        {
            case RuleFactKind.YesNo:
                return text == "ja";
            case RuleFactKind.Day:
                return Iso(read.Date(text, field, DateWindow.Law));
            case RuleFactKind.Whole or RuleFactKind.Number:
                var number = read.Number(text, field);
                if (Math.Abs(number) > Largest)
                    read.Refuse(new("bad-fact", $"{fact.Words}: tallet er for stort.", Field: field));
                return number == decimal.Truncate(number) && Math.Abs(number) <= Largest ? (long)number : number;
            default:
                if (text.Length > LongestText)
                    read.Refuse(new("bad-fact", $"{fact.Words}: højst {LongestText} tegn.", Field: field));
                return text;
        }
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
