using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Virker.Platform;

/// <summary>
/// A numbered script of a module as one database runs it: written for that database alone
/// (<c>001-citizens.sqlite.sql</c>), or once for both with <see cref="TypeWords"/> (<c>025-visits.sql</c>).
/// </summary>
internal sealed partial record Script(string Module, int Number, string Name, string Sql)
{
    /// <summary>The text with its type words, where the script is for both databases.</summary>
    public string? Written { get; private init; }

    /// <summary>
    /// A script of another module that must have run before: a line of it says <c>-- after Casework 24</c>. For a
    /// module whose tables were made by one that runs later.
    /// </summary>
    public (string Module, int Number)? After =>
        AfterLine().Match(Sql) is { Success: true } line
            ? (line.Groups["module"].Value, int.Parse(line.Groups["number"].Value, CultureInfo.InvariantCulture))
            : null;

    /// <summary>Of what is written in the file. Line ends do not count: a checkout may change them.</summary>
    public string Hash =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes((Written ?? Sql).ReplaceLineEndings("\n"))));

    /// <summary>What the database remembers of a script that it was given.</summary>
    internal sealed record Applied(string Name, string Hash);

    public static IEnumerable<Script> EmbeddedIn(IModuleSchema module, Dialect dialect)
    {
        var assembly = module.GetType().Assembly;
        var suffix = dialect == Dialect.Sqlite ? "sqlite" : "postgres";
        return assembly.GetManifestResourceNames()
            .Select(resource => (resource, name: ScriptName().Match(resource).Groups))
            .Where(r => r.name["number"].Success)
            .Where(r => r.name["dialect"].Value is "" || r.name["dialect"].Value == suffix)
            .Select(r => new Script(
                module.Module,
                int.Parse(r.name["number"].Value, CultureInfo.InvariantCulture),
                $"{r.name["number"].Value}-{r.name["title"].Value}",
                Text(assembly, r.resource)
            ).On(dialect, isForBoth: r.name["dialect"].Value is ""))
            .OrderBy(s => s.Number);
    }

    /// <summary>As <paramref name="dialect"/> runs it: one for both has its type words filled in.</summary>
    /// <exception cref="SchemaException">It uses an unknown type word.</exception>
    internal Script On(Dialect dialect, bool isForBoth = true) =>
        isForBoth ? this with { Sql = TypeWords.Fill(Sql, dialect, $"{Module}/{Name}.sql"), Written = Sql } : this;

    private static string Text(Assembly assembly, string resource)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"^-- after (?<module>\w+) (?<number>\d+)\r?$", RegexOptions.Multiline)]
    private static partial Regex AfterLine();

    [GeneratedRegex(@"\.Schema\.(?<number>\d{3})-(?<title>[^.]+)(\.(?<dialect>sqlite|postgres))?\.sql$")]
    private static partial Regex ScriptName();
}
