using System.Text.RegularExpressions;

namespace Virker.Tests.Structure;

/// <summary>
/// What stands as a name in the documents is there: each path is a file or a folder of the repository (or a name that
/// the program itself gives a file), and each identifier stands in the code.
/// </summary>
public sealed partial class DocumentNameTests
{
    private static IEnumerable<RepositoryFile> Documents =>
        Repository.Files.Where(f => f.Path == "README.md" || (f.Is(".md") && f.Path.StartsWith("docs/")));

    private static readonly Lazy<IReadOnlyList<string>> Paths = new(() =>
        [.. Repository.Files.Select(f => f.Path).SelectMany(Folders).Distinct()]
    );

    /// <summary>The code without its comments, and the words that stand in it.</summary>
    private static readonly Lazy<HashSet<string>> Words = new(() =>
        [
            .. Repository.Files.Where(f => f.Is(".cs") || f.Is(".razor"))
                .SelectMany(f => Word().Matches(Comment().Replace(f.Text(), "")).Select(m => m.Value))
                .Concat(Repository.Files.Select(f => Path.GetFileNameWithoutExtension(f.Path))),
        ]
    );

    [Fact]
    public void Each_path_that_a_document_names_is_there()
    {
        var named = Documents.SelectMany(d => Named(d, IsPath)).ToList();
        named.Count.ShouldBeGreaterThan(40);
        Wall.Holds(named.Where(n => !IsThere(n.Name)).Select(n => $"{n.Document}: {n.Name} is not in the repository"));
    }

    [Fact]
    public void Each_identifier_that_a_document_names_is_in_the_code()
    {
        var named = Documents.SelectMany(d => Named(d, IsIdentifier)).ToList();
        named.Count.ShouldBeGreaterThan(120);
        Wall.Holds(named.Where(n => !IsInCode(n.Name)).Select(n => $"{n.Document}: {n.Name} is not in the code"));
    }

    [Fact]
    public void Each_wall_falls_for_a_seeded_violation()
    {
        IsPath("src/Platform/Pipeline.cs").ShouldBeTrue();
        IsThere("src/Platform/Pipeline.cs").ShouldBeFalse();
        IsThere("src/Platform/UseCases/Pipeline.cs").ShouldBeTrue();
        IsThere("UseCases/Pipeline.cs").ShouldBeTrue();
        IsThere("Cases/Pipeline.cs").ShouldBeFalse();
        IsThere("src/Platform/UseCases").ShouldBeTrue();
        IsThere("Schema/NNN-*.sqlite.sql").ShouldBeTrue();
        IsThere("Schema/NNN-*.oracle.sql").ShouldBeFalse();
        IsThere("katalog.json").ShouldBeTrue();
        IsThere("kataloget.json").ShouldBeFalse();
        IsPath("application/json").ShouldBeFalse();

        IsIdentifier("MunicipalFacts").ShouldBeTrue();
        IsIdentifier("FactStore.Keep").ShouldBeTrue();
        IsIdentifier("Mine tider").ShouldBeFalse();
        IsInCode("MunicipalFacts").ShouldBeTrue();
        IsInCode("Municipal" + "Fictions").ShouldBeFalse();
        IsInCode("FactStore.Un" + "kept").ShouldBeFalse();
        IsInCode("IUseCase<TForespørgsel, TSvar>").ShouldBeTrue();
        IsInCode("[Unstamp" + "ed]").ShouldBeFalse();
    }

    private static IEnumerable<(string Document, string Name)> Named(
        RepositoryFile document,
        Func<string, bool> which
    ) =>
        Mark().Matches(Block().Replace(document.Text(), ""))
            .Select(m => m.Groups["name"].Value.Trim())
            .Where(which)
            .Distinct()
            .Select(name => (document.Path, name));

    /// <summary>A path begins in a room of the repository, or ends as a file of a kind that it holds.</summary>
    private static bool IsPath(string name) => Room().IsMatch(name) || FileName().IsMatch(name);

    /// <summary>
    /// From the root or from any folder; "*" is any name, "NNN" a script's number. A file that the program makes is
    /// named in its code.
    /// </summary>
    private static bool IsThere(string name)
    {
        var wanted = Regex.Escape(name.TrimEnd('/').Replace("./", "", StringComparison.Ordinal))
            .Replace(@"\*", "[^/]*", StringComparison.Ordinal)
            .Replace("NNN", @"\d{3}", StringComparison.Ordinal);
        var pattern = new Regex($"(?:^|/){wanted}$");
        return Paths.Value.Any(pattern.IsMatch) || IsMade(name.TrimEnd('/').Split('/')[^1]);
    }

    private static bool IsMade(string file) =>
        FileName().IsMatch(file)
        && Repository.Files.Any(f => f.Is(".cs") && f.Path.StartsWith("src/") && f.Text().Contains($"{file}\""));

    private static bool IsIdentifier(string name) => Identifier().IsMatch(name);

    private static bool IsInCode(string name) =>
        Arguments().Replace(name.Trim('[', ']'), "").Split('.').All(Words.Value.Contains);

    private static IEnumerable<string> Folders(string path)
    {
        for (var at = path.Length; at > 0; at = path.LastIndexOf('/', at - 1)) yield return path[..at];
    }

    [GeneratedRegex("`(?<name>[^`\n]+)`")]
    private static partial Regex Mark();

    [GeneratedRegex("```.*?```", RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(@"//[^\n]*|@\*.*?\*@", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();

    [GeneratedRegex(@"^(?:src|tests|docs|bench|Pages|Ui|Shell|[A-Z]\w+)/[\w./*-]*$")]
    private static partial Regex Room();

    [GeneratedRegex(@"^[\w./*-]+\.(?:cs|razor|md|json|csv|sql|txt|scss|mjs|csproj|props|slnx|editorconfig)$")]
    private static partial Regex FileName();

    [GeneratedRegex(@"^\[?[A-Z]\w*[a-z]\w*(?:\.[A-Z]\w*)*(?:<[^>]*>)?\]?$")]
    private static partial Regex Identifier();

    [GeneratedRegex("<.*>")]
    private static partial Regex Arguments();
}
