using System.Reflection;

namespace Virker.Kernel;

/// <summary>A word of a closed list: a code where it is stored, Danish where it is read.</summary>
public interface ICodeWord
{
    /// <summary>As it is stored and sent: ASCII, and never changed.</summary>
    string Code { get; }

    /// <summary>As it is read, with a capital letter.</summary>
    string Text { get; }

    /// <summary>As it is read inside a sentence.</summary>
    string Lower { get; }
}

/// <summary>
/// A kind of word (kodeord). A sealed record derives from it in the module that owns it, and its words are the record's
/// static fields, in the order in which they are offered. It is stored as its code and compared by it; what is not in
/// the list is never made, so whoever holds one need not ask again. Sorted, the words stand in their own order.
/// </summary>
public abstract record CodeWord<TSelf> : ICodeWord, IComparable<TSelf> where TSelf : CodeWord<TSelf>
{
    private static readonly Lazy<IReadOnlyList<TSelf>> Declared = new(ReadDeclared);

    private static readonly Lazy<Dictionary<string, TSelf>> ByCode = new(() => All.ToDictionary(w => w.Code));

    protected CodeWord(string code, string text) => (Code, Text) = (code, text);

    public static IReadOnlyList<TSelf> All => Declared.Value;

    public string Code { get; }

    public string Text { get; }

    public string Lower => string.Concat(char.ToLowerInvariant(Text[0]), Text[1..]);

    /// <summary>Null where the code is in no word of the list.</summary>
    public static TSelf? Of(string? code) => code is null ? null : ByCode.Value.GetValueOrDefault(code);

    /// <summary>The word of a code that only the product itself has written.</summary>
    /// <exception cref="InvalidOperationException">The code is in no word of the list.</exception>
    public static TSelf Stored(string code) =>
        Of(code) ?? throw new InvalidOperationException($"{typeof(TSelf).Name} has no word with the code “{code}”.");

    public void Deconstruct(out string code, out string text) => (code, text) = (Code, Text);

    public virtual bool Equals(CodeWord<TSelf>? other) => other is not null && Code == other.Code;

    public override int GetHashCode() => Code.GetHashCode(StringComparison.Ordinal);

    public sealed override string ToString() => Code;

    public int CompareTo(TSelf? other) => other is null ? 1 : Place(Code).CompareTo(Place(other.Code));

    private static int Place(string code) => All.TakeWhile(w => w.Code != code).Count();

    private static IReadOnlyList<TSelf> ReadDeclared() =>
    [
        .. typeof(TSelf)
            .GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
            .Where(field => field.FieldType == typeof(TSelf))
            .OrderBy(field => field.MetadataToken)
            .Select(field => (TSelf)field.GetValue(null)!),
    ];
}
