using System.Text.RegularExpressions;
using Virker.Tests.Structure;

namespace Virker.Tests.Web;

/// <summary>
/// The forms that stand in the pages' source, by the name each is given there; what is filled in when the page is shown
/// reads {id}.
/// </summary>
internal static partial class SourceForms
{
    public static IReadOnlyList<string> All { get; } =
    [
        .. Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "src", "Web"), "*.razor", SearchOption.AllDirectories)
            .Where(f => Path.GetFileName(f) is not ("Confirm.razor" or "Form.razor"))
            .Select(File.ReadAllText)
            .SelectMany(NamesIn)
            .Distinct()
            .Order(StringComparer.Ordinal),
    ];

    private static IEnumerable<string> NamesIn(string page) =>
        FormName()
            .Matches(page)
            .SelectMany(m =>
                m.Groups["either"].Success
                    ? Regex.Matches(m.Groups["either"].Value, "\"([^\"]*)\"").Select(w => w.Groups[1].Value)
                    : [NameOf(m, page)]
            );

    private static string NameOf(Match m, string page) =>
        m switch
        {
            _ when m.Groups["plain"].Success => m.Groups["plain"].Value,
            _ when m.Groups["made"].Success => Hole().Replace(m.Groups["made"].Value, "{id}"),
            _ => Regex.Match(page, $@"\b{m.Groups["held"].Value}\s*(?:=|\([^)]*\)\s*=>)\s*\$?""(?<name>[^""]*)""")
                is { Success: true } given
                ? Hole().Replace(given.Groups["name"].Value, "{id}")
                : throw new InvalidOperationException($"No name is found for {m.Value}."),
        };

    [GeneratedRegex(
        """<(?:[\w.]*\.)?(?:Form|Confirm)\s+Name="(?:(?<plain>[a-z][\w-]*)"|@\(\$"(?<made>[^"]*)"\)"|@\((?<either>[^)]*\?[^)]*)\)"|@(?<held>\w+))"""
    )]
    private static partial Regex FormName();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Hole();
}
