using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Tests.Structure;

/// <summary>A code has one kind of word (<see cref="CodeWord{TSelf}"/>), and a row keeps the word.</summary>
public sealed class CodeWordWallTests
{
    /// <summary>What columns of codes are called.</summary>
    private static readonly string[] OfCodes = ["Kind", "Status", "State", "Channel", "Holder", "Owner", "Area"];

    /// <summary>Codes that are somebody else's, and those that wait for their word.</summary>
    private static readonly IReadOnlyList<Exemption> NotOurs =
    [
        new("InterventionRow.Kind keeps a code as text", "The law's own dated list, which is not closed."),
        new("RegulationValueRow.Status keeps a code as text", "The law's own status, with a reader of its own."),
        new("BenchmarkRow.Area keeps a code as text", "A municipality's number in the ministry's file."),
        new("ComparisonRow.Area keeps a code as text", "A municipality's number, or the country's, in the source."),
        new("JournalRow.Kind keeps a code as text", "The hash chain is over the text itself."),
        new("FileRow.Kind keeps a code as text", "A type of content as the net writes it."),
        new("PaperRow.Kind keeps a code as text", "In the words of the module that put the paper there."),
        new("MessageRow.Kind keeps a code as text", "In the words of the module that had it told (IMessageKinds)."),
        new("FollowUpRow.Owner keeps a code as text", "Who must see to it, in the minutes' own words."),
        new("DecisionRow.Kind keeps a code as text", "Until DecisionKind is a word, and its reader says it."),
        new("ReadingRow.Kind keeps a code as text", "Until the reader's own answer of what a paper is is a word."),
        new("TeamRow.Area keeps a code as text", "What a team calls its field: free text."),
    ];

    [Fact]
    public void No_list_of_codes_and_texts_stands_outside_Kernel() =>
        Wall.Holds(Modules.Types(r => r.Name != "Kernel").SelectMany(OwnLists));

    [Fact]
    public void No_row_keeps_a_code_as_text()
    {
        using var house = Modules.Compose();
        var rows = house
            .GetServices<IModuleSchema>()
            .SelectMany(schema => MappedRows.In(schema.GetType().Assembly))
            .Distinct()
            .ToList();
        rows.Count.ShouldBeGreaterThan(80);
        Wall.Holds(rows.SelectMany(Untyped), NotOurs);
    }

    [Fact]
    public void Each_wall_falls_for_a_seeded_violation()
    {
        OwnLists(typeof(Seeded.OldWords)).Count().ShouldBe(2);
        Untyped(typeof(Seeded.OldRow)).ShouldBe(["OldRow.Status keeps a code as text"]);
    }

    private static IEnumerable<string> OwnLists(Type type)
    {
        const BindingFlags declared =
            BindingFlags.Static
            | BindingFlags.Instance
            | BindingFlags.Public
            | BindingFlags.NonPublic
            | BindingFlags.DeclaredOnly;
        return
        [
            .. type.GetFields(declared)
                .Where(f => !f.Name.Contains('<') && IsPairs(f))
                .Select(f => $"{type.Name}.{f.Name} is a list of codes and texts"),
            .. type.GetProperties(declared)
                .Where(IsPairs)
                .Select(p => $"{type.Name}.{p.Name} is a list of codes and texts"),
            .. type.GetMethods(declared)
                .Where(m =>
                    m.Name == "Text"
                    && m.IsStatic
                    && m.ReturnType == typeof(string)
                    && m.GetParameters() is [{ Name: "code" } only]
                    && only.ParameterType == typeof(string)
                )
                .Select(m => $"{type.Name}.{m.Name} gives the word of a code"),
        ];
    }

    private static bool IsPairs(MemberInfo member) =>
        member.GetCustomAttribute<TupleElementNamesAttribute>()?.TransformNames is ["Code", "Text" or "Name", ..];

    private static IEnumerable<string> Untyped(Type row) =>
        row.GetProperties()
            .Where(p => p.PropertyType == typeof(string) && OfCodes.Contains(p.Name))
            .Select(p => $"{row.Name}.{p.Name} keeps a code as text");
}
