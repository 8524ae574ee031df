using Virker.Insight;
using Virker.Kernel;

namespace Virker.Cli;

/// <summary>
/// A folder with a register of spells: the file as it was received, the engine's own columns of it, and the rows that
/// were not taken.
/// </summary>
internal sealed class RegisterFolder(DirectoryInfo folder)
{
    private const string Spells = "spells.csv";
    private const string AnyStamp = "indlæst";

    private string Columns => Path.Combine(folder.FullName, "spells.kolonner");

    /// <summary>Rows that could not be used, with line and reason; not there when every row could.</summary>
    public string Rejected => Path.Combine(folder.FullName, "afviste-linjer.csv");

    /// <summary>
    /// From the columns where they are of the file as it is now, or were imported without one; else they are made
    /// first, in the folder where one may write there.
    /// </summary>
    public FactTable Load(Action<string> say)
    {
        var csv = new FileInfo(Path.Combine(folder.FullName, Spells));
        var stamp = csv.Exists ? StampOf(csv) : AnyStamp;
        if (Read(Columns, stamp) is { } ready)
            return ready;
        if (!csv.Exists)
            throw new IOException($"{folder.Name}: der er hverken {Spells} eller et indlæst register i mappen.");
        if (IsWritable())
            Import(csv, stamp, isWeekly: false, say);
        return Read(Columns, stamp) ?? FromElsewhere(csv, stamp, say);
    }

    /// <summary>What the outside calls the persons, by the table's numbers.</summary>
    public int[] Keys(FactTable table)
    {
        using var input = File.OpenRead(Columns);
        return FactFile.ReadKeys(input, table);
    }

    /// <summary>
    /// Reads a file into the folder's columns; once more with the same file gives the same columns. Answers lines read,
    /// rows kept and rows rejected.
    /// </summary>
    public (long Lines, int Kept, int Rejected) Import(FileInfo file, bool isWeekly, Action<string> say)
    {
        folder.Create();
        return Import(file, IsOwn(file) ? StampOf(file) : AnyStamp, isWeekly, say);
    }

    private (long Lines, int Kept, int Rejected) Import(FileInfo file, string stamp, bool isWeekly, Action<string> say)
    {
        var draft = $"{Columns}.{Environment.ProcessId}";
        try
        {
            using var log = new RejectedLog(Rejected);
            var counts = Make(file, draft, stamp, isWeekly, log, say);
            File.Move(draft, Columns, overwrite: true);
            return (counts.Lines, counts.Kept, log.Count);
        }
        finally
        {
            File.Delete(draft);
        }
    }

    private bool IsOwn(FileInfo file) => file.FullName == Path.Combine(folder.FullName, Spells);

    /// <summary>A changed file has another length or another time.</summary>
    private static string StampOf(FileInfo file) => $"{file.Length} {file.LastWriteTimeUtc.Ticks}";

    private static (long Lines, int Kept) Make(
        FileInfo file,
        string columns,
        string stamp,
        bool isWeekly,
        RejectedLog log,
        Action<string> say
    )
    {
        using var input = new FileStream(
            file.FullName,
            FileMode.Open,
            FileAccess.Read,
            FileShare.Read,
            1,
            FileOptions.SequentialScan
        );
        using var output = new FileStream(columns, FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1 << 16);
        var writer = new FactFileWriter(output, SpellRegister.Table, stamp);
        var progress = new Progress(say, isWeekly ? 100_000 : 2_000_000);
        var lines = isWeekly
            ? new WeeklyReader(log.Add, progress.Show).Read(new StreamReader(input), writer)
            : new SpellFile(log.Add, progress.Show).Read(input, writer);
        writer.Finish();
        return (lines, writer.Rows);
    }

    /// <summary>
    /// Where nothing may be written, the columns are made among the temporary files and taken away again.
    /// </summary>
    private static FactTable FromElsewhere(FileInfo csv, string stamp, Action<string> say)
    {
        var own = Directory.CreateTempSubdirectory("virker-register-");
        try
        {
            var elsewhere = new RegisterFolder(own);
            elsewhere.Import(csv, stamp, isWeekly: false, say);
            return Read(elsewhere.Columns, stamp)
                ?? throw new IOException($"{csv.Name} kunne ikke gøres til kolonner.");
        }
        finally
        {
            own.Delete(recursive: true);
        }
    }

    private static FactTable? Read(string columns, string stamp)
    {
        if (!File.Exists(columns))
            return null;
        using var input = new FileStream(
            columns,
            FileMode.Open,
            FileAccess.Read,
            FileShare.Read,
            1,
            FileOptions.SequentialScan
        );
        return FactFile.Read(input, SpellRegister.Table, stamp);
    }

    private bool IsWritable()
    {
        try
        {
            using var probe = new FileStream(
                Path.Combine(folder.FullName, $".virker-{Environment.ProcessId}"),
                FileMode.Create,
                FileAccess.Write,
                FileShare.None,
                1,
                FileOptions.DeleteOnClose
            );
            return true;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>
    /// Says after each so many lines how far it is; a line of weeks is as long as hundreds of spells.
    /// </summary>
    private sealed class Progress(Action<string> say, long step)
    {
        private long _said;

        public void Show(long lines)
        {
            if (lines / step == _said) return;
            _said = lines / step;
            say(string.Create(Danish.Culture, $"{lines:N0} linjer læst"));
        }
    }
}

/// <summary>
/// The rows that were not taken, as a file that a spreadsheet opens; without such rows there is no file.
/// </summary>
internal sealed class RejectedLog : IDisposable
{
    private readonly string _path;
    private StreamWriter? _file;

    public RejectedLog(string path)
    {
        _path = path;
        File.Delete(path);
    }

    public int Count { get; private set; }

    public void Add(RejectedRow row)
    {
        if (_file is null)
        {
            _file = new(_path, append: false, new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
            _file.WriteLine("linje;grund;tekst");
        }

        _file.WriteLine($"{row.Line};{Quoted(row.Reason)};{Quoted(row.Text)}");
        Count++;
    }

    private static string Quoted(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    public void Dispose() => _file?.Dispose();
}
