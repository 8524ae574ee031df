using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Virker.Platform;

namespace Virker.Tests.Structure;

/// <summary>
/// A table is written once for both databases. A script for one of them stands where they really differ, and its first
/// line says why; the pairs from before stand as they are, with the hashes that databases know them by.
/// </summary>
public sealed partial class ScriptPairTests
{
    private const string Frozen = "tests/Virker.Tests/Structure/script-pairs.frozen.txt";

    private const string Why = "-- Two scripts, since ";

    [Fact]
    public void A_script_for_one_database_says_why()
    {
        var frozen = Lines();
        Wall.Holds(
            Repository.Files.Where(f => OneDatabase().IsMatch(f.Path))
                .SelectMany(f => Unexplained(f.Path, f.Text(), frozen.Keys.Contains))
        );
    }

    [Fact]
    public void The_pairs_from_before_stand_with_their_hashes()
    {
        using var house = Modules.Compose();
        var migrator = house.GetRequiredService<Migrator>();
        var today = Enum.GetValues<Dialect>().SelectMany(d => migrator.ScriptsFor(d).Select(s => (d, s)))
            .ToDictionary(
                x => $"src/{x.s.Module}/Schema/{x.s.Name}.{(x.d == Dialect.Sqlite ? "sqlite" : "postgres")}.sql",
                x => x.s.Hash
            );
        Wall.Holds(
            Lines().Where(l => today.GetValueOrDefault(l.Key) != l.Value)
                .Select(l => $"{l.Key} is gone or changed: databases know it as it was")
        );
    }

    [Fact]
    public void Each_wall_falls_for_a_seeded_violation()
    {
        const string path = "src/Casework/Schema/099-x.sqlite.sql";
        OneDatabase().IsMatch(path).ShouldBeTrue();
        OneDatabase().IsMatch("src/Casework/Schema/099-x.sql").ShouldBeFalse();
        Unexplained(path, "-- A table.\ncreate table x (id blob);", _ => false).ShouldHaveSingleItem();
        Unexplained(path, Why, _ => false).ShouldHaveSingleItem();
        Unexplained(path, $"{Why}SQLite has no index of words.\ncreate table x (id blob);", _ => false).ShouldBeEmpty();
    }

    private static IEnumerable<string> Unexplained(string path, string text, Func<string, bool> isFrozen)
    {
        var first = text.Split('\n')[0].Trim();
        return isFrozen(path) || (first.StartsWith(Why, StringComparison.Ordinal) && first.Length > Why.Length + 10)
            ? []
            : [$"{path} is for one database and does not begin with \"{Why}…\""];
    }

    /// <summary>Path and hash of each.</summary>
    private static Dictionary<string, string> Lines() =>
        Repository.Files.Single(f => f.Path == Frozen).Text()
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(l => l.Split(' '))
            .ToDictionary(l => l[0], l => l[1]);

    [GeneratedRegex(@"^src/\w+/Schema/\d{3}-[^.]+\.(sqlite|postgres)\.sql$")]
    private static partial Regex OneDatabase();
}
