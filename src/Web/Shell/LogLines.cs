using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace Virker.Web;

/// <summary>
/// Logs as one JSON object a line, scrubbed. Scopes are left out, since the framework puts the request's address in
/// one.
/// </summary>
internal sealed class LogLines(TimeProvider clock) : ConsoleFormatter(FormatterName)
{
    internal const string FormatterName = "virker";

    public override void Write<TState>(in LogEntry<TState> entry, IExternalScopeProvider? scopes, TextWriter writer)
    {
        var line = new Dictionary<string, object?>
        {
            ["at"] = clock.GetUtcNow().ToString("O"),
            ["level"] = entry.LogLevel.ToString(),
            ["source"] = entry.Category,
            ["text"] = entry.Formatter(entry.State, entry.Exception),
        };
        if (entry.State is IEnumerable<KeyValuePair<string, object?>> values)
        {
            foreach (var (name, value) in values.Where(v => v.Key != "{OriginalFormat}"))
                line[JsonNamingPolicy.CamelCase.ConvertName(name)] = value?.ToString();
        }

        if (entry.Exception is { } problem) line["problem"] = problem.ToString();
        writer.WriteLine(Scrubber.Clean(JsonSerializer.Serialize(line, Plain)));
    }

    private static readonly JsonSerializerOptions Plain = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}

internal static class ScrubbedLogging
{
    public static void AddScrubbedLines(this ILoggingBuilder logging)
    {
        logging.ClearProviders();
        logging
            .AddConsole(o => o.FormatterName = LogLines.FormatterName)
            .AddConsoleFormatter<LogLines, ConsoleFormatterOptions>();
        logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Information);
        logging.AddFilter("Microsoft.EntityFrameworkCore.Database.Command", LogLevel.Error);
    }
}
