using System.Collections.Concurrent;
using AngleSharp.Html.Dom;

namespace Virker.Tests.Support;

/// <summary>
/// Sends what nobody should: real addresses and real forms of each role, with other ids, other kinds of ids, hostile
/// words and forged fields in them. The same number makes the same request.
/// </summary>
internal sealed class Fuzz
{
    private static readonly string[] Words =
    [
        "",
        "a",
        "' or 1=1 --",
        "<script>alert(1)</script>",
        "=cmd|' /C calc'!A0",
        "%00",
        "\0",
        "../../etc/passwd",
        "æøå ÆØÅ",
        "\u202Eabc",
        "-1",
        "99999999999999999999",
        "2024-02-30",
        "{{7*7}}",
        new('x', 5000),
        Towns.Canary[..4],
    ];

    private static readonly string[] Queries =
    [
        "",
        "",
        "?udtraek=borgere",
        "?filter=%25",
        "?side=999999",
        "?side=-1",
        "?sorter=cpr",
        "?retur=//ond.test",
        "?id=1",
        "?Id=1&Id=2",
    ];

    private readonly List<(string Who, string Address)> _addresses;
    private readonly List<(string Who, string Action, List<KeyValuePair<string, string>> Fields)> _forms;
    private readonly IReadOnlyDictionary<string, Visitor> _visitors;
    private readonly string[] _ids;
    private readonly ConcurrentQueue<string> _problems = new();
    private readonly KeptLines _lines;
    private int _answered, _taken;

    public Fuzz(Crawl crawl)
    {
        _lines = crawl.Web.Lines;
        _visitors = crawl.Visitors;
        _addresses = [.. crawl.Answers.Select(a => (a.Who, a.Address))];
        _forms =
        [
            .. crawl
                .Answers.Where(a => a.Answer.Status == 200)
                .SelectMany(a =>
                    a.Answer.Document.Forms.Where(IsPost).Select(f => (a.Who, ActionOf(f, a.Address), FieldsOf(f)))
                )
                .Where(f => !f.Item2.StartsWith("/log-", StringComparison.Ordinal)),
        ];
        _ids = [.. crawl.Towns.Names.Keys.Select(id => id.ToString("N"))];
    }

    public int Answered => _answered;

    /// <summary>
    /// Answers that were a page or a redirect within the site: the fuzz gets through the first doors.
    /// </summary>
    public int Taken => _taken;

    public IEnumerable<string> Problems => _problems.Distinct();

    public async Task OneAsync(int number)
    {
        var chance = new Random(number);
        var (told, answer) = chance.Next(10) < 7 ? await AskAsync(chance) : await SendAsync(chance);
        Interlocked.Increment(ref _answered);
        if (answer.Status < 400)
            Interlocked.Increment(ref _taken);
        if (answer.Status >= 500)
            _problems.Enqueue($"{told} gives {answer.Status}: {LastError()}");
        if (answer.Text.Contains(Towns.Canary, StringComparison.OrdinalIgnoreCase))
            _problems.Enqueue($"{told} shows a word of the neighbour");
        if (
            answer.Location is { } to
            && (
                to.StartsWith("//", StringComparison.Ordinal)
                || (
                    Uri.TryCreate(to, UriKind.Absolute, out var out_)
                    && out_.Scheme.StartsWith("http", StringComparison.Ordinal)
                    && out_.Host != WebHouse.Host
                )
            )
        )
            _problems.Enqueue($"{told} leads out to {to}");
    }

    private string LastError() =>
        _lines.All.LastOrDefault(l => l.StartsWith("Error", StringComparison.Ordinal)) is { } line
            ? line[..Math.Min(2600, line.Length)]
            : "";

    private async Task<(string, WebAnswer)> AskAsync(Random chance)
    {
        var address = Pick(chance, _addresses).Address.Split('?')[0];
        var who = Pick(chance, [.. _visitors.Keys]);
        var asked = Addresses.Id().Replace(address, _ => Id(chance)) + Pick(chance, Queries);
        return ($"{who} GET {asked}", await _visitors[who].GetAsync(asked));
    }

    private async Task<(string, WebAnswer)> SendAsync(Random chance)
    {
        var (who, action, fields) = Pick(chance, _forms);
        var sent = fields
            .Select(f => new KeyValuePair<string, string>(
                f.Key,
                f.Key switch
                {
                    "_formular" or "_handler" => f.Value,
                    "_noegle" => new Guid(Bytes(chance)).ToString(),
                    _ => Guid.TryParse(f.Value, out var _) ? Id(chance) : Pick(chance, Words),
                }
            ))
            .ToList();
        if (chance.Next(4) == 0)
            sent.Add(
                new(Pick(chance, ["Citizen", "Id", "Role", "Municipality", "UserId", "IsAdministrator"]), Id(chance))
            );
        var address = Addresses.Id().Replace(action, m => chance.Next(3) == 0 ? Id(chance) : m.Value);
        return (
            $"{who} POST {address} {sent.FirstOrDefault(f => f.Key == "_handler").Value}",
            await _visitors[who].PostAsync(address, sent)
        );
    }

    private string Id(Random chance) => chance.Next(5) switch
    {
        0 => new Guid(Bytes(chance)).ToString("N"),
        1 => new Guid(Bytes(chance)).ToString("D").ToUpperInvariant(),
        2 => Pick(chance, ["0", "-1", "null", "00000000000000000000000000000000", "%2e%2e", "a'b"]),
        _ => Pick(chance, _ids),
    };

    private static byte[] Bytes(Random chance)
    {
        var bytes = new byte[16];
        chance.NextBytes(bytes);
        return bytes;
    }

    private static T Pick<T>(Random chance, IReadOnlyList<T> from) => from[chance.Next(from.Count)];

    private static bool IsPost(IHtmlFormElement form) =>
        string.Equals(form.GetAttribute("method"), "post", StringComparison.OrdinalIgnoreCase);

    private static string ActionOf(IHtmlFormElement form, string page) =>
        form.GetAttribute("action") is { Length: > 0 } action ? action : page.Split('?')[0];

    private static List<KeyValuePair<string, string>> FieldsOf(IHtmlFormElement form) =>
        [
            .. form.QuerySelectorAll("[name]")
                .Select(e => new KeyValuePair<string, string>(
                    e.GetAttribute("name")!,
                    e.GetAttribute("value") ?? e.TextContent
                ))
                .DistinctBy(f => f.Key),
        ];
}
