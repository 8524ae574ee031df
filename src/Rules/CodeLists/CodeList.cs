using System.Globalization;

namespace Virker.Rules;

/// <summary>
/// A code of a list: its stable id, the number that registers store (null where none is used), and its Danish label
/// through time. Labels change when the law renames things; the id never does.
/// </summary>
public sealed record Code(string Id, int? Number, IReadOnlyList<DatedLabel> Labels, string Source, LawStatus Status)
{
    /// <summary>
    /// What a reader must know of the code, for instance what replaced it; null where there is nothing.
    /// </summary>
    public string? Note { get; init; }

    /// <summary>The groups of the list that it is in (<see cref="CodeGroup"/>), by their ids.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>
    /// Where the thing can be read, with "{§}" where the paragraph stands; null where no address is known.
    /// </summary>
    public string? Address { get; init; }

    /// <summary>
    /// The label in use on a day; before the first label's day the first one, since things have a name before a
    /// register knows it.
    /// </summary>
    public string Label(DateOnly on) => (Labels.LastOrDefault(l => l.From <= on) ?? Labels[0]).Text;

    /// <summary>The newest label.</summary>
    public override string ToString() => Labels[^1].Text;

    public bool HoldsOn(DateOnly day) => day >= Labels[0].From && (Labels[^1].To is null || day <= Labels[^1].To);

    /// <summary>
    /// A register can hold it from that day: it has a number, holds on the day, and is law and not only agreed or
    /// proposed.
    /// </summary>
    public bool MayBeChosen(DateOnly day) => Number is not null && HoldsOn(day) && Status != LawStatus.Agreement;

    /// <summary>The label as a choice: one that nobody has checked says so.</summary>
    public string Choice(DateOnly day) =>
        Status == LawStatus.Unverified
            ? $"{Label(day)} ({LawStatus.Unverified.Danish().ToLowerInvariant()})"
            : Label(day);
}

/// <summary>What is true of some of a list's codes, so that nobody counts them up elsewhere.</summary>
public sealed record CodeGroup(string Id, string Meaning, string Source, LawStatus Status);

/// <summary>A Danish label and the days on which it was the right one.</summary>
public sealed record DatedLabel(string Text, DateOnly From, DateOnly? To);

/// <summary>
/// The law's kinds of things as dated lists, never as types in code: benefits, target groups, kinds of intervention …
/// Read from the data files beside this one.
/// </summary>
public sealed class CodeList
{
    private static readonly Lazy<IReadOnlyDictionary<string, CodeList>> Compiled = new(() =>
        Lawbook.Files("CodeLists/").Select(f => new CodeListReader(f.Path, f.Json).Read()).ToDictionary(l => l.Name));

    private readonly Dictionary<string, Code> _byId;
    private readonly Dictionary<int, Code> _byNumber;

    internal CodeList(string name, string title, IReadOnlyList<Code> codes)
    {
        (Name, Title, All) = (name, title, codes);
        _byId = codes.ToDictionary(c => c.Id);
        _byNumber = codes.Where(c => c.Number is not null).ToDictionary(c => c.Number!.Value);
    }

    /// <summary>Ydelser.</summary>
    public static CodeList Benefits => Of("benefits");

    /// <summary>Målgrupper: LAB § 6, nr. 1–13.</summary>
    public static CodeList TargetGroups => Of("target-groups");

    /// <summary>Indsatser og tilbud.</summary>
    public static CodeList Interventions => Of("interventions");

    /// <summary>Love og bekendtgørelser, som reglerne henviser til, med adresse.</summary>
    public static CodeList Acts => Of("acts");

    /// <summary>Kategorier ved visitation af sygemeldte.</summary>
    public static CodeList SicknessCategories => Of("sickness-categories");

    /// <summary>Danskuddannelsernes spor.</summary>
    public static CodeList DanishTracks => Of("danish-tracks");

    /// <summary>KLE-emner, som Virker bruger.</summary>
    public static CodeList KleSubjects => Of("kle-subjects");

    /// <summary>De 98 kommuner og deres koder.</summary>
    public static CodeList Municipalities => Of("municipalities");

    /// <summary>Sanktioner.</summary>
    public static CodeList Sanctions => Of("sanctions");

    /// <summary>Ord, som loven har skiftet ud: det rette ord på en dag.</summary>
    public static CodeList Words => Of("words");

    /// <summary>Kilder, der er uenige, og hvad der ikke er fundet.</summary>
    public static CodeList OpenQuestions => Of("open-questions");

    public static IReadOnlyList<CodeList> Every =>
        [.. Compiled.Value.Values.OrderBy(l => l.Name, StringComparer.Ordinal)];

    public string Name { get; }

    public string Title { get; }

    public IReadOnlyList<Code> All { get; }

    public IReadOnlyList<CodeGroup> Groups { get; init; } = [];

    /// <summary>The numbers of those in a group.</summary>
    public IReadOnlySet<int> NumbersOf(string group) =>
        Groups.Any(g => g.Id == group)
            ? All.Where(c => c.Groups.Contains(group)).Select(c => c.Number).OfType<int>().ToHashSet()
            : throw new KeyNotFoundException($"The list {Name} has no group {group}.");

    public Code this[string id] =>
        _byId.TryGetValue(id, out var code)
            ? code
            : throw new KeyNotFoundException($"The list {Name} has no code {id}.");

    public Code this[int number] =>
        _byNumber.TryGetValue(number, out var code)
            ? code
            : throw new KeyNotFoundException($"The list {Name} has no code {number}.");

    /// <summary>
    /// Those that may be chosen on a day, in the list's order; others stand in registers from before, or are only
    /// expected.
    /// </summary>
    public IReadOnlyList<Code> ToChoose(DateOnly day) => [.. All.Where(c => c.MayBeChosen(day))];

    public bool MayBeChosen(int number, DateOnly day) =>
        _byNumber.TryGetValue(number, out var code) && code.MayBeChosen(day);

    public bool Has(string id) => _byId.ContainsKey(id);

    public bool Has(int number) => _byNumber.ContainsKey(number);

    /// <summary>
    /// The label of a code that a register holds; of one that the list does not know, the code itself and that it is
    /// not known.
    /// </summary>
    public string Label(string id, DateOnly on) => _byId.TryGetValue(id, out var code) ? code.Label(on) : Unknown(id);

    /// <summary>
    /// The label of a number that a register holds; of one that the list does not know, the number itself and that it
    /// is not known.
    /// </summary>
    public string Label(int number, DateOnly on) =>
        _byNumber.TryGetValue(number, out var code)
            ? code.Label(on)
            : Unknown(number.ToString(CultureInfo.InvariantCulture));

    private static string Unknown(string code) => $"Ukendt kode {code}";

    private static CodeList Of(string name) =>
        Compiled.Value.TryGetValue(name, out var list)
            ? list
            : throw new LawbookException($"Kodelisten {name} mangler.");
}
