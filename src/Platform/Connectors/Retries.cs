using System.Net;
using Virker.Kernel;

namespace Virker.Platform;

/// <summary>
/// The only way out of the house. Sends a request to an outside party that is switched on, and again where it failed in
/// passing: no answer, too many requests, or an error of its own.
/// </summary>
internal sealed class Retries(HttpClient http, Func<int, TimeSpan> pause, TimeProvider clock)
{
    private const int MostTries = 4;
    private const int MostBytes = 64 * 1024 * 1024;

    private static readonly HttpRequestOptionsKey<string> Asked = new("connector");
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    /// <summary>As a running house waits: one, two, four seconds.</summary>
    public static Retries With(TimeProvider clock) =>
        new(
            new(
                new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5), AllowAutoRedirect = false }
            )
            {
                Timeout = TimeSpan.FromSeconds(60),
                MaxResponseContentBufferSize = MostBytes,
            },
            tries => TimeSpan.FromSeconds(Math.Pow(2, tries - 1)),
            clock
        );

    public async Task<Outcome<(HttpStatusCode Status, string Body)>> SendAsync(
        OutboundPermit permit,
        Func<HttpRequestMessage> make,
        CancellationToken ct
    )
    {
        for (var tries = 1; ; tries++)
        {
            var wait = pause(tries);
            try
            {
                using var request = make();
                request.Options.Set(Asked, permit.Connector.Id);
                using var response = await http.SendAsync(request, ct);
                if (!IsPassing(response.StatusCode) || tries == MostTries)
                    return (response.StatusCode, await response.Content.ReadAsStringAsync(ct));
                if (response.Headers.RetryAfter?.Delta is { } asked && asked <= LongestPause)
                    wait = asked;
            }
            catch (Exception problem)
                when (problem is HttpRequestException or TaskCanceledException && !ct.IsCancellationRequested)
            {
                if (tries == MostTries)
                    return new Refusal(
                        "connector.no-answer",
                        "Der kom intet svar. Prøv igen senere, eller indlæs tallene fra en fil."
                    );
            }

            if (wait > TimeSpan.Zero) await Task.Delay(wait, clock, ct);
        }
    }

    private static bool IsPassing(HttpStatusCode status) =>
        status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests || (int)status >= 500;
}
