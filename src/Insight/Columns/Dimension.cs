namespace Virker.Insight;

/// <summary>
/// One value of a dimension: the number that columns hold (1–65535), the stable key that indicators name, the Danish
/// word that readers see, and the value above it in the hierarchy.
/// </summary>
public sealed record DimensionValue(int Number, string Key, string Name, string? Parent = null);

/// <summary>
/// What a code column may hold: benefits, target groups, sexes, kinds of intervention … 0 always means "uoplyst" and
/// need not be listed.
/// </summary>
public sealed class Dimension
{
    private readonly Dictionary<string, DimensionValue> _byKey;
    private readonly DimensionValue?[] _byNumber;

    public Dimension(string id, string name, IEnumerable<DimensionValue> values)
    {
        (Id, Name) = (id, name);
        Values = [.. values.OrderBy(v => v.Number)];
        if (Values.Count > 0 && (Values[0].Number < 1 || Values[^1].Number > ushort.MaxValue))
            throw new FactException($"Dimensionen {id} har en kode uden for 1-{ushort.MaxValue}.");
        _byKey = Values.ToDictionary(v => v.Key);
        _byNumber = new DimensionValue?[Values.Count == 0 ? 1 : Values[^1].Number + 1];
        foreach (var value in Values)
        {
            if (_byNumber[value.Number] is not null)
                throw new FactException($"Dimensionen {id} har koden {value.Number} to gange.");
            _byNumber[value.Number] = value;
        }
    }

    public string Id { get; }

    /// <summary>In Danish, as a heading: "Ydelse".</summary>
    public string Name { get; }

    public IReadOnlyList<DimensionValue> Values { get; }

    /// <summary>One more than the highest number: the size of an array indexed by this dimension's numbers.</summary>
    public int Size => _byNumber.Length;

    public int this[string key] =>
        _byKey.TryGetValue(key, out var value)
            ? value.Number
            : throw new FactException($"Dimensionen {Id} har ingen værdi {key}.");

    /// <summary>The number of a key; 0, "uoplyst", where there is no such value.</summary>
    public int NumberOf(string? key) => key is not null && _byKey.TryGetValue(key, out var value) ? value.Number : 0;

    public bool Has(string key) => _byKey.ContainsKey(key);

    public bool Has(int number) =>
        number == 0 || (number > 0 && number < _byNumber.Length && _byNumber[number] is not null);

    /// <summary>The key of a number that the dimension has.</summary>
    public string KeyOf(int number) =>
        _byNumber[number]?.Key ?? throw new FactException($"Dimensionen {Id} har ingen kode {number}.");

    public string NameOf(int number) =>
        number > 0 && number < _byNumber.Length && _byNumber[number] is { } value ? value.Name : "Uoplyst";

    /// <summary>For each number, whether it is one of the keys or lies below one of them.</summary>
    public bool[] Under(IEnumerable<string> keys)
    {
        var chosen = keys.ToHashSet();
        foreach (var key in chosen.Where(k => !_byKey.ContainsKey(k)))
            throw new FactException($"Dimensionen {Id} har ingen værdi {key}.");
        var mask = new bool[Size];
        foreach (var value in Values) mask[value.Number] = PathOf(value).Any(v => chosen.Contains(v.Key));
        return mask;
    }

    /// <summary>A value and those above it, from below.</summary>
    internal IEnumerable<DimensionValue> PathOf(DimensionValue value)
    {
        for (var at = value; at is not null; at = at.Parent is null ? null : _byKey.GetValueOrDefault(at.Parent))
            yield return at;
    }
}

/// <summary>Facts that do not fit their declaration; the message says which row and why, in Danish.</summary>
public sealed class FactException(string message) : Exception(message);
