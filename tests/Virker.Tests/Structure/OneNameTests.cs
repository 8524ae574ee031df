namespace Virker.Tests.Structure;

/// <summary>
/// A name is one thing: whoever reads it in one room need not ask which room's it is. A type that stands inside
/// another is named with it, and a page's folder has its own <c>_Imports</c>.
/// </summary>
public sealed class OneNameTests
{
    [Fact]
    public void A_type_name_stands_once_in_the_house() => Wall.Holds(Twice(Modules.Types().Where(t => !t.IsNested)));

    [Fact]
    public void The_wall_falls_for_a_seeded_violation() =>
        Twice([typeof(Virker.Rules.CodeList), typeof(Seeded.CodeList)])
            .ShouldBe(["CodeList stands in Virker.Rules and Virker.Tests.Structure.Seeded"]);

    private static IEnumerable<string> Twice(IEnumerable<Type> types) =>
        types
            .Where(t => t.Name is not ("_Imports" or "Program") && t.Namespace?.StartsWith("__Blazor") != true)
            .GroupBy(t => t.Name)
            .Where(same => same.Count() > 1)
            .Select(same =>
                $"{same.Key} stands in {string.Join(" and ", same.Select(t => t.Namespace).Order(StringComparer.Ordinal))}"
            );
}
