using System.Text.Json;
using System.Text.RegularExpressions;
using Virker.Tests.Support;

namespace Virker.Tests.Structure;

/// <summary>
/// All texts are the project's own: nothing in the repository follows a real municipality's paper, where such papers
/// lie beside it.
/// </summary>
public sealed partial class OwnWordsTests
{
    private const int Run = 9;

    private static readonly string[] Compared = [".cs", ".razor", ".txt", ".md", ".json", ".html", ".csv", ".sql"];

    /// <summary>
    /// Words of the law that a text may have in common with a paper. A phrase that no text needs is taken out again.
    /// </summary>
    private static readonly string[] Statutory = [];

    [Fact]
    public void No_nine_words_in_a_row_stand_in_a_paper_beside_the_repository()
    {
        var papers = Beside.Files("documents", "*.txt").Select(File.ReadAllText).ToList();
        var found =
            papers.Count == 0
                ? []
                : Found(
                    papers,
                    Repository
                        .Files.Where(f =>
                            Array.Exists(Compared, f.Is)
                            && (f.Path.StartsWith("src/") || f.Path.StartsWith("tests/") || f.Path.StartsWith("docs/"))
                        )
                        .Select(f => (f.Path, f.Text()))
                );
        found.ShouldBeEmpty();
    }

    [Fact]
    public void The_wall_falls_for_nine_words_and_not_for_eight()
    {
        const string paper = "Udvalget bad om, at forvaltningen kommer igen med tallene for 12 bydele inden sommer.";
        Found([paper], [("egen.md", "… at FORVALTNINGEN kommer igen; med tallene for 12 bydele …")])
            .ShouldHaveSingleItem()
            .ShouldStartWith("egen.md: at forvaltningen kommer igen");
        Found([paper], [("egen.md", "forvaltningen kommer igen med tallene for 12 bydele")]).ShouldBeEmpty();
    }

    /// <summary>Whoever takes in a package says whose it is and under which licence.</summary>
    [Fact]
    public void Each_package_is_named_with_its_licence()
    {
        var notice = File.ReadAllText(Path.Combine(Repository.Root, "NOTICE"));
        var nuget = Package()
            .Matches(File.ReadAllText(Path.Combine(Repository.Root, "Directory.Packages.props")))
            .Select(m => m.Groups[1].Value);
        var npm = Repository
            .Files.Where(f => f.Name == "package.json")
            .SelectMany(f =>
                JsonDocument.Parse(f.Text()).RootElement is var root
                    ? new[] { "dependencies", "devDependencies" }.SelectMany(kind =>
                        root.TryGetProperty(kind, out var named) ? named.EnumerateObject().Select(p => p.Name) : []
                    )
                    : []
            );
        var packages = nuget.Concat(npm).Distinct().ToList();
        packages.Count.ShouldBeGreaterThan(20);
        packages.Where(p => !Regex.IsMatch(notice, $@"(?<![\w.]){Regex.Escape(p)}(?![\w.]\w)")).ShouldBeEmpty();
        File.ReadAllText(Path.Combine(Repository.Root, "LICENSE"))
            .ShouldContain("EUROPEAN UNION PUBLIC LICENCE v. 1.2");
    }

    private static List<string> Found(IEnumerable<string> papers, IEnumerable<(string Path, string Text)> texts)
    {
        var seen = papers.SelectMany(Runs).ToHashSet();
        seen.ExceptWith(Statutory.SelectMany(Runs));
        return
        [
            .. from text in texts from run in Runs(text.Text) where seen.Contains(run) select $"{text.Path}: {run}",
        ];
    }

    private static IEnumerable<string> Runs(string text)
    {
        List<string> words = [.. Word().Matches(text.ToLowerInvariant()).Select(m => m.Value)];
        for (var at = 0; at + Run <= words.Count; at++) yield return string.Join(' ', words.GetRange(at, Run));
    }

    [GeneratedRegex("PackageVersion Include=\"([^\"]+)\"")]
    private static partial Regex Package();

    [GeneratedRegex(@"[a-zæøåé]+|\d+")]
    private static partial Regex Word();
}
