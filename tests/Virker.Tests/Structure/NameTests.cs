using System.Text.RegularExpressions;
using Virker.Platform;

namespace Virker.Tests.Structure;

/// <summary>Names are nouns of the trade; a drawer ("helpers") is where things go that nobody thought about.</summary>
public sealed partial class NameTests
{
    private static readonly string[] Drawers =
    [
        "Helper",
        "Helpers",
        "Util",
        "Utils",
        "Utility",
        "Utilities",
        "Common",
        "Misc",
        "Manager",
        "Managers",
        "Service",
        "Services",
        "Impl",
        "Models",
        "Dto",
        "Dtos",
    ];

    /// <summary>Rooms that the house itself names so.</summary>
    private static readonly string[] HouseNames = ["SelfService"];

    [Fact]
    public void No_drawers() =>
        Wall.Holds([
            .. Repository
                .Files.Where(f => f.Is(".cs") || f.Is(".razor") || f.Is(".sql"))
                .SelectMany(f => DrawersInPath(f.Path)),
            .. Modules.Types().Where(t => !typeof(IModuleServices).IsAssignableFrom(t)).SelectMany(DrawersInName),
        ]);

    [Fact]
    public void One_flat_namespace_a_module() =>
        Wall.Holds(
            House
                .Rooms.Where(r => r.Name != "Web")
                .SelectMany(room =>
                    Modules
                        .Types(r => r == room)
                        .Where(t => !t.IsNested && t.Namespace is { } space && space != room.Assembly)
                        .Select(t => $"{t.FullName} is not in {room.Assembly}")
                )
        );

    [Fact]
    public void File_names_are_ASCII_without_spaces() =>
        Wall.Holds(Repository.Files.Select(f => f.Path).SelectMany(NotPlain));

    [Fact]
    public void Each_wall_falls_for_a_seeded_violation()
    {
        DrawersInPath("src/Casework/Helpers/Dates.cs").ShouldHaveSingleItem();
        DrawersInPath("src/Web/Ui/DateUtils.cs").ShouldHaveSingleItem();
        DrawersInPath("src/SelfService/Plan.cs").ShouldBeEmpty();
        DrawersInName(typeof(Microsoft.Extensions.Hosting.BackgroundService)).ShouldHaveSingleItem();
        NotPlain("docs/Håndbog.md").ShouldHaveSingleItem();
        NotPlain("docs/hand bog.md").ShouldHaveSingleItem();
    }

    private static IEnumerable<string> DrawersInPath(string path) =>
        path.Split('/', '.', '-')
            .Where(part => !HouseNames.Contains(part) && WordsOf(part).Any(Drawers.Contains))
            .Where(part =>
                !part.EndsWith("Services", StringComparison.Ordinal)
                || part == "Services"
                || !path.EndsWith($"{part}.cs", StringComparison.Ordinal)
            )
            .Select(part => $"{path} is a drawer ({part})");

    private static IEnumerable<string> DrawersInName(Type type) =>
        !HouseNames.Any(type.Name.StartsWith) && WordsOf(type.Name.Split('`')[0]).Any(Drawers.Contains)
            ? [$"{type.FullName} is a drawer"]
            : [];

    private static IEnumerable<string> WordsOf(string name) => Word().Matches(name).Select(m => m.Value);

    private static IEnumerable<string> NotPlain(string path) =>
        path.All(c => char.IsAsciiLetterOrDigit(c) || "/.-_".Contains(c))
            ? []
            : [$"{path} has a name that is not plain ASCII"];

    [GeneratedRegex("[A-Z]?[a-z0-9]+|[A-Z]+(?![a-z])")]
    private static partial Regex Word();
}
