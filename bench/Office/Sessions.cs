using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Virker.Bench;

internal enum OfficePage
{
    Today,
    Citizen,
}

/// <summary>Where the pages are asked for: Virker, or the bare ones.</summary>
internal sealed record Place(string Name, Uri Address, bool IsBare);

/// <summary>One signed-in case worker and the citizens on their list.</summary>
internal sealed record Session(string Cookie, string Worker, IReadOnlyList<string> Citizens);

/// <summary>
/// The case workers at their desks: closed loops, each of which asks for a page, waits for all of it, thinks, and asks
/// for the next.
/// </summary>
internal sealed partial class Sessions(IReadOnlyList<Session> all, HttpClient http)
{
    public int Count => all.Count;

    public static async Task<Sessions> SignInAsync(Uri address, int workers)
    {
        var http = new HttpClient(
            new SocketsHttpHandler
            {
                UseCookies = false,
                AllowAutoRedirect = false,
                MaxConnectionsPerServer = 1000,
            }
        );
        var first = await http.GetAsync(new Uri(address, "/log-ind"));
        var html = await first.Content.ReadAsStringAsync();
        var form = DemoForm().Match(html).Value;
        var hidden = HiddenField()
            .Matches(form)
            .Select(m => KeyValuePair.Create(m.Groups[1].Value, System.Net.WebUtility.HtmlDecode(m.Groups[2].Value)))
            .ToList();
        var ids = Person()
            .Matches(form)
            .Where(m => m.Value.Contains("data-role=\"case-worker\"", StringComparison.Ordinal))
            .Select(m => m.Groups[1].Value)
            .Take(workers)
            .ToList();
        if (ids.Count < workers)
            throw new InvalidOperationException($"Kun {ids.Count} af {workers} konti; kør accounts først.");
        var sessions = new List<Session>();
        foreach (var id in ids)
        {
            using var ask = new HttpRequestMessage(HttpMethod.Post, new Uri(address, "/log-ind"))
            {
                Content = new FormUrlEncodedContent([.. hidden, new("AccountId", id)]),
            };
            ask.Headers.Add("Cookie", Cookies(first));
            using var answer = await http.SendAsync(ask);
            var cookie = $"{Cookies(first)}; {Cookies(answer)}";
            using var list = new HttpRequestMessage(HttpMethod.Get, new Uri(address, "/i-dag"));
            list.Headers.Add("Cookie", cookie);
            using var seen = await http.SendAsync(list);
            seen.EnsureSuccessStatusCode();
            var citizens = CitizenLink()
                .Matches(await seen.Content.ReadAsStringAsync())
                .Select(m => m.Groups[1].Value)
                .Distinct()
                .ToList();
            sessions.Add(new(cookie, Guid.Parse(id).ToString("N"), citizens));
        }

        return new(sessions, http);
    }

    /// <summary>Every page many times, so that no code is met for the first time while it is timed.</summary>
    public async Task WarmAsync(Place place, int seconds)
    {
        foreach (var page in Enum.GetValues<OfficePage>()) await MeasureAsync(page, place, 0, seconds);
    }

    public async Task<string> MeasureAsync(OfficePage page, Place place, int think, int seconds)
    {
        var (times, failed, until) = (
            new List<double>[all.Count],
            0,
            Stopwatch.GetTimestamp() + (seconds * Stopwatch.Frequency)
        );
        await Task.WhenAll(
            all.Select(
                (session, number) =>
                    Task.Run(async () =>
                    {
                        var (own, draw) = (times[number] = [], new Random(number));
                        await Task.Delay(draw.Next(think + 1));
                        for (var turn = 0; Stopwatch.GetTimestamp() < until; turn++)
                        {
                            using var ask = new HttpRequestMessage(
                                HttpMethod.Get,
                                new Uri(place.Address, Path(page, session, turn, place.IsBare))
                            );
                            ask.Headers.Add("Cookie", session.Cookie);
                            var began = Stopwatch.GetTimestamp();
                            using var answer = await http.SendAsync(ask, HttpCompletionOption.ResponseContentRead);
                            own.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
                            if ((int)answer.StatusCode != 200)
                                Interlocked.Increment(ref failed);
                            if (think > 0)
                                await Task.Delay((think / 2) + draw.Next(think));
                        }
                    })
            )
        );
        var sorted = times.SelectMany(t => t).Order().ToList();
        double At(double share) => sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * share))];
        return $"| {(page == OfficePage.Today ? "I dag" : "Borgerens side")} | {place.Name} | {sorted.Count} | {sorted.Count / (double)seconds:0} | {At(0.5):0.0} | {At(0.99):0.0} | {sorted[^1]:0.0} | {failed} |";
    }

    private static string Path(OfficePage page, Session session, int turn, bool isBare)
    {
        var citizen = session.Citizens.Count == 0 ? "" : session.Citizens[turn % session.Citizens.Count];
        return page == OfficePage.Today || citizen.Length == 0
            ? (isBare ? $"/i-dag/{session.Worker}" : "/i-dag")
            : $"/borgere/{citizen}";
    }

    private static string Cookies(HttpResponseMessage answer) =>
        string.Join(
            "; ",
            answer.Headers.TryGetValues("Set-Cookie", out var set) ? set.Select(c => c.Split(';')[0]) : []
        );

    [GeneratedRegex("<form[^>]*>(?:(?!</form>)[\\s\\S])*?data-role=[\\s\\S]*?</form>")]
    private static partial Regex DemoForm();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")]
    private static partial Regex HiddenField();

    [GeneratedRegex("<button[^>]*value=\"([^\"]+)\"[^>]*data-role[\\s\\S]*?</button>")]
    private static partial Regex Person();

    [GeneratedRegex("\"/borgere/([0-9a-f]{32})\"")]
    private static partial Regex CitizenLink();
}
