using Virker.Kernel;

namespace Virker.Rules;

/// <summary>
/// A data file of the law is wrong; the message names the file, the parameter, the entry and the mistake.
/// </summary>
public sealed class LawbookException(string message) : Exception(message)
{
    /// <summary>The file's path under src/Rules.</summary>
    public string File { get; init; } = "";

    public int Line { get; init; } = 1;
}

/// <summary>
/// One data file of the law: the parameters of a rule, or a subject whose values are listed and asked for as they
/// stand.
/// </summary>
public sealed record LawSheet(string Id, string Title, LawRef Under, string Anchor, string? Transition)
{
    public IReadOnlyList<Parameter> Parameters { get; init; } = [];
}

/// <summary>
/// All parameters of the law that Virker knows, read from the data files under Acts/: one file a rule, an act's § on
/// top, each value with dates, source, status and the day it was checked. A wrong file is refused whole.
/// </summary>
public sealed class Lawbook
{
    private static readonly Lazy<Lawbook> Compiled = new(() => new(ReadAll()));

    private readonly Dictionary<string, Parameter> _byName;

    private Lawbook(IReadOnlyList<LawSheet> sheets, IEnumerable<Parameter> parameters) =>
        (Sheets, _byName) = (sheets, parameters.ToDictionary(p => p.Name));

    private Lawbook(IReadOnlyList<LawSheet> sheets) : this(sheets, sheets.SelectMany(s => s.Parameters)) { }

    /// <summary>The law as compiled into this version.</summary>
    public static Lawbook Current => Compiled.Value;

    /// <summary>
    /// The data files, in the order of their ids; what was changed to ask what if stands only in <see cref="All"/>.
    /// </summary>
    public IReadOnlyList<LawSheet> Sheets { get; }

    public IEnumerable<Parameter> All => _byName.Values.OrderBy(p => p.Name, StringComparer.Ordinal);

    public Parameter this[string name] => _byName.TryGetValue(name, out var parameter) ? parameter
        : throw new LawbookException($"Der er ingen parameter, der hedder {name}.");

    /// <summary>The parameters that a rule's own data file holds.</summary>
    public IEnumerable<Parameter> Of(string rule) => All.Where(p => p.Rule == rule);

    /// <summary>The same law with one parameter's values changed: the ground for asking what if.</summary>
    public Lawbook With(Parameter changed) =>
        new(Sheets, _byName.Values.Where(p => p.Name != changed.Name).Append(changed));

    /// <summary>
    /// What begins to hold on a day, with the value that held the day before (null where there was none).
    /// </summary>
    public IEnumerable<(Parameter Parameter, DatedValue? Before, DatedValue? After)> ChangesOn(DateOnly day) =>
        from parameter in All
        let before = parameter.Values.FirstOrDefault(v => v.HoldsOn(day.AddDays(-1)))
        let after = parameter.Values.FirstOrDefault(v => v.HoldsOn(day))
        where !ReferenceEquals(before, after)
        select (parameter, before, after);

    /// <summary>The days on which something changed, newest first.</summary>
    public IEnumerable<DateOnly> ChangeDays =>
        All.SelectMany(p => p.Values)
            .SelectMany(v => new[] { (DateOnly?)v.From, v.To?.AddDays(1) })
            .OfType<DateOnly>()
            .Distinct()
            .OrderDescending();

    /// <summary>What a rule answers under this law on a day: the typed question, for the product's own code.</summary>
    public Outcome<Finding<TAnswer>> Answer<TFacts, TAnswer>(IRule<TFacts, TAnswer> rule, TFacts facts, DateOnly on) =>
        RuleBook.Answer(rule, facts, new LawOn(this, on));

    /// <summary>Reads one data file. <paramref name="file"/> is only for the messages.</summary>
    /// <exception cref="LawbookException">A value overlaps another, leaves a gap, has no source, or has an unknown
    /// field, unit, status or act.</exception>
    public static IReadOnlyList<Parameter> Read(string file, string json) =>
        new LawReader(file, json).Read().Parameters;

    /// <summary>
    /// Every mistake in the data files and the code lists, so that a build can stop and name each place.
    /// </summary>
    public static IReadOnlyList<LawbookException> Mistakes() =>
        [.. LawCheck.Mistakes(Files("Acts/"), Files("CodeLists/"))];

    /// <summary>The data files as they are compiled in, by their path under src/Rules.</summary>
    internal static IEnumerable<(string Path, string Json)> Files(string folder)
    {
        var assembly = typeof(Lawbook).Assembly;
        foreach (
            var resource in assembly
                .GetManifestResourceNames()
                .Where(r => r.StartsWith(folder, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
        )
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            yield return (resource, reader.ReadToEnd());
        }
    }

    private static List<LawSheet> ReadAll() =>
        [
            .. Files("Acts/")
                .Select(f => new LawReader(f.Path, f.Json).Read())
                .OrderBy(s => s.Id, StringComparer.Ordinal),
        ];
}
