using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Virker.Kernel;
using Virker.Rules;

namespace Virker.Cli;

/// <summary>
/// "law evaluate": questions to the law in, answers that explain themselves out; "law simulate": the same under a
/// changed law.
/// </summary>
internal sealed class LawNoun : INoun
{
    internal static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public Command Build()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "Spørgsmål som JSON: id, rule, on, facts" };
        var evaluate = new Command("evaluate", "Svar på spørgsmål til loven") { file };
        evaluate.SetAction(parsed => Evaluate(parsed.GetValue(file)!));
        return new Command("law", "Loven: satser, frister og regler")
        {
            evaluate,
            LawCheckCommand.Build(),
            LawSimulation.Build(),
        };
    }

    private static int Evaluate(FileInfo file) =>
        Questions(file)
            .Match(
                questions =>
                {
                    Console.Out.WriteLine(
                        new JsonArray([
                            .. questions.EnumerateArray().Select(q => Answer(q, RuleBook.Current)),
                        ]).ToJsonString(Readable)
                    );
                    return 0;
                },
                Installation.Refuse
            );

    /// <summary>The list of questions in a file.</summary>
    internal static Outcome<JsonElement> Questions(FileInfo file)
    {
        JsonElement questions;
        try
        {
            var text = WrittenBytes.Text(File.ReadAllBytes(file.FullName));
            if (text.IsRefused) return Unusable($"{file.Name}: {text.Refusal.Text}");
            questions = JsonDocument.Parse(text.Value).RootElement;
        }
        catch (IOException)
        {
            return Unusable($"{file.Name}: filen kan ikke læses.");
        }
        catch (JsonException problem)
        {
            return Unusable($"{file.Name}: linje {problem.LineNumber + 1}: det er ikke gyldig JSON.");
        }
        return questions.ValueKind == JsonValueKind.Array
            ? questions
            : Unusable($"{file.Name}: filen skal holde en liste af spørgsmål.");
    }

    /// <summary>
    /// One question answered, or why not; <paramref name="on"/> asks for another day's law than the question's own.
    /// </summary>
    internal static JsonNode Answer(JsonElement question, RuleBook book, DateOnly? on = null)
    {
        var id =
            question.ValueKind == JsonValueKind.Object && question.TryGetProperty("id", out var given)
                ? JsonNode.Parse(given.GetRawText())
                : null;
        return Read(question)
            .Match(q => book.Ask(on is { } day ? q with { On = day } : q), refusal => refusal)
            .Match(
                reply => Reply(id, reply),
                refusal => new JsonObject
                {
                    ["id"] = id,
                    ["refused"] = new JsonObject { ["code"] = refusal.Code, ["text"] = refusal.Text },
                }
            );
    }

    private static Outcome<Question> Read(JsonElement question)
    {
        if (
            question.ValueKind != JsonValueKind.Object
            || !question.TryGetProperty("rule", out var rule)
            || rule.ValueKind != JsonValueKind.String
        )
            return new Refusal("bad-fact", "Spørgsmålet skal være et objekt med rule, on og facts.");
        if (!question.TryGetProperty("on", out var on) || on.ValueKind == JsonValueKind.Null)
            return new Refusal("missing-fact", "Datoen on mangler.");
        if (on.ValueKind != JsonValueKind.String || WrittenDate.Iso(on.GetString()) is not { } day)
            return new Refusal("bad-fact", "Datoen on skal være en dato (åååå-mm-dd).");
        return new Question(rule.GetString()!, day, question.TryGetProperty("facts", out var facts) ? facts : default);
    }

    private static JsonObject Reply(JsonNode? id, Reply reply) =>
        new()
        {
            ["id"] = id,
            ["answer"] = reply.Answer,
            ["under"] = new JsonArray([.. reply.Finding.Under.Select(u => (JsonNode)u.ToString())]),
            ["status"] = reply.Finding.Status.Id(),
            ["why"] = reply.Finding.Why,
            ["plainly"] = reply.Finding.Plainly,
            ["asked"] = reply.Finding.Asked?.Title,
            ["links"] = new JsonArray([
                .. reply.Finding.Under.Select(u => u.Address).OfType<string>().Distinct().Select(a => (JsonNode)a),
            ]),
            ["parameters"] = new JsonArray([.. reply.Finding.Parameters.Select(Parameter)]),
            ["unmet"] = new JsonArray([.. reply.Finding.Unmet.Select(Failed)]),
        };

    private static JsonNode Parameter(UsedParameter used) =>
        new JsonObject
        {
            ["name"] = used.Parameter.Name,
            ["value"] = used.Parameter.IsText
                ? JsonValue.Create(used.Text)
                : JsonValue.Create(used.Value / 1.0000000000000000000000m),
            ["unit"] = used.Parameter.Unit,
            ["from"] = used.Held.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["to"] = used.Held.To?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["source"] = used.Held.Source,
            ["status"] = used.Held.Status.Id(),
        };

    private static JsonNode Failed(Unmet unmet) => new JsonObject
    {
        ["condition"] = unmet.Condition,
        ["would_meet"] = unmet.WouldMeet,
        ["met_from"] = unmet.MetFrom?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    };

    private static Refusal Unusable(string problem) => new("law.unusable", problem);
}
