using Virker.Insight;
using Virker.Kernel;

namespace Virker.Cli;

/// <summary>A folder with a register of spells: the file as it was received, the engine's own columns of it, and the rows that were not taken.</summary>
internal static class RegisterFolder
{
    private const string Spells = "spells.csv";

    /// <summary>From the columns where they are of the file as it is now; else they are made first.</summary>
    public static FactTable Load(DirectoryInfo folder)
    {
        var csv = new FileInfo(Path.Combine(folder.FullName, Spells));
        if (!csv.Exists) throw new IOException($"{folder.Name}: der er ingen {Spells} i mappen.");
        var columns = Path.Combine(folder.FullName, "spells.kolonner");
        if (Open(columns, Stamp(csv)) is { } ready) return ready;
        if (!IsWritable(folder)) columns = Path.Combine(Path.GetTempPath(), $"virker-{Environment.ProcessId}.kolonner");
        try
        {
            Make(csv, columns, row => Console.Error.WriteLine($"{Spells}, linje {row.Line}: {row.Reason}"));
            return Open(columns, Stamp(csv)) ?? throw new IOException($"{columns} kunne ikke læses igen.");
        }
        finally
        {
            if (!columns.StartsWith(folder.FullName, StringComparison.Ordinal)) File.Delete(columns);
        }
    }

    private static void Make(FileInfo csv, string columns, Action<RejectedRow> reject)
    {
        using var input = new FileStream(csv.FullName, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.SequentialScan);
        using var output = new FileStream(columns, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16);
        var writer = new FactFileWriter(output, SpellRegister.Declaration, Stamp(csv));
        new SpellFile(reject).Read(input, writer);
        writer.Finish();
    }

    private static FactTable? Open(string columns, string stamp)
    {
        if (!File.Exists(columns)) return null;
        using var input = new FileStream(columns, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.SequentialScan);
        return FactFile.Read(input, SpellRegister.Declaration, stamp);
    }

    /// <summary>A changed file has another length or another time.</summary>
    private static string Stamp(FileInfo file) => $"{file.Length} {file.LastWriteTimeUtc.Ticks}";

    private static bool IsWritable(DirectoryInfo folder)
    {
        try
        {
            using var probe = new FileStream(Path.Combine(folder.FullName, $".virker-{Environment.ProcessId}"), FileMode.Create, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
            return true;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
