using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Virker.Insight;

namespace Virker.Bench;

/// <summary>
/// DuckDB in a process of its own that stays, asked from its table and from Parquet, written plainly and with
/// difference events.
/// </summary>
internal sealed class DuckDb : Contender
{
    private readonly Process _process;

    public DuckDb(string modules, string csv, string work, int threads)
        : base("DuckDB")
    {
        _process = Programs.Start(
            "node",
            [
                Programs.File("duckdb.mjs"),
                modules,
                csv,
                Programs.File("sql/duckdb"),
                work,
                threads.ToString(CultureInfo.InvariantCulture),
            ]
        );
        Version = Answer().GetProperty("version").GetString()!;
    }

    public string Version { get; }

    public override IReadOnlyList<string> Ways(string question) =>
        [
            .. from text in Programs.TextsOf("duckdb", question)
            from source in new[] { "table", "parquet" }
            select $"{text} {source}",
        ];

    public override Asked Ask(string question, string way)
    {
        _process.StandardInput.WriteLine(way);
        _process.StandardInput.Flush();
        var answer = Answer();
        return new(answer.GetProperty("ms").GetDouble(), null, new(Whole("rows"), Whole("sum"), Whole("check")));

        // As text: a check sum is larger than what a number in JSON holds exactly.
        long Whole(string property) =>
            long.Parse(answer.GetProperty(property).GetString()!, CultureInfo.InvariantCulture);
    }

    private JsonElement Answer() =>
        JsonDocument
            .Parse(_process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("DuckDB holdt op."))
            .RootElement;

    public override void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
    }
}

/// <summary>An engine that is asked through its own command line, one process for each question.</summary>
internal sealed class CommandLine(
    string name,
    string folder,
    Func<string, (string Program, string[] Arguments, string Input)> command
) : Contender(name)
{
    public override IReadOnlyList<string> Ways(string question) => Programs.TextsOf(folder, question);

    public override Asked Ask(string question, string way)
    {
        var (program, arguments, input) = command(File.ReadAllText(Programs.File($"sql/{folder}/{way}.sql")));
        var started = Stopwatch.GetTimestamp();
        var numbers = Programs
            .Run(program, arguments, input)
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1]
            .Split(',')
            .Select(n => long.Parse(n, CultureInfo.InvariantCulture))
            .ToArray();
        return new(Stopwatch.GetElapsedTime(started).TotalMilliseconds, null, new(numbers[0], numbers[1], numbers[2]));
    }

    public static CommandLine Postgres(string connection, string csv)
    {
        string[] quiet = ["-X", "-q", "-A", "-t", "-F", ",", "-v", "ON_ERROR_STOP=1", "-d", connection];
        using var rows = File.OpenRead(csv);
        Programs.Run("psql", [.. quiet, "-f", Programs.File("sql/postgres/load.sql")], rows);
        return new("PostgreSQL", "postgres", sql => ("psql", [.. quiet, "-f", "-"], sql));
    }

    public static CommandLine Sqlite(string program, string csv, string work)
    {
        var database = Path.Combine(work, "spells.sqlite");
        Programs.Run(
            program,
            [database],
            File.ReadAllText(Programs.File("sql/sqlite/load.sql")).Replace("$CSV", csv, StringComparison.Ordinal)
        );
        return new(
            "SQLite",
            "sqlite",
            sql =>
                (
                    program,
                    ["-csv", database],
                    $"pragma cache_size=-2000000; pragma mmap_size=8000000000; pragma temp_store=memory;\n{sql}"
                )
        );
    }
}

/// <summary>Other programs, and the texts beside this one.</summary>
internal static class Programs
{
    public static string File(string name) => Path.Combine(AppContext.BaseDirectory, name);

    /// <summary>
    /// The ways that a question is written for an engine: plainly, and where there is one with difference events.
    /// </summary>
    public static IReadOnlyList<string> TextsOf(string folder, string question) =>
        [
            .. Directory
                .GetFiles(File($"sql/{folder}"), $"{question}*.sql")
                .Select(f => Path.GetFileNameWithoutExtension(f))
                .Order(),
        ];

    public static Process Start(string program, IEnumerable<string> arguments) =>
        Process.Start(
            new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true }
        )!;

    public static string Run(string program, IEnumerable<string> arguments, string input) =>
        Run(program, arguments, new MemoryStream(System.Text.Encoding.UTF8.GetBytes(input)));

    public static string Run(string program, IEnumerable<string> arguments, Stream input)
    {
        using var process = Start(program, arguments);
        using (var standard = process.StandardInput.BaseStream) input.CopyTo(standard);
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? output
            : throw new InvalidOperationException($"{program} svarede {process.ExitCode}.");
    }
}
