using System.Diagnostics;
using System.Globalization;
using Virker.Insight;

namespace Virker.Bench;

/// <summary>
/// A folder with spells.csv, and beside it the engine's own columns, which are made where they are not there yet.
/// </summary>
internal sealed class Register(string folder)
{
    private readonly string _columns = Path.Combine(folder, "spells.kolonner");

    public string Csv => Path.GetFullPath(Path.Combine(folder, "spells.csv"));

    /// <summary>The table, and how long it took to have it in memory from the columns.</summary>
    public (FactTable Table, double Milliseconds) Load()
    {
        var started = Stopwatch.GetTimestamp();
        if (Read() is { } ready) return (ready, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        Make();
        started = Stopwatch.GetTimestamp();
        return (Read()!, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
    }

    private string Stamp =>
        new FileInfo(Csv) is { Exists: true } csv
            ? string.Create(CultureInfo.InvariantCulture, $"{csv.Length} {csv.LastWriteTimeUtc.Ticks}")
            : "indlæst";

    private FactTable? Read()
    {
        if (!File.Exists(_columns))
            return null;
        using var input = new FileStream(
            _columns,
            FileMode.Open,
            FileAccess.Read,
            FileShare.Read,
            1,
            FileOptions.SequentialScan
        );
        return FactFile.Read(input, SpellRegister.Table, Stamp);
    }

    private void Make()
    {
        using var input = new FileStream(
            Csv,
            FileMode.Open,
            FileAccess.Read,
            FileShare.Read,
            1,
            FileOptions.SequentialScan
        );
        using var output = new FileStream(_columns, FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1 << 16);
        var writer = new FactFileWriter(output, SpellRegister.Table, Stamp);
        new SpellFile(row => throw new InvalidOperationException($"Linje {row.Line}: {row.Reason}")).Read(
            input,
            writer
        );
        writer.Finish();
    }
}
