using Virker.Platform;

namespace Virker.Tests.Support;

/// <summary>One answer: who asked for what, and what came.</summary>
internal sealed record Seen(string Who, string Address, WebAnswer Answer);

/// <summary>
/// Goes through the site as everybody: follows every link that each role is shown, and then lets each role ask for everything that any of
/// them was shown, and for every address with every id that has a name.
/// </summary>
internal sealed class Crawl(WebHouse web, Addresses addresses)
{
    private const string Nobody = "anonymous";

    /// <summary>How many addresses that read the same by name are followed; the rest are more of the same.</summary>
    private const int Alike = 2;

    private readonly Dictionary<(string Who, string Address), Seen> _seen = [];

    public IReadOnlyCollection<Seen> Answers => _seen.Values;

    public IReadOnlyDictionary<string, Visitor> Visitors { get; private set; } = new Dictionary<string, Visitor>();

    public async Task RunAsync()
    {
        var visitors = new Dictionary<string, Visitor> { [Nobody] = web.Anybody() };
        foreach (var role in Role.SignedIn) visitors[role.Id] = await web.AsAsync(role);
        Visitors = visitors;
        foreach (var (who, visitor) in visitors) await FollowAsync(who, visitor);
        var everything = _seen.Keys.Select(k => k.Address).Concat(addresses.Filled()).Distinct().ToList();
        foreach (var (who, visitor) in visitors)
        {
            foreach (var address in everything) await AskAsync(who, visitor, address);
        }
    }

    private async Task FollowAsync(string who, Visitor visitor)
    {
        var waiting = new Queue<string>(["/"]);
        var followed = new Dictionary<string, int>();
        var queued = new HashSet<string> { "/" };
        while (waiting.TryDequeue(out var address))
        {
            var name = addresses.Named(address);
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
            .Where(l => addresses.RouteOf(l) is not null).Distinct();
    }
}
