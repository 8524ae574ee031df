using System.Diagnostics;
using System.Globalization;
using Virker.Bench;
using Virker.Insight;

// The engine beside loops written by hand, in one process and turn about, so that what else the machine does hits both.
//
//   dotnet run -c Release --project bench/Insight -- DIR [RUNS] [THREADS]
//
// DIR holds spells.csv, or spells.kolonner made of it by "insight query" or "insight import". Prints a Markdown table: medians of wall clock and of processor time, in ms.
var folder = args.ElementAtOrDefault(0) ?? throw new InvalidOperationException("DIR?");
var runs = int.Parse(args.ElementAtOrDefault(1) ?? "15", CultureInfo.InvariantCulture);
var threads = int.Parse(args.ElementAtOrDefault(2) ?? "2", CultureInfo.InvariantCulture);
var table = Load(folder);
var store = new FactStore(RegisterQuestions.DataDate, "register", [table]);
var loops = new HandLoops(table);
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{table.Count} forløb, {threads} tråd(e), {runs} kørsler\n\n| | motor, ms | løkke, ms | forhold | motor, processor | løkke, processor | forhold |\n|---|--:|--:|--:|--:|--:|--:|"));
foreach (var question in RegisterQuestions.All)
{
    var (engine, loop) = (new List<(double Wall, double Cpu)>(), new List<(double Wall, double Cpu)>());
    var same = question.Ask(store, threads).Sum == loops.Ask(question.Id, threads);
    for (var run = 0; run < runs; run++)
    {
        engine.Add(Timed(() => question.Ask(store, threads)));
        loop.Add(Timed(() => loops.Ask(question.Id, threads)));
    }

    var (wall, hand, cpu, handCpu) = (Median(engine, t => t.Wall), Median(loop, t => t.Wall), Median(engine, t => t.Cpu), Median(loop, t => t.Cpu));
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {question.Id}{(same ? "" : " (FORSKELLIGE SVAR)")} | {wall:0.0} | {hand:0.0} | {wall / hand:0.00} | {cpu:0.0} | {handCpu:0.0} | {cpu / handCpu:0.00} |"));
}

static (double Wall, double Cpu) Timed(Action work)
{
    var (used, started) = (Environment.CpuUsage.TotalTime, Stopwatch.GetTimestamp());
    work();
    return (Stopwatch.GetElapsedTime(started).TotalMilliseconds, (Environment.CpuUsage.TotalTime - used).TotalMilliseconds);
}

static double Median(List<(double Wall, double Cpu)> times, Func<(double Wall, double Cpu), double> of) => times.Select(of).Order().ElementAt(times.Count / 2);

static FactTable Load(string folder)
{
    var columns = new RegisterColumns(folder);
    using var stream = columns.Open();
    return FactFile.Read(stream, SpellRegister.Declaration, columns.Stamp) ?? throw new InvalidOperationException("Kør først ./virker insight query --register DIR --query q1");
}

internal sealed class RegisterColumns(string folder)
{
    private readonly FileInfo _csv = new(Path.Combine(folder, "spells.csv"));

    public string Stamp => _csv.Exists ? $"{_csv.Length} {_csv.LastWriteTimeUtc.Ticks}" : "indlæst";

    public Stream Open() => File.OpenRead(Path.Combine(folder, "spells.kolonner"));
}
