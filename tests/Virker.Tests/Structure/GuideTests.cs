using System.CommandLine;
using System.Text.RegularExpressions;

namespace Virker.Tests.Structure;

/// <summary>What a guide names is there: each command, each page, each file.</summary>
public sealed partial class GuideTests
{
    /// <summary>Answered by the script itself, before the program.</summary>
    private static readonly string[] OfTheScript = ["test", "quick", "help"];

    private static IEnumerable<RepositoryFile> Guides =>
        Repository.Files.Where(f =>
            f.Is(".md")
            && (
                f.Path == "README.md"
                || (f.Path.StartsWith("docs/") && !f.Path.StartsWith("docs/law/") && !f.Path.StartsWith("docs/adr/"))
            )
        );

    private static IReadOnlyDictionary<string, List<string>> Known { get; } =
        Commands.ToDictionary(c => c.Name, c => c.Subcommands.Select(s => s.Name).ToList());

    private static IReadOnlyList<Command> Commands =>
        [
            .. typeof(Virker.Cli.Installation)
                .Assembly.GetTypes()
                .Where(t => t.IsClass && t.GetInterfaces().Any(i => i.Name == "INoun"))
                .Select(t => (Command)t.GetMethod("Build")!.Invoke(Activator.CreateInstance(t), [])!),
        ];

    /// <summary>Pages, and the words that modules and the law give them.</summary>
    private static string Product { get; } =
        Regex.Replace(
            string.Join(
                '\n',
                Repository
                    .Files.Where(f =>
                        f.Path.StartsWith("src/", StringComparison.Ordinal)
                        && (f.Is(".razor") || f.Is(".cs") || f.Is(".json") || f.Is(".txt"))
                    )
                    .Select(f => f.Text())
            ),
            @"\s+",
            " "
        );

    private static string Pages { get; } =
        string.Concat(Repository.Files.Where(f => f.Is(".razor")).Select(f => f.Text()));

    [Fact]
    public void Each_command_that_is_named_can_be_given()
    {
        var named = (
            from guide in Guides
            from Match m in Given().Matches(guide.Text())
            select (guide.Path, Noun: m.Groups[1].Value, Verb: m.Groups[2].Value)
        ).ToList();
        named.Count.ShouldBeGreaterThan(20);
        named
            .Where(n => !IsCommand(n.Noun, n.Verb))
            .Select(n => $"{n.Path}: ./virker {n.Noun} {n.Verb}")
            .ShouldBeEmpty();
    }

    [Fact]
    public void Each_page_that_a_guide_names_is_in_the_product()
    {
        var named = (
            from guide in Guides
            where guide.Path.StartsWith("docs/guides/")
            from Match m in Marked().Matches(guide.Text())
            select (guide.Path, Name: m.Groups[1].Value)
        )
            .Distinct()
            .ToList();
        named.Count.ShouldBeGreaterThan(30);
        named.Where(n => !IsPage(n.Name)).Select(n => $"{n.Path}: {n.Name}").ShouldBeEmpty();
    }

    /// <summary>A button, a heading or a sentence that a guide quotes stands in the product so.</summary>
    [Fact]
    public void Each_word_that_a_guide_quotes_stands_in_the_product()
    {
        var quoted = (
            from guide in Guides
            where guide.Path.StartsWith("docs/guides/")
            from Match m in Quoted().Matches(guide.Text())
            select (guide.Path, Words: m.Groups[1].Value.TrimEnd(' ', '…'))
        )
            .Distinct()
            .ToList();
        quoted.Count.ShouldBeGreaterThan(80);
        quoted.Where(q => !IsInProduct(q.Words)).Select(q => $"{q.Path}: »{q.Words}«").ShouldBeEmpty();
    }

    [Fact]
    public void Each_wall_falls_for_a_seeded_violation()
    {
        IsPage("/findes-ikke").ShouldBeFalse();
        IsPage("Findes ikke i menuen").ShouldBeFalse();
        IsPage("/i-dag").ShouldBeTrue();
        IsInProduct("Tryk på den knap, der ikke er").ShouldBeFalse();
        IsInProduct("Skriv notat").ShouldBeTrue();
        IsCommand("audit", "verify").ShouldBeTrue();
        IsCommand("audit", "findes-ikke").ShouldBeFalse();
        IsCommand("findes-ikke", "").ShouldBeFalse();
        Given().Match("brug `./virker audit findes-ikke` nu").Groups[2].Value.ShouldBe("findes-ikke");
        Marked().Match("se `/findes-ikke` der").Groups[1].Value.ShouldBe("/findes-ikke");
        Quoted().Match("tryk på »Findes ikke«").Groups[1].Value.ShouldBe("Findes ikke");
    }

    private static bool IsPage(string name) =>
        Pages.Contains(name.StartsWith('/') ? $"@page \"{name}\"" : name, StringComparison.Ordinal);

    private static bool IsInProduct(string words) => Product.Contains(words, StringComparison.OrdinalIgnoreCase);

    private static bool IsCommand(string noun, string verb) =>
        OfTheScript.Contains(noun)
        || (Known.TryGetValue(noun, out var verbs) && (verbs.Count == 0 || verb.Length == 0 || verbs.Contains(verb)));

    [Fact]
    public void Each_file_that_is_named_is_in_the_repository()
    {
        var named = (
            from guide in Guides
            from Match m in Named().Matches(guide.Text())
            select (guide.Path, Name: m.Groups[1].Value)
        )
            .Distinct()
            .ToList();
        named.Count.ShouldBeGreaterThan(5);
        named
            .Where(n => !Path.Exists(Path.Combine(Repository.Root, n.Name)))
            .Select(n => $"{n.Path}: {n.Name}")
            .ShouldBeEmpty();
    }

    [GeneratedRegex(@"\./virker ([a-z][a-z-]*)(?: ([a-z][a-z-]*)(?![\w/.-]))?")]
    private static partial Regex Given();

    /// <summary>A page of the menu in the guides' own marks, or its address.</summary>
    [GeneratedRegex(@"`([A-ZÆØÅ][a-zæøå]+(?: [a-zæøå]+)*|/[a-z][a-z/-]*)`")]
    private static partial Regex Marked();

    [GeneratedRegex(@"»([^«]+)«")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"`((?:src|tests|docs|bench)/[A-Za-z][\w./-]*)`")]
    private static partial Regex Named();
}
