namespace Virker.Tests.Structure;

/// <summary>
/// The tiers of the house: each project and what it may refer to. The one place where that is written; what stands on
/// disk must equal it.
/// </summary>
internal static class House
{
    private const string Table = """
        0 Kernel:
        1 Rules: Kernel
        1 Insight: Kernel
        1 Platform: Kernel
        2 Office: Kernel Rules Insight Platform
        3 Casework: Kernel Rules Insight Platform Office
        5 Companies: Kernel Rules Insight Platform Office Casework
        5 Newcomers: Kernel Rules Insight Platform Office Casework
        5 Youth: Kernel Rules Insight Platform Office Casework
        5 Economy: Kernel Rules Insight Platform Office Casework
        5 Targets: Kernel Insight Platform
        6 Committee: Kernel Rules Platform Insight Office Targets
        6 SelfService: Kernel Rules Platform Office Casework Companies
        7 Demo: Kernel Rules Insight Platform Office Casework Companies Newcomers Youth Economy Targets Committee SelfService
        8 Web: Kernel Rules Insight Platform Office Casework Companies Newcomers Youth Economy Targets Committee SelfService Demo
        8 Cli: Kernel Rules Insight Platform Office Casework Companies Newcomers Youth Economy Targets Committee SelfService Demo
        """;

    public static readonly IReadOnlyList<Room> Rooms =
    [
        .. Table.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Read),
    ];

    /// <summary>The BCL only: no package, no clock, no chance, no disk, no network.</summary>
    public static readonly IReadOnlyList<string> Pure = ["Kernel", "Rules", "Insight"];

    /// <summary>Where the house is put together; only here may the system's clock be asked for.</summary>
    public static readonly IReadOnlyList<string> CompositionRoots = ["Web", "Cli"];

    public static Room Of(string name) => Rooms.Single(r => r.Name == name);

    private static Room Read(string line)
    {
        var (head, mayRefer) = (line[..line.IndexOf(':')], line[(line.IndexOf(':') + 1)..]);
        return new(int.Parse(head[..1]), head[2..], mayRefer.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }
}

internal sealed record Room(int Tier, string Name, IReadOnlyList<string> MayRefer)
{
    public string Assembly => $"Virker.{Name}";
}
