using System.Collections.Concurrent;
using System.Diagnostics;
using Virker.Platform;

namespace Virker.Tests.Support;

/// <summary>One answer: who asked for what, and what came.</summary>
internal sealed record Seen(string Who, string Address, WebAnswer Answer, TimeSpan Took);

/// <summary>
/// Goes through the site as everybody: follows every link that each role is shown, also to sorted and filtered tables
/// and to files, and then lets each role ask for everything that any of them was shown, for every address with every id
/// that has a name, and send every form. On PostgreSQL it only follows, since who sees what does not depend on the
/// database.
/// </summary>
internal sealed class Crawl
{
    private static readonly ConcurrentDictionary<Dialect, Lazy<Task<Crawl>>> Walked = new();

    internal const string Nobody = "anonymous";

    /// <summary>How many addresses that read the same by name are followed; the rest are more of the same.</summary>
    private const int Alike = 2;

    private readonly ConcurrentDictionary<(string Who, string Address), Seen> _seen = [];
    private readonly ConcurrentBag<(Seen Foreign, Seen Unknown)> _foreign = [];

    private Crawl(WebHouse web, Towns towns) =>
        (Web, Towns, Addresses) = (web, towns, new(web.Services, towns.Names, towns.Owners, towns.More.Places));

    public WebHouse Web { get; }

    public Towns Towns { get; }

    public Addresses Addresses { get; }

    public IReadOnlyCollection<Seen> Answers => [.. _seen.Values];

    /// <summary>What came when each role sent each form as it stood.</summary>
    public IReadOnlyList<SentByOne> Sent { get; private set; } = [];

    /// <summary>
    /// What came for a neighbour's id, and at once after it for the same address with an id that nobody has.
    /// </summary>
    public IReadOnlyCollection<(Seen Foreign, Seen Unknown)> Foreign => _foreign;

    public IReadOnlyDictionary<string, Visitor> Visitors { get; private set; } = new Dictionary<string, Visitor>();

    /// <summary>
    /// Gone once a run on each database, since it is tens of thousands of pages; the answers are as they came, whatever
    /// is done to the town afterwards.
    /// </summary>
    public static Task<Crawl> DoneAsync(Dialect on = Dialect.Sqlite) =>
        Walked.GetOrAdd(on, d => new(() => WalkAsync(d))).Value;

    public Seen? Find(string who, string address) => _seen.GetValueOrDefault((who, address));

    private static async Task<Crawl> WalkAsync(Dialect on)
    {
        var sending = new NothingStays();
        var web = await WebHouse.OpenAsync(on: on, also: sending.In);
        var crawl = new Crawl(web, await Towns.OpenAsync(web));
        await crawl.ComeInAsync();
        await crawl.EachAsync(crawl.FollowAsync);
        if (on == Dialect.Postgres)
            return crawl;
        await crawl.AskEverythingAsync();
        sending.IsOn = true;
        crawl.Sent = await new SentForms(crawl).SendAsync();
        sending.IsOn = false;
        return crawl;
    }

    private async Task ComeInAsync()
    {
        var visitors = new Dictionary<string, Visitor> { [Nobody] = Web.Anybody() };
        foreach (var role in Role.SignedIn)
            visitors[role.Id] = await Web.AsAsync(role);
        Visitors = visitors;
    }

    internal Task EachAsync(Func<string, Visitor, Task> walk) =>
        Parallel.ForEachAsync(
            Visitors,
            new ParallelOptions { MaxDegreeOfParallelism = 4 },
            async (v, _) => await walk(v.Key, v.Value)
        );

    private async Task AskEverythingAsync()
    {
        var filled = Addresses.Filled().ToHashSet();
        var everything = _seen
            .Keys.Select(k => k.Address)
            .Where(a => !a.Contains('?') || a.Contains("udtraek=", StringComparison.Ordinal))
            .Concat(filled)
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ToList();
        await EachAsync(
            async (who, visitor) =>
            {
                foreach (var address in everything)
                {
                    await AskAsync(who, visitor, address);
                    if (filled.Contains(address) && Addresses.Id().Matches(address).Any(m => Towns.IsForeign(m.Value)))
                        await CompareAsync(who, visitor, address);
                }
            }
        );
    }

    private async Task CompareAsync(string who, Visitor visitor, string address)
    {
        var unknown = Addresses.Id().Replace(address, m => Towns.IsForeign(m.Value) ? $"{Guid.NewGuid():N}" : m.Value);
        _foreign.Add((_seen[(who, address)], new(who, unknown, await visitor.GetAsync(unknown), default)));
    }

    private async Task FollowAsync(string who, Visitor visitor)
    {
        var waiting = new Queue<string>(Addresses.Plain().Concat(Towns.More.Addresses).Prepend("/").Distinct());
        var queued = waiting.ToHashSet();
        var followed = new Dictionary<string, int>();
        while (waiting.TryDequeue(out var address))
        {
            var kind = Addresses.KindOf(address);
            if ((followed[kind] = followed.GetValueOrDefault(kind) + 1) > (address.Contains('?') ? 1 : Alike))
                continue;
            var answer = await AskAsync(who, visitor, address);
            foreach (var link in LinksOf(answer).Where(queued.Add))
                waiting.Enqueue(link);
        }
    }

    private async Task<WebAnswer> AskAsync(string who, Visitor visitor, string address)
    {
        if (_seen.TryGetValue((who, address), out var before))
            return before.Answer;
        var started = Stopwatch.GetTimestamp();
        var answer = await visitor.GetAsync(address);
        _seen[(who, address)] = new(who, address, answer, Stopwatch.GetElapsedTime(started));
        return answer;
    }

    /// <summary>
    /// Where it leads within the site, without the part of the page; and what its filters and choices lead to.
    /// </summary>
    private IEnumerable<string> LinksOf(WebAnswer answer)
    {
        var links = answer
            .Document.QuerySelectorAll("a[href]")
            .Select(a => a.GetAttribute("href")!)
            .Append(answer.Location ?? "");
        var chosen = answer
            .Document.Forms.Where(f =>
                string.Equals(f.GetAttribute("method"), "get", StringComparison.OrdinalIgnoreCase)
            )
            .Select(Chosen);
        return links
            .Concat(chosen)
            .Where(l => l.StartsWith('/') && !l.StartsWith("//", StringComparison.Ordinal))
            .Select(l => l.Split('#')[0])
            .Where(l => Addresses.RouteOf(l) is not null)
            .Distinct();
    }

    /// <summary>The form with a letter in what is searched for, and the rest as it stands.</summary>
    private static string Chosen(AngleSharp.Html.Dom.IHtmlFormElement form)
    {
        var fields = WebAnswer
            .FieldsOf(form)
            .Select(f => (f.Key, Value: f.Value.Length == 0 && f.Key is "filter" or "soeg" ? "a" : f.Value));
        return $"{form.GetAttribute("action")}?{string.Join('&', fields.Select(f => $"{Uri.EscapeDataString(f.Key)}={Uri.EscapeDataString(f.Value)}"))}";
    }
}
