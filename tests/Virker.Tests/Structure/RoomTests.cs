using System.Text.RegularExpressions;

namespace Virker.Tests.Structure;

/// <summary>
/// The rooms of the web do not talk across: what all pages are made of knows no page, a file beside a page stands in
/// its folder's namespace, and no page has to say where another lies.
/// </summary>
public sealed partial class RoomTests
{
    private const string Web = "src/Web/", Pages = "src/Web/Pages/";

    private static IEnumerable<RepositoryFile> Sources =>
        Repository.Files.Where(f =>
            f.Path.StartsWith(Web, StringComparison.Ordinal) && (f.Is(".cs") || f.Is(".razor"))
        );

    private static bool IsPage(RepositoryFile file) => file.Path.StartsWith(Pages, StringComparison.Ordinal);

    [Fact]
    public void What_pages_are_made_of_knows_no_page()
    {
        var names = Sources.Where(IsPage).SelectMany(f => Declared(f.Path, f.Text())).ToHashSet();
        names.Count.ShouldBeGreaterThan(250);
        Wall.Holds(Sources.Where(f => !IsPage(f)).SelectMany(f => Named(f.Path, f.Text(), names)));
    }

    [Fact]
    public void A_file_beside_a_page_stands_in_its_folders_namespace() =>
        Wall.Holds(Sources.Where(f => IsPage(f) && f.Is(".cs")).SelectMany(f => Elsewhere(f.Path, f.Text())));

    [Fact]
    public void No_page_says_where_another_lies() =>
        Wall.Holds(Sources.SelectMany(f => Pointed(f.Path, f.Text())));

    [Fact]
    public void Each_wall_falls_for_a_seeded_violation()
    {
        Declared("src/Web/Pages/Casework/Reason/ReasonPage.razor", "@page").ShouldBe(["ReasonPage"]);
        Declared("src/Web/Pages/Insight/Marks.cs", "internal sealed record Tick(int At);").ShouldBe(["Tick"]);
        Named("src/Web/Ui/Answer.razor", "@{ Status.LeadTo(ReasonPage.Url(citizen)); }", ["ReasonPage"])
            .ShouldBe(["src/Web/Ui/Answer.razor names ReasonPage, which is a page's"]);
        Named("src/Web/Ui/Answer.razor", "@* As the ReasonPage does. *@", ["ReasonPage"]).ShouldBeEmpty();
        Named("src/Web/Shell/Menu.cs", "/// As <see cref=\"ReasonPage\"/> does.", ["ReasonPage"]).ShouldBeEmpty();
        Elsewhere("src/Web/Pages/Insight/Marks.cs", "namespace Virker.Web;").ShouldHaveSingleItem();
        Elsewhere("src/Web/Pages/Insight/Marks.cs", "namespace Virker.Web.Pages.Insight;").ShouldBeEmpty();
        Pointed("a.razor", "@using Virker.Web.Pages.Casework.Day").ShouldHaveSingleItem();
        Pointed("a.cs", "using Virker.Web.Pages.Casework.Day;").ShouldHaveSingleItem();
    }

    private static IEnumerable<string> Declared(string path, string text) =>
        path.EndsWith("/_Imports.razor", StringComparison.Ordinal)
            ? []
            : path.EndsWith(".razor", StringComparison.Ordinal)
                ? [Path.GetFileNameWithoutExtension(path)]
                : Declaration().Matches(text).Select(m => m.Groups["name"].Value);

    private static IEnumerable<string> Named(string path, string text, HashSet<string> names) =>
        Word().Matches(Comment().Replace(text, "")).Select(m => m.Value).Distinct().Where(names.Contains)
            .Select(name => $"{path} names {name}, which is a page's");

    private static IEnumerable<string> Elsewhere(string path, string text)
    {
        var folder = $"Virker.Web.{Path.GetDirectoryName(path[Web.Length..])!.Replace('/', '.')}";
        return Namespace().Match(text).Groups["name"].Value == folder ? [] : [$"{path} does not stand in {folder}"];
    }

    private static IEnumerable<string> Pointed(string path, string text) =>
        PointsAtPages().Matches(text).Select(m => $"{path} says where a page lies: {m.Value.Trim()}");

    [GeneratedRegex(
        @"^(?:public |internal |sealed |static |readonly )*(?:class|record struct|record|enum|interface) (?<name>\w+)",
        RegexOptions.Multiline
    )]
    private static partial Regex Declaration();

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();

    [GeneratedRegex(@"@\*.*?\*@|//[^\n]*", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"^@?using (?:static )?Virker\.Web\.Pages[\w.]*", RegexOptions.Multiline)]
    private static partial Regex PointsAtPages();
}
