using System.Text.Json;
using Virker.Tests.Support;

namespace Virker.Tests.Structure;

/// <summary>One thing that somebody can see: who, at which address, which field.</summary>
internal sealed record Exposed(string Address, string Answer, string Field, string Who);

/// <summary>
/// Who can see what, as text that a person approves: address by address, answer by answer, field by field, with the
/// roles. What is not in it is refused.
/// </summary>
internal static class Exposure
{
    private const string Arrow = " gives ";

    public static IReadOnlyList<Exposed> Of(Crawl crawl, Addresses addresses) =>
        [
            .. crawl
                .Answers.SelectMany(seen =>
                    Fields(seen)
                        .Select(field => new Exposed(
                            addresses.Named(seen.Address),
                            $"{seen.Answer.Status}",
                            field,
                            seen.Who
                        ))
                )
                .Distinct()
                .GroupBy(e => e with { Who = "" })
                .SelectMany(g =>
                    g.Count() == crawl.Visitors.Count ? [g.Key with { Who = "everybody" }] : g.AsEnumerable()
                ),
        ];

    /// <summary>
    /// What came of each form that each role sent: how it was answered, and the fields that the page itself did not
    /// show them. Who is refused has no line.
    /// </summary>
    public static IReadOnlyList<Exposed> OfForms(Crawl crawl, Addresses addresses) =>
        [
            .. crawl
                .Sent.Where(s => s.WasTaken)
                .SelectMany(sent =>
                    Answered(sent, crawl)
                        .Select(field => new Exposed(
                            $"{addresses.Named(sent.Address)} form {sent.Form}",
                            $"{sent.Answer.Status}",
                            field,
                            sent.Who
                        ))
                )
                .Distinct(),
        ];

    /// <summary>One line a field, its roles behind it: <c>citizen.address: case-worker team-leader</c>.</summary>
    public static string Write(IEnumerable<Exposed> all) =>
        string.Concat(
            all.GroupBy(e => (e.Address, e.Answer))
                .OrderBy(g => g.Key.Address, StringComparer.Ordinal)
                .ThenBy(g => g.Key.Answer, StringComparer.Ordinal)
                .Select(page =>
                    $"{page.Key.Address}{Arrow}{page.Key.Answer}\n"
                    + string.Concat(
                        page.GroupBy(e => e.Field)
                            .OrderBy(f => f.Key, StringComparer.Ordinal)
                            .Select(field =>
                                $"  {field.Key}: {string.Join(' ', field.Select(e => e.Who).Distinct().Order(StringComparer.Ordinal))}\n"
                            )
                    )
                )
        );

    public static IReadOnlyList<Exposed> Read(string text)
    {
        var found = new List<Exposed>();
        var (address, answer) = ("", "");
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(l => !l.StartsWith('#')))
        {
            if (!line.StartsWith(' '))
            {
                var cut = line.IndexOf(Arrow, StringComparison.Ordinal);
                (address, answer) = (line[..cut], line[(cut + Arrow.Length)..]);
                continue;
            }

            var (field, roles) = (
                line[2..line.LastIndexOf(": ", StringComparison.Ordinal)],
                line[(line.LastIndexOf(": ", StringComparison.Ordinal) + 2)..]
            );
            found.AddRange(roles.Split(' ').Select(who => new Exposed(address, answer, field, who)));
        }

        return found;
    }

    /// <summary>What has opened and what has closed, each as a sentence.</summary>
    public static IReadOnlyList<string> Difference(IEnumerable<Exposed> approved, IEnumerable<Exposed> now)
    {
        var (before, after) = (approved.ToHashSet(), now.ToHashSet());
        return
        [
            .. after
                .Except(before)
                .Select(e => $"+ {e.Who} now sees {e.Field} at {e.Address} ({e.Answer})")
                .Order(StringComparer.Ordinal),
            .. before
                .Except(after)
                .Select(e => $"- {e.Who} no longer sees {e.Field} at {e.Address} ({e.Answer})")
                .Order(StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<string> Answered(SentByOne sent, Crawl crawl)
    {
        if (sent.Answer.Status == 302)
            return ["(done)"];
        var before = crawl.Find(sent.Who, sent.Address)?.Answer is { Status: 200 } page
            ? Read(page).Where(f => f != "(page)").ToHashSet()
            : [];
        return Read(sent.Answer).Where(f => !before.Contains(f));
    }

    /// <summary>Nothing of what is refused or led elsewhere: refusal is what is expected.</summary>
    private static IEnumerable<string> Fields(Seen seen)
    {
        var answer = seen.Answer;
        return answer.Status >= 300 ? [] : Read(answer);
    }

    private static IEnumerable<string> Read(WebAnswer answer)
    {
        return answer.Response.Content.Headers.ContentType?.MediaType switch
        {
            "text/html" => answer
                .Document.QuerySelectorAll("[data-field]")
                .Select(e => e.GetAttribute("data-field")!)
                .Concat(
                    answer
                        .Document.QuerySelectorAll("main input[name='_handler']")
                        .Select(i => $"form {SentForms.Plain(i.GetAttribute("value") ?? "")}")
                )
                .Append("(page)")
                .Distinct(),
            "application/json" => Paths(JsonDocument.Parse(answer.Text).RootElement, "").Distinct().Append("(json)"),
            "text/csv" => answer
                .Text.TrimStart('\uFEFF')
                .Split('\n')[0]
                .Trim()
                .Split(';')
                .Select(column => $"column {column.Trim('"')}")
                .Append("(csv)"),
            var other => [$"({other})"],
        };
    }

    private static IEnumerable<string> Paths(JsonElement element, string at) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => Paths(p.Value, $"{at}/{p.Name}")),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(e => Paths(e, $"{at}[]")),
        _ => [at],
    };
}
