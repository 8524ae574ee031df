using System.Text.RegularExpressions;

namespace Virker.Tests.Structure;

/// <summary>There is one Danish: how days, numbers and names are said is known by Kernel, and by nobody else.</summary>
public sealed partial class DanishTests
{
    private const string Home = "src/Kernel/Danish.cs";

    [Fact]
    public void Danish_is_made_in_one_place() =>
        Wall.Holds(
            Repository
                .Files.Where(f => f.Path.StartsWith("src/", StringComparison.Ordinal) && f.Path != Home)
                .Where(f => f.Is(".cs") || f.Is(".razor"))
                .SelectMany(f => Violations(f.Path, f.Text()))
        );

    [Theory]
    [InlineData("CultureInfo.GetCultureInfo(\"da-DK\")")]
    [InlineData("CultureInfo.CurrentCulture = danish;")]
    public void The_wall_falls_for_a_seeded_violation(string code) =>
        Violations("src/Casework/Careless.cs", code).ShouldHaveSingleItem();

    private static IEnumerable<string> Violations(string path, string code) =>
        OwnDanish().Matches(code).Select(m => $"{path} makes its own Danish: {m.Value}");

    [GeneratedRegex("""GetCultureInfo\(\s*"da-DK"|CultureInfo\.CurrentCulture = """)]
    private static partial Regex OwnDanish();
}
