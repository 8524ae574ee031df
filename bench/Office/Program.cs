using System.Globalization;
using Virker.Bench;

// A jobcenter's case workers at once: each has a session of their own, opens the list of the day and then citizens from
// it, and thinks between pages. Beside Virker stands a bare page: the same register, the same facts by plain SQL, one
// after another, written out with no layout, no sign-in and no access log.
//
//   dotnet run -c Release --project bench/Office -- accounts DATA [--workers 50]      gives the workers with most cases
// an account each in a THROWAWAY data folder (server stopped)
//   dotnet run -c Release --project bench/Office -- run DATA ADDRESS [--workers 50] [--think 1000] [--seconds 60]
//   dotnet run -c Release --project bench/Office -- law DATA [--turns 3]             how long after an approved rule
// every due date stands anew; in a THROWAWAY data folder
//
// Start the server on DATA with Virker__BudgetFactor=1000, or it holds a session's many requests back. Prints a
// Markdown table in milliseconds.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
if (args.Length < 2 || args[0] is not ("accounts" or "run" or "law") || (args[0] == "run" && args.Length < 3))
    return Wrong("Skriv: accounts DATA, eller: run DATA ADRESSE, eller: law DATA");
int Number(string name, int usual) =>
    Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length
        ? int.Parse(args[at + 1], CultureInfo.InvariantCulture)
        : usual;
var database = Directory.GetFiles(args[1], "virker.db", SearchOption.AllDirectories).FirstOrDefault();
if (database is null) return Wrong($"Der er ingen virker.db under {args[1]}.");
if (args[0] == "law") return await LawChange.MeasureAsync(args[1], Number("--turns", 3));
var workers = Number("--workers", 50);
if (args[0] == "accounts")
{
    Console.WriteLine($"{OfficeAccounts.Give(database, workers)} sagsbehandlere kan logge ind.");
    return 0;
}

var address = new Uri(args[2]);
if (!address.IsLoopback) return Wrong("Kun en server på denne maskine.");
var (think, seconds) = (Number("--think", 1000), Number("--seconds", 60));
await using var bare = await BarePages.StartAsync(database);
var office = await Sessions.SignInAsync(address, workers);
Console.WriteLine(
    $"{office.Count} sagsbehandlere på én gang, {think} ms mellem en side og den næste, {seconds} s for hver række\n\n| Side | Hvor | Sider | Sider/s | Median | p99 | Længste | Fejl |\n|---|---|--:|--:|--:|--:|--:|--:|"
);
Place[] places = [new("Virker", address, false), new("nøgen side", bare.Address, true)];
foreach (var place in places) await office.WarmAsync(place, seconds: place.IsBare ? 2 : 10);
foreach (var page in Enum.GetValues<OfficePage>())
{
    foreach (var place in places) Console.WriteLine(await office.MeasureAsync(page, place, think, seconds));
}

return 0;

static int Wrong(string text)
{
    Console.Error.WriteLine(text);
    return 2;
}
