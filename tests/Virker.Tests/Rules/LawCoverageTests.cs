using System.Text.RegularExpressions;
using Virker.Rules;
using Virker.Tests.Support;

namespace Virker.Tests.Rules;

/// <summary>
/// law-coverage.csv says for each row of the law notes what carries it: a parameter, a rule or a code. Where the notes
/// are at hand, no row of them may be missing.
/// </summary>
public sealed partial class LawCoverageTests
{
    private static IReadOnlyList<(string Row, string Kind, string Target)> Covered =>
        [
            .. File.ReadLines(
                    Path.Combine(Structure.Repository.Root, "tests", "Virker.Tests", "Rules", "law-coverage.csv")
                )
                .Skip(1)
                .Select(line => line.Split(';'))
                .Select(cells => (cells[0], cells[1], cells[2])),
        ];

    [Fact]
    public void What_is_said_to_carry_a_row_is_there() => Covered.ShouldEachBe(c => IsThere(c.Kind, c.Target));

    [Fact]
    public void No_row_of_the_law_notes_is_left_out()
    {
        if (Beside.File("domain", "law.md") is not { } path)
            return;
        var rows = File.ReadLines(path)
            .TakeWhile(l => !l.StartsWith("## 13", StringComparison.Ordinal))
            .Select(l => NumberedRow().Match(l))
            .Where(m => m.Success)
            .Select(m => m.Groups[1].Value)
            .ToList();
        rows.Count.ShouldBeGreaterThan(200);
        rows.Distinct().Except(Covered.Select(c => c.Row)).ShouldBeEmpty();
    }

    private static bool IsThere(string kind, string target) =>
        kind switch
        {
            "parameter" => Lawbook.Current.All.Any(p => p.Name == target),
            "rule" => RuleBook.Current.All.Any(r => r.Id == target),
            "code" => CodeList
                .Every.Single(l => l.Name == target[..target.IndexOf('/')])
                .Has(target[(target.IndexOf('/') + 1)..]),
            _ => false,
        };

    [GeneratedRegex(@"^\| (\d+\.\d+) \|")]
    private static partial Regex NumberedRow();
}
