using System.Text.Json.Serialization;
using Virker.Kernel;

namespace Virker.Rules;

/// <summary>
/// A subject of the law that has values and conditions and nothing to work out: asked, it says what holds on the day.
/// So every value can be asked for, searched and linked as a rule can.
/// </summary>
internal sealed class SheetRule(LawSheet sheet) : IRule<SheetRule.Facts, SheetRule.Values>
{
    /// <param name="Name">One parameter of the sheet; all that hold on the day when left out.</param>
    public sealed record Facts(string? Name = null);

    public sealed record Values(IReadOnlyList<Held> Holds);

    public sealed record Held(
        string Name, string Meaning,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] decimal? Value,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Text, string Unit);

    public string Id => sheet.Id;

    public string Title => sheet.Title;

    public string Anchor => sheet.Anchor;

    public Outcome<Finding<Values>> Answer(Facts facts, LawOn law)
    {
        var asked = sheet.Parameters.Where(p => facts.Name is null || p.Name == facts.Name).ToList();
        if (asked.Count == 0)
            return new Refusal(
                "bad-fact",
                $"Der er ingen værdi, der hedder {facts.Name}, i {sheet.Title}.",
                sheet.Under,
                "name"
            );
        var held = asked.Where(p => law.Reads(p.Name)).Select(p => law.Holding(p.Name)).ToList();
        if (held.Count == 0)
            return law.Refused;
        var answer = new Values([
            .. held.Select(u => new Held(
                u.Parameter.Name,
                u.Parameter.Meaning,
                u.Held.Value,
                u.Held.Text,
                u.Parameter.Unit
            )),
        ]);
        return law.Finds(
            answer,
            string.Join(" ", held.Select(Words)),
            $"{sheet.Title}: her står, hvad der gælder den {Danish.Date(law.Day)}."
        );
    }

    private static string Words(UsedParameter used) =>
        used.Held.Text is { } text
            ? $"{used.Parameter.Meaning}: {text.TrimEnd('.')}."
            : $"{used.Parameter.Meaning}: {used.Value:#,0.##} {Units.Danish(used.Parameter.Unit)}.";
}
