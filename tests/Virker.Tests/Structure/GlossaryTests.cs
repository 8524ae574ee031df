using System.Reflection;
using System.Text.RegularExpressions;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Tests.Structure;

/// <summary>
/// Every public domain term stands in the glossary, and what stands there is in the code. A term is a noun that another
/// module can name: a public type that is neither a message (a request, or a shape that only answers one), nor plumbing
/// (attributes, exceptions, interfaces, static classes). An identity counts as the thing that it identifies.
/// </summary>
public sealed partial class GlossaryTests
{
    /// <summary>
    /// Rooms of the trade; Platform is how the house is built, and its words may stand in the glossary but need not.
    /// </summary>
    private static readonly Func<Room, bool> OfTheTrade = room => room.Tier < 7 && room.Name != "Platform";

    /// <summary>Parts of a thing that has the word: a column's declaration is explained where the column is.</summary>
    private static readonly string[] Parts =
    [
        "Id",
        "Kind",
        "Status",
        "Value",
        "Line",
        "Group",
        "Row",
        "Rows",
        "Builder",
        "Declaration",
        "Store",
        "Load",
        "Part",
        "Text",
    ];

    [Fact]
    public void Every_domain_term_stands_in_the_glossary() => Wall.Holds(Missing(Terms(), Glossary.Rows));

    [Fact]
    public void What_stands_in_the_glossary_is_in_the_code() =>
        Wall.Holds(
            Unknown(
                Glossary.Rows,
                Modules
                    .Types()
                    .Select(NameOf)
                    .Concat(Modules.Types().SelectMany(t => t.GetProperties().Select(p => p.Name)))
                    .ToHashSet()
            )
        );

    [Fact]
    public void Every_row_has_its_words() => Wall.Holds(Glossary.Rows.SelectMany(Incomplete));

    [Fact]
    public void Each_wall_falls_for_a_seeded_violation()
    {
        GlossaryRow[] rows = [new("Citizen", "borger", "En person", "–"), new("Unicorn", "enhjørning", "", "–")];
        Missing(["Citizen", "CitizenId", "CommitteeCase"], rows)
            .ShouldBe(["CommitteeCase is a domain term and not in docs/glossary.md"]);
        Unknown(rows, ["Citizen"]).ShouldBe(["Unicorn stands in docs/glossary.md and not in the code"]);
        Incomplete(rows[1]).ShouldHaveSingleItem();
        Terms().ShouldContain("Cpr");
        Terms().ShouldNotContain(nameof(StateReason), "a request is no term");
    }

    private static IEnumerable<string> Terms()
    {
        var messages = Messages();
        return Modules
            .Types(OfTheTrade)
            .Where(t =>
                t.IsPublic
                && !t.IsInterface
                && !(t.IsAbstract && t.IsSealed)
                && !typeof(Attribute).IsAssignableFrom(t)
                && !typeof(Exception).IsAssignableFrom(t)
            )
            .Where(t => !messages.Contains(t) && !IsKindOf(t))
            .Select(NameOf)
            .Where(n => n != nameof(Done))
            .Distinct();
    }

    /// <summary>One of several kinds of a thing that is itself a term: the glossary explains the thing.</summary>
    private static bool IsKindOf(Type type) =>
        type.BaseType is { IsAbstract: true, IsPublic: true } general
        && House.Rooms.Any(r => r.Assembly == general.Assembly.GetName().Name);

    /// <summary>
    /// Requests, and the shapes that only stand in requests and results: they say what a use case needs and shows, not
    /// what there is.
    /// </summary>
    private static HashSet<Type> Messages()
    {
        var found = new HashSet<Type>();
        var waiting = new Stack<Type>(
            Modules.Handlers(Modules.Types()).SelectMany(Modules.Contracts).SelectMany(c => c.GetGenericArguments())
        );
        while (waiting.TryPop(out var type))
        {
            foreach (var inner in type.IsArray ? [type.GetElementType()!] : type.GetGenericArguments())
                waiting.Push(inner);
            if (!IsShape(type) || !found.Add(type))
                continue;
            foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
                waiting.Push(property.PropertyType);
        }

        return found;
    }

    /// <summary>
    /// Identities, enums and what Kernel, Rules and Insight declare are terms wherever they are shown.
    /// </summary>
    private static bool IsShape(Type type) =>
        type is { IsClass: true, IsPublic: true }
        && House.Rooms.Any(r => r.Assembly == type.Assembly.GetName().Name && !House.Pure.Contains(r.Name));

    private static string NameOf(Type type) => type.Name.Split('`')[0];

    private static IEnumerable<string> Missing(IEnumerable<string> terms, IEnumerable<GlossaryRow> rows)
    {
        var known = rows.Select(r => r.Identifier).ToHashSet();
        return terms
            .Where(t =>
                !known.Contains(t)
                && !Parts.Any(part => t.EndsWith(part, StringComparison.Ordinal) && known.Contains(t[..^part.Length]))
            )
            .Select(t => $"{t} is a domain term and not in docs/glossary.md");
    }

    private static IEnumerable<string> Unknown(IEnumerable<GlossaryRow> rows, HashSet<string> names) =>
        rows.Where(r =>
                !names.Contains(r.Identifier)
                && !names.Contains($"{r.Identifier}Id")
                && !names.Contains($"{r.Identifier}Row")
            )
            .Select(r => $"{r.Identifier} stands in docs/glossary.md and not in the code");

    private static IEnumerable<string> Incomplete(GlossaryRow row) =>
        row.Danish.Length < 2 || (row.Meaning.Length < 3 && row.Source.Length < 3)
            ? [$"{row.Identifier} lacks its Danish word, or both meaning and source"]
            : [];
}

internal sealed record GlossaryRow(string Identifier, string Danish, string Meaning, string Source);

internal static partial class Glossary
{
    public static IReadOnlyList<GlossaryRow> Rows =>
        [
            .. File.ReadLines(Path.Combine(Repository.Root, "docs", "glossary.md"))
                .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
                .Where(cells =>
                    cells.Length >= 6 && Identifier().IsMatch(cells[1].Trim('`')) && cells[1] != "Identifier"
                )
                .SelectMany(cells =>
                    cells[1].Trim('`').Split(" / ").Select(name => new GlossaryRow(name, cells[2], cells[3], cells[4]))
                ),
        ];

    [GeneratedRegex("^[A-Z][A-Za-z0-9]+( / [A-Z][A-Za-z0-9]+)*$")]
    private static partial Regex Identifier();
}
