namespace Virker.Tests.Structure;

/// <summary>
/// A style that can be found: one part a file, named as the part; one declaration a line; a selector stands in one file
/// and is opened once for each condition; and what shouts over the others says why.
/// </summary>
public sealed class StyleTests
{
    [Fact]
    public void One_declaration_stands_on_a_line() => Wall.Holds(Styles.SelectMany(f => Crowded(f.Path, f.Text())));

    [Fact]
    public void A_selector_stands_in_one_file() =>
        Wall.Holds(ManyFiles(Styles.Select(f => (f.Path, StyleSheet.Read(f.Text())))));

    [Fact]
    public void A_rule_is_opened_once() => Wall.Holds(Styles.SelectMany(f => Again(f.Path, StyleSheet.Read(f.Text()))));

    [Fact]
    public void What_is_important_says_why() => Wall.Holds(Styles.SelectMany(f => Unreasoned(f.Path, f.Text())));

    [Fact]
    public void Each_wall_falls_for_a_seeded_violation()
    {
        Crowded("a.scss", ".a { color: red; }").ShouldHaveSingleItem();
        Crowded("a.scss", ".a {\n    color: red; margin: 0;\n}").ShouldHaveSingleItem();
        Crowded("a.scss", ".a {\n    background: url(\"data:x;y\");\n}").ShouldBeEmpty();

        ManyFiles([
            ("a.scss", StyleSheet.Read(".a,\n.b {\n    margin: 0;\n}")),
            ("b.scss", StyleSheet.Read("@media print {\n    .b {\n        margin: 0;\n    }\n}")),
        ]).ShouldBe([".b stands in a.scss and b.scss"]);
        ManyFiles([
            ("a.scss", StyleSheet.Read(".a {\n    .b {\n        margin: 0;\n    }\n}")),
            ("b.scss", StyleSheet.Read(".b {\n    margin: 0;\n}")),
        ]).ShouldBeEmpty();

        var opened = ".a {\n    margin: 0;\n}\n@media print {\n    .a {\n        margin: 0;\n    }\n}\n";
        Again("a.scss", StyleSheet.Read(opened)).ShouldBeEmpty();
        Again("a.scss", StyleSheet.Read(opened + ".a {\n    color: red;\n}")).ShouldHaveSingleItem();

        Unreasoned("a.scss", ".a {\n    margin: 0 !important;\n}").ShouldHaveSingleItem();
        Unreasoned("a.scss", "// The part's own rule weighs more.\n.a {\n    margin: 0 !important;\n}").ShouldBeEmpty();
    }

    private static IEnumerable<RepositoryFile> Styles => Repository.Files.Where(f => f.Is(".scss"));

    private static IEnumerable<string> Crowded(string path, string text) =>
        StyleSheet.Lines(text)
            .Where(line => line.Text.Count(c => c == ';') > 1 || (line.Text.Contains('{') && line.Text.Contains(';')))
            .Select(line => $"{path}:{line.Number} holds more than one declaration");

    private static IEnumerable<string> ManyFiles(IEnumerable<(string Path, IReadOnlyList<StyleRule> Rules)> files) =>
        files.SelectMany(f => f.Rules.SelectMany(r => r.Selectors).Distinct().Select(s => (Selector: s, f.Path)))
            .GroupBy(x => x.Selector)
            .Where(g => g.Count() > 1)
            .Select(g => $"{g.Key} stands in {string.Join(" and ", g.Select(x => x.Path))}");

    private static IEnumerable<string> Again(string path, IEnumerable<StyleRule> rules) =>
        rules.GroupBy(r => (r.Condition, string.Join(", ", r.Selectors)))
            .Where(g => g.Count() > 1)
            .Select(g => $"{path}: {g.Key.Item2} is opened {g.Count()} times");

    /// <summary>The comment stands above the declaration, or above the rule (or the condition) it stands in.</summary>
    private static IEnumerable<string> Unreasoned(string path, string text)
    {
        var lines = text.Split('\n');
        for (var at = 0; at < lines.Length; at++)
        {
            if (!lines[at].Contains("!important", StringComparison.Ordinal)) continue;
            var above = at;
            while (above > 0 && lines[above].Trim().Length > 0 && !IsComment(lines[above])) above--;
            if (!IsComment(lines[above])) yield return $"{path}:{at + 1} is important and does not say why";
        }
    }

    private static bool IsComment(string line) => line.TrimStart().StartsWith("//", StringComparison.Ordinal);
}
