using System.Text.RegularExpressions;

namespace Virker.Tests.Structure;

/// <summary>
/// A refusal says what kind it is where it is made: a page's status is read from that, and never from how its code is
/// spelt. Its field is a path in the command, and a form places it; a rule's is a fact, as the law's data names it.
/// </summary>
public sealed partial class RefusalTests
{
    [Fact]
    public void A_code_and_its_kind_are_written_together() =>
        Wall.Holds(
            Repository
                .Sources.Where(f => f.Path.StartsWith("src/", StringComparison.Ordinal))
                .SelectMany(f => Violations(f.Path, f.Text()))
        );

    [Theory]
    [InlineData("new Refusal(\"case.not-found\", \"…\")")]
    [InlineData("new(\n    \"case.changed-meanwhile\", \"…\")")]
    public void The_wall_falls_for_a_seeded_violation(string code) =>
        Violations("src/Casework/Careless.cs", code).ShouldHaveSingleItem();

    [Fact]
    public void What_has_its_kind_passes() =>
        Violations("src/Casework/Careful.cs", "Refusal.NotFound(\n    \"case.not-found\", \"…\")").ShouldBeEmpty();

    [Fact]
    public void A_field_is_named_by_the_member_that_it_is() =>
        Wall.Holds(
            Repository
                .Sources.Where(f => f.Path.StartsWith("src/", StringComparison.Ordinal))
                .Where(f => f.Is(".cs") && !f.Path.StartsWith("src/Rules/") && !f.Path.StartsWith("src/Web/"))
                .SelectMany(f => Spelt().Matches(f.Text()).Select(m => $"{f.Path} spells a field: {m.Value}"))
        );

    [Theory]
    [InlineData("new Refusal(\"x.y\", \"…\", Field: \"At\")", true)]
    [InlineData("refusal with { Field = \"At\" }", true)]
    [InlineData("Refusal.NotFound(\"x.not-found\", \"…\", field: \"At\")", true)]
    [InlineData("new Refusal(\"x.y\", \"…\", Field: nameof(command.At))", false)]
    [InlineData("new Refusal(\"x.y\", \"…\", Field: $\"{nameof(command.Open)}.{nameof(times.From)}\")", false)]
    public void The_wall_of_fields_falls_for_a_seeded_violation(string code, bool falls) =>
        Spelt().IsMatch(code).ShouldBe(falls);

    private static IEnumerable<string> Violations(string path, string code) =>
        WithoutKind().Matches(code).Select(m => $"{path} makes {m.Groups[1].Value} without its kind");

    [GeneratedRegex("""\bnew(?: Refusal)?\(\s*"([a-z.-]+\.(?:not-found|changed-meanwhile)|permission\.denied)""")]
    private static partial Regex WithoutKind();

    [GeneratedRegex("""\b[Ff]ield\s*[:=]\s*\$?"\w+""")]
    private static partial Regex Spelt();
}
