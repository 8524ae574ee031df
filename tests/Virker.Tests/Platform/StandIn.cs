using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Tests.Platform;

/// <summary>
/// A program on this machine that speaks an outside party's protocol, answers what it is told to, and keeps what it was
/// asked.
/// </summary>
internal sealed class StandIn : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Queue<Func<HttpRequest, string, (int Status, string Body)>> _answers = new();

    private StandIn(WebApplication app) => _app = app;

    public List<(string Path, string? Authorization, string Body)> Asked { get; } = [];

    public Uri Address =>
        new(
            _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()
                + "/"
        );

    public static async Task<StandIn> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var standIn = new StandIn(app);
        app.Run(standIn.AnswerAsync);
        await app.StartAsync();
        return standIn;
    }

    /// <summary>The next answer; the last one is given again and again.</summary>
    public StandIn Then(int status, string body) => Then((_, _) => (status, body));

    public StandIn Then(Func<HttpRequest, string, (int Status, string Body)> answer)
    {
        _answers.Enqueue(answer);
        return this;
    }

    public ConnectorAddresses Addresses => new(Address, Address);

    public static Retries Impatient => new(new HttpClient(), _ => TimeSpan.Zero, TimeProvider.System);

    /// <summary>For what is about a party's protocol: every connector is on.</summary>
    public static IConnectors On => new EachIsOn();

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        Asked.Add(
            (
                $"{context.Request.Path}{Uri.UnescapeDataString(context.Request.QueryString.Value!)}",
                context.Request.Headers.Authorization.SingleOrDefault(),
                body
            )
        );
        var (status, text) = (_answers.Count > 1 ? _answers.Dequeue() : _answers.Peek())(context.Request, body);
        context.Response.StatusCode = status;
        await context.Response.WriteAsync(text);
    }

    private sealed class EachIsOn : IConnectors
    {
        public Task<Outcome<OutboundPermit>> PermitAsync(Connector connector, CancellationToken ct = default) =>
            Task.FromResult<Outcome<OutboundPermit>>(new OutboundPermit(connector));
    }
}
