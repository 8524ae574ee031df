using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Virker.Platform;

/// <summary>Virker's own source of traces and metrics. No tag ever holds a person's data.</summary>
public static class Telemetry
{
    public const string Name = "Virker";

    public static readonly ActivitySource Source = new(Name);

    private static readonly Meter Meter = new(Name);

    internal static readonly Histogram<double> UseCases = Meter.CreateHistogram<double>(
        "virker.use_case.duration",
        "ms",
        "Time of a use case, by name and outcome"
    );
}
