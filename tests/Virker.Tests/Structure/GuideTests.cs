using System.CommandLine;
using System.Text.RegularExpressions;

namespace Virker.Tests.Structure;

/// <summary>What a guide names is there: each command, each page, each file.</summary>
public sealed partial class GuideTests
{
    /// <summary>Answered by the script itself, before the program.</summary>
    private static readonly string[] OfTheScript = ["test", "quick", "help"];

    private static IEnumerable<RepositoryFile> Guides => Repository.Files.Where(f => f.Is(".md") && (f.Path == "README.md" || (f.Path.StartsWith("docs/") && !f.Path.StartsWith("docs/law/") && !f.Path.StartsWith("docs/adr/"))));

    private static IReadOnlyList<Command> Commands => [.. typeof(Virker.Cli.Installation).Assembly.GetTypes().Where(t => t.IsClass && t.GetInterfaces().Any(i => i.Name == "INoun"))
        .Select(t => (Command)t.GetMethod("Build")!.Invoke(Activator.CreateInstance(t), [])!)];

    private static string Pages { get; } = string.Concat(Repository.Files.Where(f => f.Is(".razor")).Select(f => f.Text()));

    [Fact]
    public void Each_command_that_is_named_can_be_given()
    {
        var known = Commands.ToDictionary(c => c.Name, c => c.Subcommands.Select(s => s.Name).ToList());
        var named = (from guide in Guides from Match m in Given().Matches(guide.Text()) select (guide.Path, Noun: m.Groups[1].Value, Verb: m.Groups[2].Value)).ToList();
        named.Count.ShouldBeGreaterThan(20);
        named.Where(n => !OfTheScript.Contains(n.Noun) && !(known.TryGetValue(n.Noun, out var verbs) && (verbs.Count == 0 || n.Verb.Length == 0 || verbs.Contains(n.Verb))))
            .Select(n => $"{n.Path}: ./virker {n.Noun} {n.Verb}").ShouldBeEmpty();
    }

    [Fact]
    public void Each_page_that_a_guide_names_is_in_the_product()
    {
        var named = (from guide in Guides where guide.Path.StartsWith("docs/guides/") from Match m in Marked().Matches(guide.Text()) select (guide.Path, Name: m.Groups[1].Value)).Distinct().ToList();
        named.Count.ShouldBeGreaterThan(30);
        named.Where(n => !Pages.Contains(n.Name.StartsWith('/') ? $"@page \"{n.Name}\"" : n.Name, StringComparison.Ordinal)).Select(n => $"{n.Path}: {n.Name}").ShouldBeEmpty();
    }

    [Fact]
    public void Each_file_that_is_named_is_in_the_repository()
    {
        var named = (from guide in Guides from Match m in Named().Matches(guide.Text()) select (guide.Path, Name: m.Groups[1].Value)).Distinct().ToList();
        named.Count.ShouldBeGreaterThan(5);
        named.Where(n => !Path.Exists(Path.Combine(Repository.Root, n.Name))).Select(n => $"{n.Path}: {n.Name}").ShouldBeEmpty();
    }

    [GeneratedRegex(@"\./virker ([a-z][a-z-]*)(?: ([a-z][a-z-]*)(?![\w/.-]))?")]
    private static partial Regex Given();

    /// <summary>A page of the menu in the guides' own marks, or its address.</summary>
    [GeneratedRegex(@"`([A-ZÆØÅ][a-zæøå]+(?: [a-zæøå]+)*|/[a-z][a-z/-]*)`")]
    private static partial Regex Marked();

    [GeneratedRegex(@"`((?:src|tests|docs|bench)/[A-Za-z][\w./-]*)`")]
    private static partial Regex Named();
}
