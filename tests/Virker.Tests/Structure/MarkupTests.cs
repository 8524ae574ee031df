using System.Text.RegularExpressions;

namespace Virker.Tests.Structure;

/// <summary>One way to write what many pages have: what they ask for, a section with its heading, a choice.</summary>
public sealed partial class MarkupTests
{
    private static IEnumerable<RepositoryFile> Pages => Repository.Files.Where(f => f.Is(".razor"));

    [Fact]
    public void What_a_page_asks_for_stands_at_its_top() =>
        Wall.Holds(Pages.SelectMany(f => Asked(f.Path, f.Text())));

    [Fact]
    public void A_section_with_a_heading_is_the_part_for_it() =>
        Wall.Holds(Pages.Where(f => !f.Path.StartsWith("src/Web/Ui/", StringComparison.Ordinal))
            .SelectMany(f => Headed(f.Path, f.Text())));

    [Fact]
    public void A_plain_choice_is_the_part_for_it() =>
        Wall.Holds(Pages.Where(f => f.Path != "src/Web/Ui/Select.razor").SelectMany(f => Chosen(f.Path, f.Text())));

    [Fact]
    public void Each_wall_falls_for_a_seeded_violation()
    {
        Asked("a.razor", "@code {\n    [Inject] private TimeProvider Clock { get; set; }\n}").ShouldHaveSingleItem();
        Asked("a.razor", "<p></p>\n@inject TimeProvider Clock\n").ShouldHaveSingleItem();
        Asked("a.razor", "@* Why. *@\n@page \"/a\"\n@inject TimeProvider Clock\n<p></p>\n").ShouldBeEmpty();
        Headed("a.razor", "<section aria-labelledby=\"x\">\n    <h2 id=\"x\">Ydelser</h2>").ShouldHaveSingleItem();
        Headed("a.razor", "<section class=\"c\" aria-labelledby=\"x\"><h2 id=\"x\">@Text</h2>").ShouldHaveSingleItem();
        Headed("a.razor", "<section aria-labelledby=\"x\" hidden><h2 id=\"x\">Ydelser</h2>").ShouldBeEmpty();
        Headed("a.razor", "<section aria-labelledby=\"x\"><h2 id=\"x\">For <Data>@Name</Data></h2>").ShouldBeEmpty();
        Chosen("a.razor", "<select name=\"x\"><option>1</option></select>").ShouldHaveSingleItem();
        Chosen("a.razor", "<select name=\"x\"><optgroup label=\"A\"></optgroup></select>").ShouldBeEmpty();
    }

    private static IEnumerable<string> Asked(string path, string text)
    {
        if (text.Contains("[Inject]", StringComparison.Ordinal)) yield return $"{path} asks within its code";
        var markup = Markup().Match(Comment().Replace(text, ""));
        if (markup.Success && markup.Value.Contains("\n@inject ", StringComparison.Ordinal))
            yield return $"{path} asks below its markup";
    }

    /// <summary>One whose heading or section carries more than the part can say stands as it is.</summary>
    private static IEnumerable<string> Headed(string path, string text) =>
        Section().Matches(text).Select(m => $"{path}: {m.Groups["heading"].Value} is a Section");

    private static IEnumerable<string> Chosen(string path, string text) =>
        Select().Matches(text).Where(m => !m.Value.Contains("<optgroup", StringComparison.Ordinal))
            .Select(_ => $"{path} writes a <select> that Select, Choice or SelectField writes");

    [GeneratedRegex(@"@\*.*?\*@", RegexOptions.Singleline)]
    private static partial Regex Comment();

    /// <summary>From the first element on.</summary>
    [GeneratedRegex(@"^<\w.*", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Markup();

    [GeneratedRegex(
        """<section(?:\s+class="[^"]*")?\s+aria-labelledby="(?<id>[^"]+)">\s*<h2 id="\k<id>">(?<heading>[^<]+)</h2>"""
    )]
    private static partial Regex Section();

    [GeneratedRegex("<select.*?</select>", RegexOptions.Singleline)]
    private static partial Regex Select();
}
