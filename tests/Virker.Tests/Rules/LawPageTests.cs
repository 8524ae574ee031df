using Virker.Rules;
using Virker.Tests.Structure;

namespace Virker.Tests.Rules;

/// <summary>
/// docs/law is written from the rules. With VIRKER_WRITE_LAW=1 the test writes it anew; otherwise a difference fails.
/// </summary>
public sealed class LawPageTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "docs", "law");

    [Fact]
    public void The_committed_pages_are_what_the_rules_say()
    {
        var pages = RuleBook.Current.All.ToDictionary(LawPage.FileName, LawPage.Write);
        pages["README.md"] = LawPage.Index();
        pages["uses.json"] = LawUseReader.File();
        if (Environment.GetEnvironmentVariable("VIRKER_WRITE_LAW") == "1")
            WriteAnew(pages);
        Directory
            .EnumerateFiles(Folder)
            .Select(Path.GetFileName)
            .Order(StringComparer.Ordinal)
            .ShouldBe(pages.Keys.Order(StringComparer.Ordinal)!);
        foreach (var (name, text) in pages)
            File.ReadAllText(Path.Combine(Folder, name))
                .ReplaceLineEndings("\n")
                .ShouldBe(text, $"docs/law/{name}: run the tests with VIRKER_WRITE_LAW=1 and read the difference");
    }

    private static void WriteAnew(Dictionary<string, string> pages)
    {
        Directory.CreateDirectory(Folder);
        foreach (var old in Directory.EnumerateFiles(Folder)) File.Delete(old);
        foreach (var (name, text) in pages) File.WriteAllText(Path.Combine(Folder, name), text);
    }
}
