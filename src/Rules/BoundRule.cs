using System.Text.Json;
using System.Text.Json.Serialization;
using Virker.Kernel;

namespace Virker.Rules;

/// <summary>A rule whose facts are read from JSON and whose answer is written to JSON.</summary>
internal abstract class BoundRule(IRule rule)
{
    public IRule Rule { get; } = rule;

    public abstract Outcome<Reply> Ask(JsonElement facts, LawOn law);

    public static BoundRule Of(IRule rule)
    {
        var contract = rule.GetType()
            .GetInterfaces()
            .Single(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRule<,>));
        return (BoundRule)
            Activator.CreateInstance(typeof(Bound<,>).MakeGenericType(contract.GetGenericArguments()), rule)!;
    }

    private sealed class Bound<TFacts, TAnswer>(IRule<TFacts, TAnswer> rule) : BoundRule(rule)
    {
        private static readonly JsonSerializerOptions AnswerNames = new()
        {
            PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
            Converters = { new WholeNumbers() },
        };

        public override Outcome<Reply> Ask(JsonElement facts, LawOn law)
        {
            var read = FactSheet.Read<TFacts>(facts);
            if (read.IsRefused)
                return read.Refusal;
            return RuleBook
                .Answer(rule, read.Value, law)
                .Match<Outcome<Reply>>(
                    finding => new Reply(
                        JsonSerializer.SerializeToNode(finding.Answer, AnswerNames)!,
                        new(finding.Answer!, finding.Why, finding.On, finding.Under, finding.Parameters, finding.Unmet)
                        {
                            Plainly = finding.Plainly,
                            Asked = finding.Asked,
                        }
                    ),
                    refusal => refusal
                );
        }
    }

    /// <summary>30.00 is written as 30, 13032.75 as it is.</summary>
    private sealed class WholeNumbers : JsonConverter<decimal>
    {
        public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.GetDecimal();

        public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) =>
            writer.WriteNumberValue(value / 1.0000000000000000000000m);
    }
}
