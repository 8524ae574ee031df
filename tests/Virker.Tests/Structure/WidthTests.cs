using System.Text.RegularExpressions;

namespace Virker.Tests.Structure;

/// <summary>
/// A line that can be read: 120 columns is the habit and 140 the wall, for C# and pages alike. What is written between
/// quotes, and the prose of a page, is as long as it is: sentences, patterns and examples are exempt by their form.
/// </summary>
public sealed partial class WidthTests
{
    private const int Habit = 120, Wall140 = 140;

    /// <summary>
    /// A ratchet: for each module, how many lines pass the habit and the wall today ("Casework 31 4"). A number may
    /// fall, and is then written down; it may not rise. What is not listed has none.
    /// </summary>
    private const string Ratchet = "tests/Virker.Tests/Structure/widths.ratchet.txt";

    [Fact]
    public void Lines_are_no_wider_than_can_be_read()
    {
        var listed = Repository.Files.Single(f => f.Path == Ratchet).Text().Split('\n', StringSplitOptions.TrimEntries)
            .Where(l => l.Length > 0).Select(l => l.Split(' '))
            .ToDictionary(l => l[0], l => (Habit: int.Parse(l[1]), Wall: int.Parse(l[2])));
        var today = Repository.Files.Where(f => f.Is(".cs") || f.Is(".razor")).GroupBy(f => ModuleOf(f.Path))
            .ToDictionary(g => g.Key, g => Count(g));
        var faults = new List<string>();
        foreach (var (module, lines) in today)
        {
            var allowed = listed.GetValueOrDefault(module);
            if (lines.Habit.Count > allowed.Habit) faults.AddRange(Too(module, Habit, allowed.Habit, lines.Habit));
            if (lines.Wall.Count > allowed.Wall) faults.AddRange(Too(module, Wall140, allowed.Wall, lines.Wall));
            if (lines.Habit.Count == 0 && listed.ContainsKey(module)) faults.Add($"{module} is off the list now");
        }

        faults.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("a = \"…\";", 7)]
    [InlineData("/// <summary>Why it is so.</summary>", 36)]
    [InlineData("Say($\"{one} of {many}\");", 9)]
    public void What_stands_between_quotes_has_no_width(string line, int columns) =>
        WidthOf(line, razor: false).ShouldBe(columns);

    [Fact]
    public void A_page_is_as_wide_as_its_code_and_not_as_its_prose()
    {
        WidthOf("    <p>Alt, hvad der siges til en borger, bliver en linje i hans egen mappe.</p>", razor: true)
            .ShouldBeLessThan(16);
        WidthOf("    <p>@Danish.Date(meeting.At)</p>", razor: true).ShouldBe(35);
    }

    private static (List<string> Habit, List<string> Wall) Count(IEnumerable<RepositoryFile> files)
    {
        var (habit, wall) = (new List<string>(), new List<string>());
        foreach (var file in files)
        {
            var raw = false;
            var number = 0;
            foreach (var line in file.Text().Split('\n'))
            {
                number++;
                var marks = line.Split("\"\"\"").Length - 1;
                var inside = raw || marks > 0;
                if (marks % 2 == 1) raw = !raw;
                if (inside || line.Length <= Habit) continue;
                var width = WidthOf(line, file.Is(".razor"));
                if (width > Habit) habit.Add($"{file.Path}:{number} is {width} columns wide");
                if (width > Wall140) wall.Add($"{file.Path}:{number} is {width} columns wide");
            }
        }

        return (habit, wall);
    }

    private static IEnumerable<string> Too(string module, int limit, int allowed, List<string> lines) =>
        [$"{module}: {lines.Count} lines over {limit} columns, and {allowed} may be:", .. lines];

    private static int WidthOf(string line, bool razor)
    {
        var bare = Quoted().Replace(line, "\"\"");
        return (razor ? Prose().Replace(bare, "><") : bare).Length;
    }

    private static string ModuleOf(string path) =>
        path.StartsWith("src/", StringComparison.Ordinal) ? path.Split('/')[1] : path.Split('/')[0];

    [GeneratedRegex(""" "(?:[^"\\]|\\.)*" """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Quoted();

    [GeneratedRegex(">[^<>@{}]+<")]
    private static partial Regex Prose();
}
