using System.Text.Json;
using System.Text.Json.Nodes;
using Virker.Kernel;

namespace Virker.Rules;

/// <summary>A question as it comes from outside: the rule's id, the day, the facts as JSON.</summary>
public sealed record Question(string Rule, DateOnly On, JsonElement Facts);

/// <summary>A finding as it goes outside: the answer's fields by name.</summary>
public sealed record Reply(JsonNode Answer, Finding<object> Finding);

/// <summary>Every rule of the house, found by reflection and asked by id.</summary>
public sealed class RuleBook
{
    private static readonly Lazy<RuleBook> Compiled = new(() => new(Lawbook.Current));

    private readonly Lawbook _lawbook;
    private readonly SortedDictionary<string, BoundRule> _byId = new(StringComparer.Ordinal);

    /// <summary>The rules over a lawbook: the one compiled in, or one that was changed to ask what if.</summary>
    public RuleBook(Lawbook lawbook)
    {
        _lawbook = lawbook;
        foreach (
            var type in typeof(RuleBook)
                .Assembly.GetTypes()
                .Where(t =>
                    t is { IsClass: true, IsAbstract: false }
                    && t.IsAssignableTo(typeof(IRule))
                    && t.GetConstructor([]) is not null
                )
        )
        {
            var rule = BoundRule.Of((IRule)Activator.CreateInstance(type)!);
            _byId.Add(rule.Rule.Id, rule);
        }

        foreach (var sheet in lawbook.Sheets.Where(s => !_byId.ContainsKey(s.Id)))
            _byId.Add(sheet.Id, BoundRule.Of(new SheetRule(sheet)));
    }

    public static RuleBook Current => Compiled.Value;

    public static RuleBook Over(Lawbook law) => ReferenceEquals(law, Lawbook.Current) ? Current : new(law);

    /// <summary>Every rule there is, by name; under which law it is asked is another question.</summary>
    public static IEnumerable<IRule> Every => Current.All;

    /// <summary>The names of every value in the law, with the rule that it belongs to.</summary>
    public static IEnumerable<(string Name, string Rule)> ParameterNames =>
        Lawbook.Current.All.Select(p => (p.Name, p.Rule));

    public IEnumerable<IRule> All => _byId.Values.Select(r => r.Rule);

    /// <summary>
    /// Answers, or refuses with unknown-rule, missing-fact, bad-fact or no-rule-at-date; never guesses.
    /// </summary>
    public Outcome<Reply> Ask(Question question) => _byId.TryGetValue(question.Rule, out var rule)
        ? rule.Ask(question.Facts, new LawOn(_lawbook, question.On))
        : new Refusal("unknown-rule", $"Der er ingen regel, der hedder {question.Rule}.");

    /// <summary>A rule's answer with the question that it answers.</summary>
    internal static Outcome<Finding<TAnswer>> Answer<TFacts, TAnswer>(
        IRule<TFacts, TAnswer> rule,
        TFacts facts,
        LawOn law
    ) =>
        rule.Answer(facts, law)
            .Match<Outcome<Finding<TAnswer>>>(
                finding => finding with { Asked = new(rule.Id, rule.Title, FactSheet.Write(facts)) },
                refusal => refusal
            );
}
