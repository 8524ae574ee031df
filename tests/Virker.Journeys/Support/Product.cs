using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Virker.Journeys.Support;

/// <summary>
/// The built product as somebody runs it: a small fictive municipality made by the command line, and the web serving it
/// on a spare port. Started once for all journeys, and stopped with them.
/// </summary>
internal sealed class Product
{
    private const int Inhabitants = 4000;

    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(3);

    private static readonly Lazy<Task<Product>> Started = new(StartAsync);

    private readonly string _folder = Directory.CreateTempSubdirectory("virker-journeys-").FullName;
    private readonly List<string> _said = [];

    private Product()
    {
    }

    /// <summary>"http://localhost:12345": by name, since a passkey belongs to a name.</summary>
    public string Address { get; private set; } = "";

    public static Task<Product> RunningAsync() => Started.Value;

    private static async Task<Product> StartAsync()
    {
        var product = new Product();
        await product.RunAsync(
            "Virker.Cli",
            "demo",
            "create",
            "--inhabitants",
            $"{Inhabitants}",
            "--years",
            "4",
            "--seed",
            "1"
        );
        product.Address = $"http://localhost:{SparePort()}";
        var web = product.Start("Virker.Web", "--urls", product.Address.Replace("localhost", "127.0.0.1"));
        AppDomain.CurrentDomain.ProcessExit += (_, _) => product.Stop(web);
        await product.AnsweringAsync(web);
        return product;
    }

    private async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Start(program, arguments);
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, $"{program} {string.Join(' ', arguments)}:\n{string.Join('\n', _said)}");
    }

    private async Task AnsweringAsync(Process web)
    {
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        var started = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(started) < LongestStart)
        {
            if (web.HasExited) throw new InvalidOperationException($"The web stopped:\n{string.Join('\n', _said)}");
            try
            {
                if ((await client.GetAsync($"{Address}/klar")).StatusCode == HttpStatusCode.OK) return;
            }
            catch (Exception notYet) when (notYet is HttpRequestException or TaskCanceledException)
            {
                // Not listening yet, or busy with the start on a machine that has much else to do.
            }

            await Task.Delay(100);
        }

        throw new InvalidOperationException($"The web does not answer:\n{string.Join('\n', _said)}");
    }

    private Process Start(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(Built(program), $"{program}.dll"), .. arguments])
        {
            WorkingDirectory = _folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["VIRKER_DATA"] = Path.Combine(_folder, "data"),
                ["ASPNETCORE_ENVIRONMENT"] = "Production",
                ["Virker__BudgetFactor"] = "1000",
            },
        };
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private void Keep(string? line)
    {
        lock (_said)
        {
            if (line is not null) _said.Add(line);
        }
    }

    /// <summary>artifacts/bin/Virker.Journeys/debug → artifacts/bin/Virker.Web/debug.</summary>
    private static string Built(string program)
    {
        var mine = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        return Path.Combine(mine.Parent!.Parent!.FullName, program, mine.Name);
    }

    private static int SparePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>The web first: it writes in the folder until it has gone.</summary>
    private void Stop(Process web)
    {
        if (!web.HasExited) web.Kill(entireProcessTree: true);
        web.WaitForExit(5000);
        if (Directory.Exists(_folder)) Directory.Delete(_folder, recursive: true);
    }
}
