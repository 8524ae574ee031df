using System.Reflection;
using System.Reflection.Metadata;
using System.Runtime.CompilerServices;

namespace Virker.Tests.Structure;

/// <summary>
/// Sizes that can be kept in one's head: a file about 200 lines, a page 150, a method 30, a constructor 5 parameters
/// ("about" is a tenth, more for methods, where a closing brace more or less says nothing).
/// </summary>
public sealed class SizeTests
{
    private const int FileLines = 220, PageLines = 165, MethodLines = 35, Parameters = 5;

    /// <summary>
    /// A ratchet: what became longer when every line was broken at 120 columns. It may stay as it is for now; it gets
    /// off the list when it is split, and nothing new comes on.
    /// </summary>
    private const string Ratchet = "tests/Virker.Tests/Structure/sizes.ratchet.txt";

    private static IReadOnlyList<Exemption> Exempt =>
        [
            .. Repository
                .Files.Single(f => f.Path == Ratchet)
                .Text()
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(l => new Exemption(l, "until it is split")),
        ];

    [Fact]
    public void Files_pages_methods_and_constructors_are_small() => Wall.Holds(
    [
        .. Repository.Files.Where(f => f.Is(".cs") || f.Is(".razor")).SelectMany(f => TooLong(f.Path, Lines(f.Text()))),
        .. House.Rooms.SelectMany(r => TooLongMethods(r.Assembly, MethodLines)),
        .. Modules.Types().SelectMany(TooManyParameters),
    ], Exempt);

    [Fact]
    public void Each_wall_falls_for_a_seeded_violation()
    {
        TooLong("src/Casework/Everything.cs", FileLines + 1).ShouldHaveSingleItem();
        TooLong("src/Web/Pages/EverythingPage.razor", PageLines + 1).ShouldHaveSingleItem();
        TooLong("src/Casework/Enough.cs", FileLines).ShouldBeEmpty();
        TooLongMethods("Virker.Tests", 2)
            .ShouldContain("SizeTests.Each_wall_falls_for_a_seeded_violation has more than 2 lines");
        TooManyParameters(typeof(Greedy)).ShouldHaveSingleItem();
    }

    private static int Lines(string text) => text.AsSpan().TrimEnd().Count('\n') + 1;

    private static IEnumerable<string> TooLong(string path, int lines)
    {
        var limit = path.EndsWith(".razor", StringComparison.Ordinal) ? PageLines : FileLines;
        return lines > limit ? [$"{path} has more than {limit} lines"] : [];
    }

    /// <summary>
    /// From the debug symbols, so that strings and comments count as a reader sees them and generated code does not.
    /// What is a single expression without a statement is a table of data (indicators, grants), and as long as its
    /// data.
    /// </summary>
    private static IEnumerable<string> TooLongMethods(string assembly, int limit)
    {
        using var symbols = File.OpenRead(Path.Combine(AppContext.BaseDirectory, $"{assembly}.pdb"));
        using var provider = MetadataReaderProvider.FromPortablePdbStream(symbols);
        var reader = provider.GetMetadataReader();
        var module = Assembly.Load(assembly).ManifestModule;
        var found = new HashSet<string>();
        foreach (var handle in reader.MethodDebugInformation)
        {
            var points = reader.GetMethodDebugInformation(handle).GetSequencePoints().Where(p => !p.IsHidden).ToList();
            if (points.Count < 2 || IsGenerated(reader, points[0].Document)) continue;
            if (points.Max(p => p.EndLine) - points.Min(p => p.StartLine) + 1 <= limit) continue;
            if (NameOf(module, handle) is { } name) found.Add($"{name} has more than {limit} lines");
        }

        return found;
    }

    private static bool IsGenerated(MetadataReader reader, DocumentHandle document)
    {
        var name = reader.GetString(reader.GetDocument(document).Name);
        return name.EndsWith(".g.cs", StringComparison.Ordinal)
            || name.EndsWith(".razor", StringComparison.Ordinal)
            || name.Contains("/obj/", StringComparison.Ordinal);
    }

    /// <summary>
    /// A state machine's MoveNext is its method ("&lt;RunAsync&gt;d__3"). Field initialisers and top-level programs are
    /// not methods to a reader.
    /// </summary>
    private static string? NameOf(Module module, MethodDebugInformationHandle handle)
    {
        var method = module.ResolveMethod(
            System.Reflection.Metadata.Ecma335.MetadataTokens.GetToken(handle.ToDefinitionHandle())
        )!;
        if (
            method is ConstructorInfo
            || method.Name == "<Main>$"
            || method.DeclaringType!.Name.StartsWith("<<Main>", StringComparison.Ordinal)
        )
            return null;
        var type = method.DeclaringType!;
        var name = method.Name;
        while (type.Name.StartsWith('<') && type.DeclaringType is { } outer)
        {
            if (type.Name.IndexOf('>') is > 1 and var end) name = type.Name[1..end];
            type = outer;
        }

        return $"{type.Name}.{name}";
    }

    /// <summary>Of a class that does something; a record is data, and has as many fields as it has.</summary>
    private static IEnumerable<string> TooManyParameters(Type type) =>
        type.IsValueType || type.GetMethod("<Clone>$") is not null
            ? []
            : type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
                .Where(c => !c.IsDefined(typeof(CompilerGeneratedAttribute)))
                .Where(c => c.GetParameters().Length > Parameters)
                .Select(c => $"{type.FullName} takes {c.GetParameters().Length} things to make");

    private sealed class Greedy(int a, int b, int c, int d, int e, int f)
    {
        public int Sum => a + b + c + d + e + f;
    }
}
