using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Virker.Platform;

namespace Virker.Web;

/// <summary>
/// Sends traces and metrics by OTLP where <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> says to; else there is nothing running.
/// Every tag is scrubbed.
/// </summary>
internal sealed class TelemetryExport(IConfiguration settings) : IHostedService
{
    private TracerProvider? _traces;
    private MeterProvider? _metrics;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(settings["OTEL_EXPORTER_OTLP_ENDPOINT"])) return Task.CompletedTask;
        var resource = ResourceBuilder.CreateDefault().AddService("virker");
        _traces = Sdk.CreateTracerProviderBuilder()
            .SetResourceBuilder(resource)
            .AddSource(Telemetry.Name, "Microsoft.AspNetCore", "Npgsql")
            .AddProcessor(new ScrubTags())
            .AddOtlpExporter()
            .Build();
        _metrics = Sdk.CreateMeterProviderBuilder()
            .SetResourceBuilder(resource)
            .AddMeter(
                Telemetry.Name,
                "Microsoft.AspNetCore.Hosting",
                "Microsoft.AspNetCore.Server.Kestrel",
                "System.Runtime"
            )
            .AddOtlpExporter()
            .Build();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        _traces?.Dispose();
        _metrics?.Dispose();
        return Task.CompletedTask;
    }

    /// <summary>Addresses hold identities, so only the route's pattern goes out.</summary>
    internal sealed class ScrubTags : BaseProcessor<Activity>
    {
        private static readonly string[] Addresses =
        [
            "url.path",
            "url.query",
            "url.full",
            "http.target",
            "db.statement",
            "db.query.text",
            "client.address",
        ];

        public override void OnEnd(Activity data)
        {
            foreach (var tag in Addresses) data.SetTag(tag, null);
            foreach (var (key, value) in data.Tags.ToList())
            {
                if (value is not null && Scrubber.Clean(value) is var clean && clean != value) data.SetTag(key, clean);
            }
        }
    }
}
