using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Virker.Kernel;

namespace Virker.Committee;

/// <summary>A value of the answer as a person writes it in a field, and back. What is written as it was is the value
/// that it was, whatever more it holds.</summary>
internal static partial class WrittenField
{
    /// <summary>Null where nothing is printed.</summary>
    public static string? Of(JsonNode? node, FieldForm form) => node switch
    {
        null => null,
        JsonArray { Count: 0 } => null,
        JsonArray many => string.Join(form == FieldForm.Numbers ? ", " : "\n", many.Select(one => LineOf(one, form))),
        _ => form switch
        {
            FieldForm.Date =>
                WrittenDate.Iso(node.ToString()) is { } day ? Danish.ShortDate(day)
                : node.ToString(),
            FieldForm.Decimal =>
                WrittenNumber.Plain(node.ToJsonString()) is { } number ? number.ToString("0.######", Danish.Culture)
                : node.ToString(),
            FieldForm.Truth => node.GetValue<bool>() ? "true" : "false",
            _ => node.ToString().Trim() is { Length: > 0 } text ? text.ReplaceLineEndings("\n") : null,
        },
    };

    /// <summary>The value that is written, in the place of <paramref name="before"/>; or what is wrong with it, at the
    /// field.</summary>
    public static Outcome<JsonNode?> Read(string? written, FieldForm form, JsonNode? before, string field)
    {
        var text = (written ?? "").ReplaceLineEndings("\n").Trim();
        if (IsSame(text, Of(before, form))) return before?.DeepClone();
        if (form is FieldForm.Paragraphs or FieldForm.People or FieldForm.Points or FieldForm.Attachments
            or FieldForm.Guests) return Lines(text, form, before as JsonArray);
        if (text.Length == 0) return (JsonNode?)null;
        return form switch
        {
            FieldForm.Date =>
                WrittenDate.Read(text, default, DateWindow.Law, field).Match<Outcome<JsonNode?>>(day =>
                JsonValue.Create(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), refused => refused),
            FieldForm.Whole =>
                WrittenNumber.Whole(text, "Tallet", 0, 9999, field).Match<Outcome<JsonNode?>>(number =>
                JsonValue.Create(number), refused => refused),
            FieldForm.Decimal =>
                WrittenNumber.Read(text, field).Match<Outcome<JsonNode?>>(number => JsonValue.Create(number), refused =>
                refused),
            FieldForm.Truth => JsonValue.Create(text == "true"),
            FieldForm.Numbers => Numbers(text, field),
            FieldForm.ItemNumber =>
                ItemNumber().IsMatch(text) ? WrittenNumber.Code(text) is { } whole ? JsonValue.Create(whole)
                : JsonValue.Create(text)
                : new Refusal("reading.item-number",
                    $"»{text}« er ikke et punkts nummer. Skriv for eksempel 3 eller 1.2.", Field: field),
            _ => JsonValue.Create(text),
        };
    }

    /// <summary>As it is read when it comes back from a form: spaces of every kind are one, and none is an empty
    /// text.</summary>
    public static bool IsSame(string? written, string? before) => Plain(written) == Plain(before);

    private static string Plain(string? text) => WrittenText.Clean(text).ReplaceLineEndings("\n").Trim();

    private static Outcome<JsonNode?> Numbers(string text, string field)
    {
        var numbers = new JsonArray();
        foreach (var part in text.Split([',', ' ', '\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (WrittenNumber.Code(part) is not { } number) return new Refusal("reading.numbers",
                $"»{part}« er ikke et punkts nummer. Skriv numrene med komma imellem, for eksempel 1, 3, 2.",
                Field: field);
            numbers.Add(number);
        }

        return numbers;
    }

    private static JsonNode? Lines(string text, FieldForm form, JsonArray? before)
    {
        var known = (before ?? []).GroupBy(node => LineOf(node, form)).ToDictionary(g => g.Key, g => g.First());
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return lines.Length == 0 && before is null ? null
            : new JsonArray([.. lines.Select(line =>
            known.TryGetValue(line, out var same) ? same?.DeepClone() : Made(line, form))]);
    }

    private static string LineOf(JsonNode? node, FieldForm form) =>
        node is not JsonObject thing ? (node?.ToString() ?? "").ReplaceLineEndings(" ").Trim() : form switch
    {
        FieldForm.People =>
            $"{thing["name"]}{Behind(" (", thing["party"], ")")}"
            + $"{Behind(", fra ", thing["from"])}{Behind(", til ", thing["until"])}",
        FieldForm.Points =>
            (Behind("", thing["no"] is { } no ? no.ToString().TrimEnd('.', ')') : null, ". ") + thing["text"])
            .ReplaceLineEndings(" "),
        FieldForm.Attachments => $"{thing["title"]}{Behind(" (dok. ", thing["docNo"], ")")}",
        FieldForm.Guests => $"{thing["name"]}{Behind(", ", thing["title"])}",
        _ => thing.ToJsonString(),
    };

    private static string Behind(string before, JsonNode? value, string after = "") =>
        value?.ToString() is { Length: > 0 } text ? $"{before}{text}{after}" : "";

    private static JsonNode? Made(string line, FieldForm form)
    {
        switch (form)
        {
            case FieldForm.People:
                var person = Person().Match(line);
                return new JsonObject { ["name"] = person.Groups["name"].Value.Trim(),
                    ["party"] = Value(person, "party"), ["role"] = null, ["from"] = Value(person, "from"),
                    ["until"] = Value(person, "until") };
            case FieldForm.Points:
                var point = Point().Match(line);
                return new JsonObject { ["no"] = Value(point, "no"), ["text"] = point.Groups["text"].Value };
            case FieldForm.Attachments:
                var attachment = Attachment().Match(line);
                return new JsonObject { ["docNo"] = Value(attachment, "doc"), ["letter"] = null,
                    ["title"] = attachment.Groups["title"].Value };
            case FieldForm.Guests:
                var guest = line.Split(',', 2, StringSplitOptions.TrimEntries);
                return new JsonObject { ["name"] = guest[0], ["title"] = guest.Length > 1 ? guest[1] : null };
            default:
                return JsonValue.Create(line);
        }
    }

    private static JsonNode? Value(Match match, string group) =>
        match.Groups[group] is { Success: true, Value: { Length: > 0 } value } ? JsonValue.Create(value) : null;

    [GeneratedRegex(@"^(?<name>[^(,]+?)\s*(?:\((?<party>[^)]{1,20})\))?"
        + @"(?:,?\s*fra\s+(?:kl\.?\s*)?(?<from>\d{1,2}[.:]\d{2}))?"
        + @"(?:,?\s*til\s+(?:kl\.?\s*)?(?<until>\d{1,2}[.:]\d{2}))?[\s,]*$|^(?<name>.+)$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Person();

    [GeneratedRegex(@"^\d{1,4}(?:\.\d{1,3})?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ItemNumber();

    [GeneratedRegex(@"^(?:(?<no>\d{1,3}|[a-zA-Z])[.)]\s+)?(?<text>.*)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Point();

    [GeneratedRegex(@"^(?<title>.+?)(?:\s+\(dok\.\s*(?<doc>[^)]+)\))?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Attachment();
}
