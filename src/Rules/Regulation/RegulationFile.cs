using System.Text.Json;
using Virker.Kernel;

namespace Virker.Rules;

/// <summary>A new value of a parameter as a regulation's file has it, and the line that it stands on.</summary>
public sealed record RegulatedValue(int Line, string Parameter, DatedValue Value);

/// <summary>What is wrong with a line of a regulation's file, in Danish.</summary>
public sealed record RegulationError(int Line, string Reason);

/// <summary>
/// Reads the yearly regulation of rates and limits: CSV with the header <see cref="Header"/>, in Danish writing (days,
/// decimals with a comma, statuses in words or by code), or JSON in machines' writing (decimals with a dot): a list of
/// objects with parameter, from, to, value, source, status and checked.
/// </summary>
public static class RegulationFile
{
    public const string Header = "parameter;fra;til;værdi;kilde;status;kontrolleret";

    /// <summary>The values that can be read, and every line that cannot.</summary>
    public static (IReadOnlyList<RegulatedValue> Values, IReadOnlyList<RegulationError> Errors) Read(
        string text,
        DateOnly today
    )
    {
        var errors = new List<RegulationError>();
        var values = new List<RegulatedValue>();
        foreach (
            var fields in text.TrimStart('\ufeff', ' ', '\n', '\r') is ['[' or '{', ..] json
                ? Json(json, errors)
                : Csv(text, errors)
        )
        {
            if (fields.Problem(today) is { } problem)
                errors.Add(new(fields.Line, problem));
            else if (
                values.Find(v => v.Parameter == fields.Parameter && v.Value.From == fields.FromDay(today)) is { } twice
            )
                errors.Add(new(fields.Line, $"Værdien står også i linje {twice.Line}."));
            else
                values.Add(fields.ToValue(today));
        }

        if (values.Count == 0 && errors.Count == 0) errors.Add(new(1, "Filen har ingen værdier."));
        return (values, errors);
    }

    private static IEnumerable<Fields> Csv(string text, List<RegulationError> errors)
    {
        var table = WrittenTable.WithHeader(text, Header);
        errors.AddRange(table.Faults.Select(f => new RegulationError(f.Line, f.Text)));
        return table.Rows.Select(r => new Fields(r.Line, r[0], r[1], r[2], r[3], r[4], r[5], r[6])
        {
            Number = WrittenNumber.Read(r[3]),
        });
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
            string Of(string name) =>
                entry.TryGetProperty(name, out var field) && field.ValueKind is not JsonValueKind.Null
                    ? field.ToString()
                    : "";
            yield return new(
                line,
                Of("parameter"),
                Of("from"),
                Of("to"),
                Of("value"),
                Of("source"),
                Of("status"),
                Of("checked")
            )
            {
                Number = WrittenNumber.Plain(Of("value")) is { } plain
                    ? plain
                    : new Refusal(
                        "number.unreadable",
                        $"»{Of("value")}« er ikke et tal. I JSON skrives decimaler med punktum."
                    ),
            };
        }
    }

    private sealed record Fields(
        int Line,
        string Parameter,
        string From,
        string To,
        string Written,
        string Source,
        string Status,
        string Checked
    )
    {
        /// <summary>Danish in CSV, plain in JSON.</summary>
        public required Outcome<decimal> Number { get; init; }

        public DateOnly FromDay(DateOnly today) => Day(From, today).Match(day => day, _ => default);

        public string? Problem(DateOnly today) =>
            Parameter.Length == 0 ? "Parameterens navn mangler."
            : Day(From, today) is { IsRefused: true } from
                ? $"»{From}« er ikke en dag at gælde fra. {from.Refusal.Text}"
            : To.Length > 0 && Day(To, today) is { IsRefused: true } to
                ? $"»{To}« er ikke en dag at gælde til. {to.Refusal.Text}"
            : To.Length > 0 && Day(To, today).Value < FromDay(today) ? "Værdien slutter, før den begynder."
            : Number is { IsRefused: true } number ? number.Refusal.Text
            : Source.Length == 0 ? "Kilden mangler."
            : LawStatusWords.Parse(Status) is null
                ? $"»{Status}« er ikke en status. Skriv {string.Join(", ", LawStatusWords.Written.SkipLast(1))} eller {LawStatusWords.Written[^1]}."
            : Day(Checked, today) is { IsRefused: true } day
                ? $"»{Checked}« er ikke den dag, værdien er kontrolleret. {day.Refusal.Text}"
            : Day(Checked, today).Value > today ? "Værdien kan ikke være kontrolleret i fremtiden."
            : null;

        public RegulatedValue ToValue(DateOnly today) =>
            new(
                Line,
                Parameter,
                new(
                    FromDay(today),
                    To.Length == 0 ? null : Day(To, today).Value,
                    Number.Value,
                    Source,
                    LawStatusWords.Parse(Status)!.Value,
                    Day(Checked, today).Value
                )
            );

        private static Outcome<DateOnly> Day(string text, DateOnly today) =>
            WrittenDate.Read(text, today, DateWindow.Law);
    }
}
