// How fast the law answers: the refund ladder over whole histories, and every due conversation of a municipality.
//
//   dotnet run -c Release --project bench/Law [-- --persons 1000000] [--citizens 10000] [--write FILE]
//
// --write keeps the histories as three int32 a spell (person, first week, last week; a negative person is a subsidised
// wage), for bench/refund-ladder.py to answer the same question. Everything is made from one fixed seed; nothing is
// read.
using System.Diagnostics;
using System.Globalization;
using Virker.Bench;
using Virker.Rules;

CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("da-DK");
var persons = Number("--persons", 1_000_000);
var histories = Histories.Make(persons);
if (Array.IndexOf(args, "--write") is >= 0 and var at) histories.Write(args[at + 1]);

Console.WriteLine(
    $"| {persons:N0} personer, {histories.Spells.Length:N0} forløb ({(double)histories.Spells.Length / persons:0.0} hver) | svar | sek. | svar i sekundet, én kerne |"
);
Console.WriteLine("|---|---|---|---|");
var law = Ladder.On(new(2025, 6, 30));
var places = new int[persons];
Report(
    "Plads på refusionstrappen",
    persons,
    () =>
        RefundLadder.Weeks(histories.Spells, histories.Ends, law.Week, law.RestartWeeks, law.RestartWithinYears, places)
);
var withBenefit = places.Count(p => p > 0);
long sum = places.Sum(p => (long)p);
Report("Plads og procent", persons, () => law.Percents(histories, places));
Console.WriteLine();
Console.WriteLine(
    $"{withBenefit:N0} har ydelse i ugen; pladserne lagt sammen er {sum} (skal være den samme i refund-ladder.py)."
);

var citizens = Number("--citizens", 10_000);
var courses = Courses.Make(citizens);
Console.WriteLine();
Console.WriteLine($"| {citizens:N0} borgere | svar | sek. | svar i sekundet, én kerne |");
Console.WriteLine("|---|---|---|---|");
Report("Næste samtale for alle, med begrundelse", citizens, () => Courses.Due(courses));
return;

int Number(string name, int otherwise) =>
    Array.IndexOf(args, name) is >= 0 and var place
        ? int.Parse(args[place + 1], CultureInfo.InvariantCulture)
        : otherwise;

static void Report(string what, int answers, Action run)
{
    run();
    var best = Enumerable.Range(0, 5).Select(_ => Timed(run)).Min();
    Console.WriteLine($"| {what} | {answers:N0} | {best.TotalSeconds:0.000} | {answers / best.TotalSeconds:N0} |");
}

static TimeSpan Timed(Action run)
{
    var watch = Stopwatch.StartNew();
    run();
    return watch.Elapsed;
}
