using System.Text.Encodings.Web;
using System.Text.Json;
using Virker.Kernel;

namespace Virker.Cli;

/// <summary>Writes an answer as JSON to standard output and nothing else there; a refusal as one line to standard error with the file's name.</summary>
internal static class JsonAnswer
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    public static int Write<T>(string path, Func<string, Outcome<T>> read)
    {
        Outcome<T> outcome;
        try
        {
            outcome = read(path);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // A file that the reader has not met before must still end in one clear line.
            outcome = new Refusal("source.unforeseen", $"filen kunne ikke læses ({e.GetType().Name}: {OneLine(e.Message)}).");
        }

        if (outcome.IsRefused)
        {
            Console.Error.WriteLine($"{path}: {OneLine(outcome.Refusal.Text)}");
            return 1;
        }

        using var output = Console.OpenStandardOutput();
        JsonSerializer.Serialize(output, outcome.Value, Options);
        output.WriteByte((byte)'\n');
        return 0;
    }

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
