using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text;
using OpenTelemetry;
using OpenTelemetry.Trace;
using Virker.Platform;
using Virker.Tests.Support;
using Virker.Web;

namespace Virker.Tests.Structure;

/// <summary>
/// A CPR number is typed, searched for, shown, written in a note and put in an address by hand; and is then looked for
/// everywhere it must not be.
/// </summary>
public sealed class CprLeakTests
{
    [Fact]
    public async Task A_CPR_number_stands_in_no_log_trace_metric_address_file_name_or_database_file()
    {
        using var metrics = new KeptMetrics();
        var spans = new ConcurrentQueue<string>();
        using var traces = Sdk.CreateTracerProviderBuilder()
            .AddSource("*")
            .AddProcessor(new TelemetryExport.ScrubTags())
            .AddProcessor(new KeepSpans(spans))
            .Build();
        await using var web = await WebHouse.OpenAsync();
        var cpr = SmallTown.CprOf(new(1985, 3, 14)).Digits;
        var locations = await UseAsync(web, cpr);

        web.Lines.All.Count.ShouldBeGreaterThan(3);
        spans.Count.ShouldBeGreaterThan(3);
        metrics.Tags.Count.ShouldBeGreaterThan(3);
        Holding(cpr, web.Lines.All).ShouldBeEmpty("log lines");
        Holding(cpr, spans).ShouldBeEmpty("spans");
        Holding(cpr, metrics.Tags).ShouldBeEmpty("metrics");
        Holding(cpr, locations).ShouldBeEmpty("addresses");
        var files = Directory.EnumerateFiles(web.Folder, "*", SearchOption.AllDirectories).ToList();
        Holding(cpr, files).ShouldBeEmpty("file names");
        Holding(cpr, files.Where(f => !f.EndsWith("-shm", StringComparison.Ordinal)).Select(Read))
            .ShouldBeEmpty("files");
    }

    [Fact]
    public void The_search_finds_a_planted_number()
    {
        Holding(
                "1403851234",
                ["a line with 140385-1234 in it", "and 1403851234", "and 140385 1234", "but 140385 alone"]
            )
            .Count()
            .ShouldBe(3);
    }

    /// <summary>Everything that a person does with a number; answers the addresses they were led to.</summary>
    private static async Task<IReadOnlyList<string>> UseAsync(WebHouse web, string cpr)
    {
        var worker = await web.AsAsync(Role.CaseWorker);
        var search = await worker.GetAsync("/soeg");
        var citizen = $"/borgere/{web.Town.Own}";
        WebAnswer[] answers =
        [
            await search.SubmitAsync("soeg", ("Text", cpr)),
            await search.SubmitAsync("soeg", ("Text", $"{cpr[..6]}-{cpr[6..]}")),
            await (await worker.GetAsync(citizen)).SubmitAsync("cpr"),
            await (await worker.GetAsync($"{citizen}/notater/nyt")).SubmitAsync(
                "notat",
                ("Title", "Oplysning"),
                ("Text", "Borgeren ringede og nævnte sit nummer.")
            ),
            await worker.GetAsync($"/soeg?Text={cpr}"),
            await worker.GetAsync($"/borgere/{cpr}"),
            await worker.GetAsync($"/findes-ikke/{cpr[..6]}-{cpr[6..]}"),
            await web.Anybody().GetAsync($"/borgere?cpr={cpr}"),
        ];
        answers[2]
            .Words.ShouldContain(
                $"{cpr[..6]}-{cpr[6..]}",
                customMessage: "the number is shown to the one who asks, so it was there to leak"
            );
        return [.. answers.Take(4).Select(a => a.Location).OfType<string>()];
    }

    private static IEnumerable<string> Holding(string cpr, IEnumerable<string> texts) =>
        texts.Where(t =>
            t.Contains(cpr, StringComparison.Ordinal)
            || t.Contains($"{cpr[..6]}-{cpr[6..]}", StringComparison.Ordinal)
            || t.Contains($"{cpr[..6]} {cpr[6..]}", StringComparison.Ordinal)
        );

    private static string Read(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file, Encoding.Latin1);
        return reader.ReadToEnd();
    }

    private sealed class KeepSpans(ConcurrentQueue<string> spans) : BaseProcessor<Activity>
    {
        public override void OnEnd(Activity data) =>
            spans.Enqueue(
                $"{data.DisplayName} {string.Join(' ', data.TagObjects.Select(t => $"{t.Key}={t.Value}"))} {string.Join(' ', data.Events.SelectMany(e => e.Tags).Select(t => t.Value))}"
            );
    }

    /// <summary>Every tag of every measurement that the program makes while it lives.</summary>
    private sealed class KeptMetrics : IDisposable
    {
        private readonly MeterListener _listener = new();

        public KeptMetrics()
        {
            _listener.InstrumentPublished = (instrument, listener) => listener.EnableMeasurementEvents(instrument);
            _listener.SetMeasurementEventCallback<double>((_, _, tags, _) => Keep(tags));
            _listener.SetMeasurementEventCallback<long>((_, _, tags, _) => Keep(tags));
            _listener.SetMeasurementEventCallback<int>((_, _, tags, _) => Keep(tags));
            _listener.Start();
        }

        public ConcurrentQueue<string> Tags { get; } = new();

        public void Dispose() => _listener.Dispose();

        private void Keep(ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            foreach (var tag in tags) Tags.Enqueue($"{tag.Key}={tag.Value}");
        }
    }
}
