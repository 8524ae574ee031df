using System.Globalization;
using System.Text.Json;
using Virker.Kernel;

namespace Virker.Rules;

/// <summary>
/// A code of a list: its stable id, the number that registers store (null where none is used), and its Danish label through time.
/// Labels change when the law renames things; the id never does.
/// </summary>
public sealed record Code(string Id, int? Number, IReadOnlyList<DatedLabel> Labels, string Source, LawStatus Status)
{
    /// <summary>The label in use on a day; before the first label's day the first one, since things have a name before a register knows it.</summary>
    public string Label(DateOnly on) => (Labels.LastOrDefault(l => l.From <= on) ?? Labels[0]).Text;

    /// <summary>The newest label.</summary>
    public override string ToString() => Labels[^1].Text;

    public bool HoldsOn(DateOnly day) => day >= Labels[0].From && (Labels[^1].To is null || day <= Labels[^1].To);
}

/// <summary>A Danish label and the days on which it was the right one.</summary>
public sealed record DatedLabel(string Text, DateOnly From, DateOnly? To);

/// <summary>
/// The law's kinds of things as dated lists, never as types in code: benefits, target groups, kinds of intervention … Read from the data
/// files beside this one.
/// </summary>
public sealed class CodeList
{
    private readonly Dictionary<string, Code> _byId;
    private readonly Dictionary<int, Code> _byNumber;

    private CodeList(string name, IReadOnlyList<Code> codes)
    {
        (Name, All) = (name, codes);
        _byId = codes.ToDictionary(c => c.Id);
        _byNumber = codes.Where(c => c.Number is not null).ToDictionary(c => c.Number!.Value);
    }

    /// <summary>Ydelser.</summary>
    public static CodeList Benefits { get; } = Compiled("benefits");

    /// <summary>Målgrupper: LAB § 6, nr. 1–13.</summary>
    public static CodeList TargetGroups { get; } = Compiled("target-groups");

    /// <summary>Indsatser og tilbud.</summary>
    public static CodeList Interventions { get; } = Compiled("interventions");

    public static IReadOnlyList<CodeList> Every => [Benefits, TargetGroups, Interventions];

    public string Name { get; }

    public IReadOnlyList<Code> All { get; }

    public Code this[string id] => _byId.TryGetValue(id, out var code) ? code : throw new KeyNotFoundException($"The list {Name} has no code {id}.");

    public Code this[int number] => _byNumber.TryGetValue(number, out var code) ? code : throw new KeyNotFoundException($"The list {Name} has no code {number}.");

    public bool Has(string id) => _byId.ContainsKey(id);

    private static CodeList Compiled(string name)
    {
        var assembly = typeof(CodeList).Assembly;
        using var stream = assembly.GetManifestResourceStream($"Virker.Rules.CodeLists.{name}.json") ?? throw new LawbookException($"Kodelisten {name} mangler.");
        using var document = JsonDocument.Parse(stream, new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        return new(name, [.. document.RootElement.GetProperty("codes").EnumerateArray().Select(c => Read(name, c))]);
    }

    private static Code Read(string list, JsonElement element)
    {
        var id = element.GetProperty("id").GetString()!;
        var status = LawStatusWords.Parse(element.GetProperty("status").GetString()!) ?? throw new LawbookException($"{list}: {id}: ukendt status.");
        return new(id, element.TryGetProperty("number", out var number) ? number.GetInt32() : null,
            [.. element.GetProperty("labels").EnumerateArray().Select(l => new DatedLabel(l.GetProperty("text").GetString()!, Day(l, "from")!.Value, Day(l, "to")))],
            element.GetProperty("source").GetString()!, status);
    }

    private static DateOnly? Day(JsonElement label, string name) => label.TryGetProperty(name, out var text)
        ? DateOnly.ParseExact(text.GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
}
