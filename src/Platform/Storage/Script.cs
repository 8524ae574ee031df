using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Virker.Platform;

/// <summary>A numbered script of a module for one database, as it is embedded in the module.</summary>
internal sealed partial record Script(string Module, int Number, string Name, string Sql)
{
    /// <summary>Line ends do not count: a checkout may change them.</summary>
    public string Hash => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Sql.ReplaceLineEndings("\n"))));

    /// <summary>What the database remembers of a script that it was given.</summary>
    internal sealed record Applied(string Name, string Hash);

    public static IEnumerable<Script> EmbeddedIn(IModuleSchema module, Dialect dialect)
    {
        var assembly = module.GetType().Assembly;
        var suffix = dialect == Dialect.Sqlite ? "sqlite" : "postgres";
        return assembly.GetManifestResourceNames()
            .Select(resource => (resource, name: ScriptName().Match(resource).Groups))
            .Where(r => r.name["dialect"].Value == suffix)
            .Select(r => new Script(
                module.Module,
                int.Parse(r.name["number"].Value, CultureInfo.InvariantCulture),
                $"{r.name["number"].Value}-{r.name["title"].Value}",
                Text(assembly, r.resource)
            ))
            .OrderBy(s => s.Number);
    }

    private static string Text(Assembly assembly, string resource)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"\.Schema\.(?<number>\d{3})-(?<title>[^.]+)\.(?<dialect>sqlite|postgres)\.sql$")]
    private static partial Regex ScriptName();
}
