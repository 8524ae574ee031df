using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Virker.Kernel;

namespace Virker.Rules;

/// <summary>
/// A rule as a page of the committed documentation (docs/law, Markdown, Danish): values through time, worked examples,
/// sources.
/// </summary>
public static class LawPage
{
    private static readonly JsonSerializerOptions Plain = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The file's name in the folder, for instance "refund.percentage.md".</summary>
    public static string FileName(IRule rule) => $"{rule.Id}.md";

    public static string Write(IRule rule)
    {
        var page = new StringBuilder();
        page.AppendLine($"# {rule.Title}")
            .AppendLine()
            .AppendLine($"Regel: `{rule.Id}`. Datoen, der vælger lovens version: {LowerFirst(rule.Anchor)}.")
            .AppendLine();
        foreach (var parameter in Lawbook.Current.Of(rule.Id))
            Parameter(page, parameter);
        Examples(page, rule);
        page.Append("Siden er skrevet af Virkers test ud fra reglen og dens data; ret den der.\n");
        return page.ToString().ReplaceLineEndings("\n");
    }

    /// <summary>The page that lists all the others, what sources disagree on, and the code lists.</summary>
    public static string Index()
    {
        var page = new StringBuilder(
            "# Loven i Virker\n\nHver regel har sin side. Status siger, hvor godt reglens tal er kendt.\n\n| Regel | Titel | Status |\n|---|---|---|\n"
        );
        foreach (var rule in RuleBook.Current.All)
        {
            var status = LawStatusWords.Weakest(
                Lawbook.Current.Of(rule.Id).SelectMany(p => p.Values).Select(v => v.Status)
            );
            page.Append($"| [{rule.Id}]({FileName(rule)}) | {rule.Title} | {status.Danish()} |\n");
        }

        page.Append(
            $"\n## {CodeList.OpenQuestions.Title}\n\n| Hvad | Hvad Virker gør | Status | Kilde |\n|---|---|---|---|\n"
        );
        foreach (var open in CodeList.OpenQuestions.All)
            page.Append($"| {open} | {open.Note} | {open.Status.Danish()} | {open.Source} |\n");
        page.Append("\n## Kodelister\n\n| Liste | Koder |\n|---|---|\n");
        foreach (var list in CodeList.Every) page.Append($"| {list.Title} | {list.All.Count} |\n");
        return page.ToString();
    }

    private static void Parameter(StringBuilder page, Parameter parameter)
    {
        page.AppendLine($"## {parameter.Meaning}")
            .AppendLine()
            .AppendLine($"`{parameter.Name}`, {Units.Danish(parameter.Unit)}. {Linked(parameter)}.")
            .AppendLine();
        if (parameter.Transition is { } transition)
            page.AppendLine($"Overgang: {LowerFirst(transition)}").AppendLine();
        page.AppendLine("| Fra | Til | Værdi | Status | Kilde | Kontrolleret |")
            .AppendLine("|---|---|---|---|---|---|");
        foreach (var value in parameter.Values)
        {
            page.AppendLine(
                $"| {(value.InForceAtLatest ? "senest " : "")}{Day(value.From)} | {(value.To is { } to ? Day(to) : "–")} | {Held(value)} | {value.Status.Danish()} | {value.Source}{(value.Note is { } note ? $" ({note})" : "")} | {Day(value.Checked)} |"
            );
        }

        page.AppendLine();
    }

    private static void Examples(StringBuilder page, IRule rule)
    {
        var examples = rule.Examples.ToList();
        if (examples.Count == 0)
            return;
        page.AppendLine("## Eksempler")
            .AppendLine()
            .AppendLine("| Dag | Fakta | Svar | Begrundelse | Til borgeren |")
            .AppendLine("|---|---|---|---|---|");
        foreach (var example in examples)
        {
            var (answer, why, plainly) = RuleBook
                .Current.Ask(new(rule.Id, example.On, JsonDocument.Parse(example.Facts).RootElement))
                .Match(
                    reply => (reply.Answer.ToJsonString(Plain), reply.Finding.Why, reply.Finding.Plainly),
                    refusal => ("afslag: " + refusal.Code, refusal.Text, refusal.Text)
                );
            page.AppendLine($"| {Day(example.On)} | `{example.Facts}` | `{answer}` | {why} | {plainly} |");
        }

        page.AppendLine();
    }

    private static string Linked(Parameter parameter) =>
        parameter.Under.Address is { } address ? $"[{parameter.Under}]({address})" : parameter.Under.ToString();

    private static string Held(DatedValue value) =>
        value.Text ?? value.Value?.ToString("#,0.##", Danish.Culture) ?? "ikke fundet";

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string LowerFirst(string text) => char.ToLower(text[0], Danish.Culture) + text[1..];
}
