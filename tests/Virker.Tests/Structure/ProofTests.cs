using System.Text.RegularExpressions;

namespace Virker.Tests.Structure;

/// <summary>
/// A test can fail: it does not leave early, swallow what went wrong, take two answers for one, or say something of
/// each of none.
/// </summary>
public sealed partial class ProofTests
{
    private const string Far = "tests/Virker.Tests/";

    /// <summary>
    /// A paper beside the repository that is not there is said when the run ends (<see cref="Support.Beside"/>); a file
    /// has no cable, and Windows no modes of files and no /dev.
    /// </summary>
    private static readonly string[] Said =
    [
        "Beside.",
        "path == \"none\"",
        "dialect == Dialect.Sqlite",
        "OperatingSystem.IsWindows()",
        "File.Exists(\"/dev/zero\")",
    ];

    private static IEnumerable<RepositoryFile> Tests =>
        Repository.Files.Where(f =>
            f.Path.StartsWith("tests/", StringComparison.Ordinal) && f.Is("Tests.cs") && !f.Is("/ProofTests.cs")
        );

    [Fact]
    public void No_test_leaves_before_it_has_asked() =>
        Wall.Holds(
            Found(Leaves()).Where(v => !Array.Exists(Said, s => v.Contains(s, StringComparison.Ordinal))),
            new Exemption(
                $"{Far}Insight/SuppressionTests.cs: if (found.Count > 400 || Contradicts(counts, at)) return;",
                "never: a search that turns back, not a test that leaves"
            )
        );

    [Fact]
    public void No_test_swallows_what_went_wrong() => Wall.Holds(Found(Swallows()));

    [Fact]
    public void No_test_takes_a_refusal_for_an_answer() => Wall.Holds(Found(EitherStatus()));

    [Fact]
    public void Nothing_is_said_of_each_of_none() => Wall.Holds(Found(OfEach()));

    [Fact]
    public void Nothing_is_said_that_is_always_so() => Wall.Holds(Found(Always()));

    [Fact]
    public void Each_wall_falls_for_a_seeded_violation()
    {
        In("a", "        if (File.Exists(path) is false) return;\n", Leaves()).ShouldHaveSingleItem();
        In("a", "catch (IOException)\n        {\n        }", Swallows()).ShouldHaveSingleItem();
        In("a", "answer.Status.ShouldBeOneOf([200, 422], rule.Id);", EitherStatus()).ShouldHaveSingleItem();
        In("a", "rows.ShouldAll" + "Be(r => r > 0);", OfEach()).ShouldHaveSingleItem();
        In("a", "true.ShouldBeTrue();", Always()).ShouldHaveSingleItem();
        In("a", "rows.Count.ShouldNotBeNull();", Always()).ShouldHaveSingleItem();
        In("a", "rows.Count.ShouldBeGreaterThanOrEqualTo(0);", Always()).ShouldHaveSingleItem();
        In("a", "answer.Status.ShouldBe(200);", EitherStatus()).ShouldBeEmpty();
    }

    private static IEnumerable<string> Found(Regex pattern) => Tests.SelectMany(f => In(f.Path, f.Text(), pattern));

    private static IEnumerable<string> In(string path, string text, Regex pattern) =>
        pattern.Matches(text).Select(m => $"{path}: {m.Value.ReplaceLineEndings(" ").Trim()}");

    [GeneratedRegex(@"^\s+if \(.*\) return;\s*$", RegexOptions.Multiline)]
    private static partial Regex Leaves();

    [GeneratedRegex(@"\bcatch\b[^{;]*\{\s*\}")]
    private static partial Regex Swallows();

    [GeneratedRegex(@"Status\.ShouldBeOneOf\(\[?\s*\d.*$", RegexOptions.Multiline)]
    private static partial Regex EitherStatus();

    [GeneratedRegex(@"\.ShouldAllBe\(.*$", RegexOptions.Multiline)]
    private static partial Regex OfEach();

    [GeneratedRegex(
        @"\btrue\.ShouldBeTrue|\bfalse\.ShouldBeFalse|\bAssert\.True\(true|\b(?:Count|Length|Count\(\))\.ShouldNotBeNull|\b(?:Count|Length)\.ShouldBeGreaterThanOrEqualTo\(0\)"
    )]
    private static partial Regex Always();
}
