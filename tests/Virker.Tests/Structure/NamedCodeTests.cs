using System.Text.RegularExpressions;

namespace Virker.Tests.Structure;

/// <summary>
/// A benefit or a target group is spoken of by its name (<see cref="Virker.Rules.Benefit"/>) or by a group of the
/// list's data, never by a number: what a number means is law, and the law has dates.
/// </summary>
public sealed partial class NamedCodeTests
{
    /// <summary>The law's own room, and the fictive municipality, which makes its people by numbers.</summary>
    private static readonly string[] Free = ["Rules", "Demo"];

    private static readonly Exemption[] Exempt =
    [
        new(
            "Insight/Registers/SpellLine.cs: benefit is < 1",
            "The file's own numbers, which are checked where the engine reads them; the engine knows no list."
        ),
    ];

    [Fact]
    public void No_number_stands_beside_a_benefit_or_a_target_group() =>
        Wall.Holds(
            Sources()
                .SelectMany(file =>
                    Numbered(File.ReadAllText(file)).Select(found =>
                        $"{Path.GetRelativePath(Path.Combine(Repository.Root, "src"), file)}: {found}"
                    )
                ),
            Exempt
        );

    [Theory]
    [InlineData("if (spell.Benefit == 6) return;")]
    [InlineData("group.TargetGroup is >= 1 and <= 5")]
    [InlineData("benefit is 1 or 2")]
    [InlineData("benefit switch\n{\n    1 or 2 => Job,\n}")]
    [InlineData("CodeList.Benefits.All.Where(b => b.Number is >= 1 and <= 6)")]
    [InlineData("const int SickBenefit = 6;")]
    public void The_wall_falls_for_a_seeded_violation(string line) => Numbered(line).Count().ShouldBe(1);

    [Theory]
    [InlineData("if (spell.Benefit == Benefit.SickPay.Number) return;")]
    [InlineData("var benefit = WrittenNumber.Code(Benefit) ?? 0;")]
    [InlineData("@if (own.Benefits.Count == 3)")]
    [InlineData("if (item.Number == 1) return;")]
    public void The_wall_stands_where_a_name_is_used(string line) => Numbered(line).ShouldBeEmpty();

    private static IEnumerable<string> Sources() =>
        new[] { "*.cs", "*.razor" }
            .SelectMany(kind =>
                Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), kind, SearchOption.AllDirectories)
            )
            .Where(file =>
                !Free.Contains(Path.GetRelativePath(Path.Combine(Repository.Root, "src"), file).Split('/', '\\')[0])
            );

    private static IEnumerable<string> Numbered(string text) =>
        BesideNumber()
            .Matches(text)
            .Where(m => !m.Value.StartsWith("Number", StringComparison.Ordinal) || text.Contains("CodeList"))
            .Select(m => Regex.Replace(m.Value, @"\s+", " "));

    [GeneratedRegex(
        """
        \b(?:\w*(?:[Bb]enefit|[Tt]argetGroup)(?:\.Number|\.Value|\.Code|!|\?)*|Number)\s*
        (?:(?:==|!=|<=|>=|<|>|=)\s*|\bis\s+(?:not\s+)?\(?\s*(?:<=|>=|<|>)?\s*|switch\s*\{\s*)
        [1-9]\d*\b
        """,
        RegexOptions.IgnorePatternWhitespace
    )]
    private static partial Regex BesideNumber();
}
