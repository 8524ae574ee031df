namespace Virker.Tests.Structure;

/// <summary>
/// Kernel, Rules and Insight give the same answer to the same question, whenever and wherever; and nobody asks the wall
/// for the time.
/// </summary>
public sealed class PurityTests
{
    private static readonly string[] WallClock =
    [
        "System.DateTime::get_Now",
        "System.DateTime::get_UtcNow",
        "System.DateTime::get_Today",
        "System.DateTimeOffset::get_Now",
        "System.DateTimeOffset::get_UtcNow",
        "System.TimeProvider::get_System",
        "System.Environment::get_TickCount",
        "System.Environment::get_TickCount64",
        "System.Guid::CreateVersion7",
    ];

    private static readonly string[] Chance =
    [
        "System.Random::",
        "System.Guid::NewGuid",
        "System.Security.Cryptography.RandomNumberGenerator::",
    ];

    private static readonly string[] Disk =
    [
        "System.IO.File::",
        "System.IO.FileInfo::",
        "System.IO.FileStream::",
        "System.IO.Directory::",
        "System.IO.DirectoryInfo::",
        "System.IO.DriveInfo::",
        "System.IO.Path::GetTemp",
        "System.IO.FileSystemWatcher::",
    ];

    private static readonly string[] Outside =
    [
        "System.Net.",
        "System.Console::",
        "System.Diagnostics.Process::",
        "System.Environment::GetEnvironmentVariable",
        "System.Environment::get_MachineName",
        "System.AppContext::get_BaseDirectory",
        "System.Threading.Thread::Sleep",
    ];

    [Fact]
    public void Kernel_Rules_and_Insight_know_no_clock_chance_disk_or_network() =>
        Wall.Holds(
            House.Pure.SelectMany(name =>
                Found(House.Of(name).Assembly, _ => true, [.. WallClock, .. Chance, .. Disk, .. Outside])
            )
        );

    /// <summary>
    /// Everyone else is handed a TimeProvider; only the place where the house is put together may fall back on the
    /// system's.
    /// </summary>
    [Fact]
    public void Only_composition_roots_ask_for_the_systems_clock() =>
        Wall.Holds(
            House
                .Rooms.Where(r => !House.Pure.Contains(r.Name))
                .SelectMany(room => Found(room.Assembly, use => !IsCompositionRoot(room, use), WallClock))
        );

    /// <summary>
    /// One act opens a sealed CPR number, and it is logged as itself; a second place is a second way to see the number
    /// without saying so.
    /// </summary>
    [Fact]
    public void A_sealed_CPR_number_is_opened_in_one_place() =>
        House
            .Rooms.SelectMany(room => Found(room.Assembly, _ => true, ["Virker.Platform.MunicipalityKeys::Open"]))
            .Select(use => use.Split('.')[2].Split('/')[0])
            .Distinct()
            .ShouldBe(["ShowCprHandler"]);

    /// <summary>
    /// What goes out of the house goes through one door, which asks for a permit that only a connector's switch gives.
    /// </summary>
    [Fact]
    public void One_place_sends_anything_over_the_network() =>
        House
            .Rooms.SelectMany(room =>
                Found(
                    room.Assembly,
                    use => use.InType.Split('/')[0] != "Virker.Platform.Retries",
                    [
                        "System.Net.Http.HttpClient::",
                        "System.Net.Http.HttpMessageInvoker::",
                        "System.Net.Http.SocketsHttpHandler::",
                        "System.Net.Http.HttpClientHandler::",
                        "System.Net.WebRequest::",
                        "System.Net.WebClient::",
                        "System.Net.Sockets.",
                        "System.Net.WebSockets.",
                        "System.Net.Mail.",
                        "System.Net.Dns::",
                        "System.Net.NetworkInformation.",
                        "System.Net.Quic.",
                    ]
                )
            )
            .ShouldBeEmpty();

    [Fact]
    public void Each_wall_falls_for_a_seeded_violation()
    {
        var seeded = Found(
                "Virker.Tests",
                use => use.InType.Contains("Seeded.Impure", StringComparison.Ordinal),
                [.. WallClock, .. Chance, .. Disk, .. Outside]
            )
            .Order()
            .ToList();
        seeded
            .Select(v => v[(v.IndexOf(" uses ", StringComparison.Ordinal) + 6)..])
            .Distinct()
            .ShouldBe(
                [
                    "System.DateTime::get_Now",
                    "System.DateTimeOffset::get_UtcNow",
                    "System.TimeProvider::get_System",
                    "System.DateTime::get_Today",
                    "System.Guid::NewGuid",
                    "System.Random::get_Shared",
                    "System.Random::Next",
                    "System.Security.Cryptography.RandomNumberGenerator::GetInt32",
                    "System.IO.File::ReadAllText",
                    "System.Net.Http.HttpClient::.ctor",
                    "System.Environment::GetEnvironmentVariable",
                ],
                ignoreOrder: true
            );
    }

    private static bool IsCompositionRoot(Room room, Use use) =>
        (room.Name == "Platform" && use.InType == "Virker.Platform.PlatformModule")
        || (
            House.CompositionRoots.Contains(room.Name)
            && use.InType.Split('/')[0]
                is "Program"
                    or "Virker.Web.Program"
                    or "Virker.Web.Composition"
                    or "Virker.Cli.Installation"
        );

    private static List<string> Found(string assembly, Func<Use, bool> counts, string[] refused)
    {
        using var binary = Binary.Of(assembly);
        return
        [
            .. binary
                .Uses()
                .Where(u =>
                    counts(u)
                    && refused.Any(r =>
                        r.EndsWith(':') || r.EndsWith('.') || r.EndsWith("GetTemp", StringComparison.Ordinal)
                            ? u.Member.StartsWith(r, StringComparison.Ordinal)
                            : u.Member == r
                    )
                )
                .Select(u => u.ToString()),
        ];
    }
}
