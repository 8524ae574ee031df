using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Virker.Platform;
using Virker.Tests.Support;

namespace Virker.Tests.Web;

/// <summary>The same headers on every answer, whatever the status; and what is nobody's gets nothing.</summary>
public sealed partial class HeaderTests
{
    [Fact]
    public async Task Every_answer_carries_the_headers()
    {
        await using var web = await WebHouse.OpenAsync();
        var browser = await web.AsAsync(Role.Administrator);
        var addresses = web
            .Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Select(e =>
                "/" + Parameter().Replace(e.RoutePattern.RawText!.TrimStart('/'), Guid.NewGuid().ToString("N"))
            )
            .Append("/findes-ikke")
            .Distinct()
            .ToList();
        addresses.Count.ShouldBeGreaterThan(10);

        foreach (var address in addresses)
        {
            var answer = await browser.GetAsync(address);
            var policy = answer.Response.Headers.TryGetValues("Content-Security-Policy", out var values)
                ? string.Join(';', values)
                : "";
            policy.ShouldContain("default-src 'none'", customMessage: address);
            policy.ShouldNotContain("unsafe", customMessage: address);
            policy.ShouldContain("frame-ancestors 'none'", customMessage: address);
            policy.ShouldContain("base-uri 'none'", customMessage: address);
            answer.Response.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"], address);
            answer.Response.Headers.GetValues("Referrer-Policy").Single().ShouldBeOneOf("same-origin", "no-referrer");
            answer.Response.Headers.Contains("Server").ShouldBeFalse(address);
        }
    }

    [Fact]
    public async Task Pages_for_somebody_signed_in_are_never_kept()
    {
        await using var web = await WebHouse.OpenAsync();
        var browser = await web.AsAsync(Role.CaseWorker);

        (await browser.GetAsync("/")).Response.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    [Fact]
    public async Task A_host_that_is_no_municipality_gets_nothing()
    {
        await using var web = await WebHouse.OpenAsync();
        var browser = web.Anybody("ukendt.test");

        var answer = await browser.GetAsync("/log-ind");

        answer.Status.ShouldBe(421);
        answer.Text.ShouldNotContain("Kommune", Case.Sensitive);
    }

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();
}
