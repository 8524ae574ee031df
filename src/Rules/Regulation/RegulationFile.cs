using System.Globalization;
using System.Text.Json;

namespace Virker.Rules;

/// <summary>A new value of a parameter as a regulation's file has it, and the line that it stands on.</summary>
public sealed record RegulatedValue(int Line, string Parameter, DatedValue Value);

/// <summary>What is wrong with a line of a regulation's file, in Danish.</summary>
public sealed record RegulationError(int Line, string Reason);

/// <summary>
/// Reads the yearly regulation of rates and limits: CSV with the header <see cref="Header"/> (days as yyyy-mm-dd, Danish decimals), or JSON: a list of objects with parameter,
/// from, to, value, source, status and checked.
/// </summary>
public static class RegulationFile
{
    public const string Header = "parameter;fra;til;værdi;kilde;status;kontrolleret";

    /// <summary>The values that can be read, and every line that cannot.</summary>
    public static (IReadOnlyList<RegulatedValue> Values, IReadOnlyList<RegulationError> Errors) Read(string text, DateOnly today)
    {
        var errors = new List<RegulationError>();
        var values = new List<RegulatedValue>();
        foreach (var fields in text.TrimStart('\ufeff', ' ', '\n', '\r') is ['[' or '{', ..] json ? Json(json, errors) : Csv(text, errors))
        {
            if (fields.Problem(today) is { } problem) errors.Add(new(fields.Line, problem));
            else if (values.Find(v => v.Parameter == fields.Parameter && v.Value.From == fields.FromDay) is { } twice) errors.Add(new(fields.Line, $"Værdien står også i linje {twice.Line}."));
            else values.Add(fields.ToValue());
        }

        if (values.Count == 0 && errors.Count == 0) errors.Add(new(1, "Filen har ingen værdier."));
        return (values, errors);
    }

    private static IEnumerable<Fields> Csv(string text, List<RegulationError> errors)
    {
        var lines = text.TrimStart('\ufeff').ReplaceLineEndings("\n").Split('\n');
        if (!string.Equals(lines[0].Trim(), Header, StringComparison.OrdinalIgnoreCase))
        {
            errors.Add(new(1, $"Første linje skal være »{Header}«."));
            yield break;
        }

        for (var i = 1; i < lines.Length; i++)
        {
            if (lines[i].Trim().Length == 0) continue;
            string[] cells = [.. lines[i].Split(';').Select(c => c.Trim())];
            if (cells.Length != 7) errors.Add(new(i + 1, $"Linjen har {cells.Length} felter og skal have syv."));
            else yield return new(i + 1, cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], cells[6], CultureInfo.GetCultureInfo("da-DK"));
        }
    }

    private static IEnumerable<Fields> Json(string text, List<RegulationError> errors)
    {
        JsonElement root;
        try { root = JsonDocument.Parse(text).RootElement; }
        catch (JsonException problem)
        {
            errors.Add(new((int)(problem.LineNumber ?? 0) + 1, "Det er ikke gyldig JSON."));
            yield break;
        }

        if (root.ValueKind != JsonValueKind.Array || root.EnumerateArray().Any(e => e.ValueKind != JsonValueKind.Object))
        {
            errors.Add(new(1, "Filen skal holde en liste af objekter."));
            yield break;
        }

        var at = 0;
        foreach (var entry in root.EnumerateArray())
        {
            at = Math.Max(at, text.IndexOf("\"parameter\"", at, StringComparison.Ordinal));
            var line = text.AsSpan(0, at).Count('\n') + 1;
            at++;
            string Of(string name) => entry.TryGetProperty(name, out var field) && field.ValueKind is not JsonValueKind.Null ? field.ToString() : "";
            yield return new(line, Of("parameter"), Of("from"), Of("to"), Of("value"), Of("source"), Of("status"), Of("checked"), CultureInfo.InvariantCulture);
        }
    }

    private sealed record Fields(int Line, string Parameter, string From, string To, string Number, string Source, string Status, string Checked, CultureInfo Culture)
    {
        public DateOnly FromDay => Day(From) ?? default;

        public string? Problem(DateOnly today) =>
            Parameter.Length == 0 ? "Parameterens navn mangler."
            : Day(From) is not { } from ? $"»{From}« er ikke en dag (åååå-mm-dd) at gælde fra."
            : To.Length > 0 && Day(To) is null ? $"»{To}« er ikke en dag (åååå-mm-dd) at gælde til."
            : Day(To) < from ? "Værdien slutter, før den begynder."
            : Value is null ? $"»{Number}« er ikke et tal."
            : Source.Length == 0 ? "Kilden mangler."
            : LawStatusWords.Parse(Status) is null ? $"»{Status}« er ikke en status: verified, secondary, source-document, agreement eller unverified."
            : Day(Checked) is not { } day ? $"»{Checked}« er ikke den dag (åååå-mm-dd), værdien er kontrolleret."
            : day > today ? "Værdien kan ikke være kontrolleret i fremtiden." : null;

        public RegulatedValue ToValue() => new(Line, Parameter, new(FromDay, Day(To), Value, Source, LawStatusWords.Parse(Status)!.Value, Day(Checked)!.Value));

        private decimal? Value => decimal.TryParse(Number, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, Culture, out var value) ? value : null;

        private static DateOnly? Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
    }
}
