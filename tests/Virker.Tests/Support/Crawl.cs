using Virker.Platform;

namespace Virker.Tests.Support;

/// <summary>One answer: who asked for what, and what came.</summary>
internal sealed record Seen(string Who, string Address, WebAnswer Answer);

/// <summary>
/// Goes through the site as everybody: follows every link that each role is shown, and then lets each role ask for everything that any of
/// them was shown, and for every address with every id that has a name.
/// </summary>
internal sealed class Crawl
{
    private static readonly Lazy<Task<Crawl>> Walked = new(WalkAsync);

    private const string Nobody = "anonymous";

    /// <summary>How many addresses that read the same by name are followed; the rest are more of the same.</summary>
    private const int Alike = 2;

    private readonly Dictionary<(string Who, string Address), Seen> _seen = [];
    private readonly List<(Seen Foreign, Seen Unknown)> _foreign = [];

    private Crawl(WebHouse web, Towns towns) => (Web, Towns, Addresses) = (web, towns, new(web.Services, towns.Names));

    public WebHouse Web { get; }

    public Towns Towns { get; }

    public Addresses Addresses { get; }

    public IReadOnlyCollection<Seen> Answers => _seen.Values;

    /// <summary>What came for a neighbour's id, and at once after it for the same address with an id that nobody has.</summary>
    public IReadOnlyList<(Seen Foreign, Seen Unknown)> Foreign => _foreign;

    public IReadOnlyDictionary<string, Visitor> Visitors { get; private set; } = new Dictionary<string, Visitor>();

    /// <summary>Gone once a run, since it is tens of thousands of pages; the answers are as they came, whatever is done to the town afterwards.</summary>
    public static Task<Crawl> DoneAsync() => Walked.Value;

    private static async Task<Crawl> WalkAsync()
    {
        var web = await WebHouse.OpenAsync();
        var crawl = new Crawl(web, await Towns.OpenAsync(web));
        await crawl.RunAsync();
        return crawl;
    }

    private async Task RunAsync()
    {
        var visitors = new Dictionary<string, Visitor> { [Nobody] = Web.Anybody() };
        foreach (var role in Role.SignedIn) visitors[role.Id] = await Web.AsAsync(role);
        Visitors = visitors;
        foreach (var (who, visitor) in visitors) await FollowAsync(who, visitor);
        var filled = Addresses.Filled().ToHashSet();
        var everything = _seen.Keys.Select(k => k.Address).Concat(filled).Distinct().ToList();
        foreach (var (who, visitor) in visitors)
        {
            foreach (var address in everything)
            {
                await AskAsync(who, visitor, address);
                if (filled.Contains(address) && Addresses.Id().Matches(address).Any(m => Towns.IsForeign(m.Value))) await CompareAsync(who, visitor, address);
            }
        }
    }

    private async Task CompareAsync(string who, Visitor visitor, string address)
    {
        var unknown = Addresses.Id().Replace(address, m => Towns.IsForeign(m.Value) ? $"{Guid.NewGuid():N}" : m.Value);
        _foreign.Add((_seen[(who, address)], new(who, unknown, await visitor.GetAsync(unknown))));
    }

    private async Task FollowAsync(string who, Visitor visitor)
    {
        var waiting = new Queue<string>(["/"]);
        var followed = new Dictionary<string, int>();
        var queued = new HashSet<string> { "/" };
        while (waiting.TryDequeue(out var address))
        {
            var name = Addresses.Named(address);
            if ((followed[name] = followed.GetValueOrDefault(name) + 1) > Alike) continue;
            var answer = await AskAsync(who, visitor, address);
            foreach (var link in LinksOf(answer).Where(queued.Add)) waiting.Enqueue(link);
        }
    }

    private async Task<WebAnswer> AskAsync(string who, Visitor visitor, string address)
    {
        if (_seen.TryGetValue((who, address), out var before)) return before.Answer;
        var answer = await visitor.GetAsync(address);
        _seen[(who, address)] = new(who, address, answer);
        return answer;
    }

    /// <summary>Where it leads within the site, without the part of the page; a view of the same table in another order is the same page.</summary>
    private IEnumerable<string> LinksOf(WebAnswer answer)
    {
        var links = answer.Document.QuerySelectorAll("a[href]").Select(a => a.GetAttribute("href")!).Append(answer.Location ?? "");
        return links.Where(l => l.StartsWith('/') && !l.StartsWith("//", StringComparison.Ordinal)).Select(l => l.Split('#')[0])
            .Select(l => l.Contains('?') && !l.Contains("udtraek=", StringComparison.Ordinal) ? l.Split('?')[0] : l)
            .Where(l => Addresses.RouteOf(l) is not null).Distinct();
    }
}
