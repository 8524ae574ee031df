using System.Diagnostics;
using System.Globalization;
using Virker.Bench;
using Virker.Insight;

// The engine beside a loop written by hand and beside other engines, on the same register, in one run and turn about,
// so that what else the machine does hits all. bench/insight.sh builds it and starts a PostgreSQL for it.
//
//   dotnet run -c Release --project bench/Insight -- REGISTER [--runs 15] [--threads 2] [--slow-runs 3] [--no-loop]
// [--only q1]
//       [--duckdb FOLDER] [--postgres CONNECTION] [--sqlite PROGRAM]
//
// REGISTER holds spells.csv. FOLDER is one where "npm install @duckdb/node-api" has been run; CONNECTION is an empty
// database, as psql takes it ("host=… dbname=…"); PROGRAM is sqlite3. One that takes more than two seconds is asked
// --slow-runs times. Prints Markdown: medians in ms, by the clock; (processor). All answers must be the same.
//
//   dotnet run -c Release --project bench/Insight -- --figures [INHABITANTS]
//
// measures the catalogue's standing figures instead, on facts drawn at random for a municipality of so many.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is ["--figures", ..])
    return StandingFiguresBench.Run(args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 80_000);
if (args.Length == 0)
    throw new InvalidOperationException("REGISTER?");
string? Option(string name) => Array.IndexOf(args, name) is >= 0 and var at ? args[at + 1] : null;
int Number(string name, int otherwise) =>
    Option(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
var (threads, runs, slowRuns) = (Number("--threads", 2), Number("--runs", 15), Number("--slow-runs", 3));
var register = new Register(args[0]);
var (table, loaded) = register.Load();
var engine = new Engine(new(RegisterQuestions.DataDate, "register", [table]), threads);
for (var i = 0; i < 3; i++)
{
    foreach (var question in RegisterQuestions.All) engine.Ask(question.Id, "");
}

var memory = Process.GetCurrentProcess().PeakWorkingSet64 / 1_000_000;
var work = Directory.CreateTempSubdirectory("virker-bench-").FullName;
List<Contender> contenders = [engine];
try
{
    if (!args.Contains("--no-loop"))
        contenders.Add(new ByHand(new(table), threads));
    if (Option("--duckdb") is { } modules)
        contenders.Add(new DuckDb(modules, register.Csv, work, threads));
    if (Option("--postgres") is { } connection)
        contenders.Add(CommandLine.Postgres(connection, register.Csv));
    if (Option("--sqlite") is { } program)
        contenders.Add(CommandLine.Sqlite(program, register.Csv, work));
    var measured = RegisterQuestions
        .All.Where(q => Option("--only") is not { } only || q.Id == only)
        .Select(q => new Comparison(q.Id, contenders, runs, slowRuns))
        .ToList();
    new Report(table.Count, threads, runs, loaded, memory).Write(contenders, measured);
    return measured.All(m => m.IsAgreed) ? 0 : 1;
}
finally
{
    foreach (var contender in contenders) contender.Dispose();
    Directory.Delete(work, recursive: true);
}
