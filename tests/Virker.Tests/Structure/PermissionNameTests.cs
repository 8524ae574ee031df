using System.Text.RegularExpressions;

namespace Virker.Tests.Structure;

/// <summary>
/// A permission is named where its use case is, and in the roles' tables: a page asks for the use case.
/// </summary>
public sealed partial class PermissionNameTests
{
    [Fact]
    public void No_page_names_a_permission() =>
        Wall.Holds(
            Repository
                .Files.Where(f => f.Path.StartsWith("src/Web/", StringComparison.Ordinal))
                .Where(f => f.Is(".cs") || f.Is(".razor"))
                .SelectMany(f => Violations(f.Path, f.Text()))
        );

    [Theory]
    [InlineData("@attribute [Authorize(\"casework.citizen.see\")]")]
    [InlineData("Grants.Allows(Current.Value, \"casework.note.write\")")]
    [InlineData("public string Permission => \"committee.papers.read\";")]
    public void The_wall_falls_for_a_seeded_violation(string code) =>
        Violations("src/Web/Pages/Careless.razor", code).ShouldHaveSingleItem();

    private static IEnumerable<string> Violations(string path, string code) =>
        Named().Matches(code).Select(m => $"{path} names a permission: {m.Value}");

    [GeneratedRegex("""(?:Authorize(?:Attribute)?\(|Allows\([^"\n]*|Permission => |Permission = )"[a-z-]+\.[a-z.-]+""")]
    private static partial Regex Named();
}
