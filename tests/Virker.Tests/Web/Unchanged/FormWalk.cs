using Virker.Tests.Support;

namespace Virker.Tests.Web;

/// <summary>A form that somebody is shown.</summary>
internal sealed record ShownForm(Visitor By, string Address, string Key);

/// <summary>
/// Follows the links of the site as one person and finds the forms; a page that is the same page of another thing is
/// read twice.
/// </summary>
internal sealed class FormWalk(Addresses addresses)
{
    private const int Alike = 4;

    private static readonly string[] SameTable = ["udtraek=", "sorter=", "filter=", "side=", "retning="];

    /// <param name="first">Addresses to begin at, beside the front page: things that many others like them would
    /// hide.</param>
    public async Task<IReadOnlyList<ShownForm>> AsAsync(Visitor visitor, params IReadOnlyList<string> first)
    {
        var (waiting, queued, followed) = (
            new Queue<string>(["/", .. first]),
            new HashSet<string>(["/", .. first]),
            new Dictionary<string, int>()
        );
        var forms = new List<ShownForm>();
        while (waiting.TryDequeue(out var address))
        {
            var route = RouteOf(address);
            if ((followed[route] = followed.GetValueOrDefault(route) + 1) > Alike) continue;
            var answer = await visitor.GetAsync(address);
            if (answer.Status != 200 || answer.Response.Content.Headers.ContentType?.MediaType != "text/html")
                continue;
            forms.AddRange(
                SentForm
                    .Of(answer, address)
                    .Where(f => f.Name.Length > 0)
                    .Select(f => new ShownForm(visitor, address, $"{route.Split('?')[0]} {f.Name}"))
            );
            foreach (var link in LinksOf(answer).Where(queued.Add))
                waiting.Enqueue(link);
        }

        return forms;
    }

    /// <summary>The page's own pattern, and which of its questions are asked: "/kommunens-valg?ret".</summary>
    private string RouteOf(string address) =>
        "/"
        + addresses.RouteOf(address)!.RoutePattern.RawText!.TrimStart('/')
        + (
            address.Contains('?')
                ? "?" + string.Join('&', address.Split('?')[1].Split('&').Select(q => q.Split('=')[0]))
                : ""
        );

    private IEnumerable<string> LinksOf(WebAnswer answer) =>
        answer
            .Document.QuerySelectorAll("a[href]")
            .Select(a => a.GetAttribute("href")!)
            .Where(l => l.StartsWith('/') && !l.StartsWith("//", StringComparison.Ordinal))
            .Select(l => l.Split('#')[0])
            .Where(l =>
                !SameTable.Any(s => l.Contains(s, StringComparison.Ordinal)) && addresses.RouteOf(l) is not null
            )
            .Distinct();
}
