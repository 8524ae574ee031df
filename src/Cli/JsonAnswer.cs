using Virker.Kernel;

namespace Virker.Cli;

/// <summary>
/// Writes an answer as JSON to standard output and nothing else there; a refusal as one line to standard error with the
/// file's name.
/// </summary>
internal static class JsonAnswer
{
    public static int Write<T>(string path, Func<string, Outcome<T>> read)
    {
        var outcome = Read(path, read);
        if (outcome.IsRefused)
        {
            Console.Error.WriteLine($"{path}: {OneLine(outcome.Refusal.Text)}");
            return 1;
        }

        using var output = Console.OpenStandardOutput();
        JsonOutput.Write(output, outcome.Value, indented: true);
        return 0;
    }

    /// <summary>
    /// Many files, one line of JSON each, in their order: the file and its answer, or the file and why it was not read.
    /// One that cannot be read does not stop the others. Read on all cores.
    /// </summary>
    public static int WriteLines<T>(IReadOnlyList<string> paths, Func<string, Outcome<T>> read, Stream output)
    {
        var refused = 0;
        var lines = paths
            .AsParallel()
            .AsOrdered()
            .WithMergeOptions(ParallelMergeOptions.NotBuffered)
            .Select(path => Line(path, Read(path, read)));
        foreach (var (path, line, error) in lines)
        {
            line.WriteTo(output);
            if (error is null) continue;
            Console.Error.WriteLine($"{path}: {error}");
            refused++;
        }

        return refused == 0 ? 0 : 1;
    }

    private static (string Path, MemoryStream Line, string? Error) Line<T>(string path, Outcome<T> outcome)
    {
        var line = new MemoryStream();
        var error = outcome.IsRefused ? OneLine(outcome.Refusal.Text) : null;
        if (error is null) JsonOutput.Write(line, new { File = path, Answer = outcome.Value }, indented: false);
        else JsonOutput.Write(line, new { File = path, Error = error }, indented: false);
        return (path, line, error);
    }

    private static Outcome<T> Read<T>(string path, Func<string, Outcome<T>> read)
    {
        try
        {
            return read(path);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // A file that the reader has not met before must still end in one clear line.
            return new Refusal(
                "source.unforeseen",
                $"filen kunne ikke læses ({e.GetType().Name}: {OneLine(e.Message)})."
            );
        }
    }

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
