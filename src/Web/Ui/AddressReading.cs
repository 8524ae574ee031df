using Virker.Kernel;
using Virker.Platform;

namespace Virker.Web;

/// <summary>
/// Reads what an address names (a month, somebody, a choice) and keeps every refusal. What is named and is not there is
/// said; nothing else is shown in its place. Null is what is not named.
/// </summary>
public sealed class AddressReading
{
    private readonly List<Refusal> _refused = [];

    /// <summary>All that is not there; null when everything is.</summary>
    public Refusal? Refusal => Kernel.Refusal.All(_refused);

    /// <summary>yyyy-mm.</summary>
    public DateOnly? Month(string? text, string field) => Read(text, field, "en måned", WrittenDate.Month);

    /// <summary>yyyy-mm-dd.</summary>
    public DateOnly? Day(string? text, string field) => Read(text, field, "en dag", WrittenDate.Iso);

    public Guid? Id(string? text, string field, string thing) =>
        Read(text, field, thing, t => Guid.TryParse(t, out var id) ? id : (Guid?)null);

    /// <summary>A place in a long row.</summary>
    public long? Place(string? text, string field) => Read(text, field, "et sted i listen", WrittenNumber.Place);

    /// <summary>A number that names something, between bounds.</summary>
    public int? Number(string? text, string field, string thing, int from, int to) =>
        Read(
            text,
            field,
            thing,
            t => WrittenNumber.Code(t) is { } number && number >= from && number <= to ? number : (int?)null
        );

    public string? Code(string? text, string field, string thing, params IEnumerable<string> known)
    {
        if (string.IsNullOrWhiteSpace(text) || known.Contains(text))
            return string.IsNullOrWhiteSpace(text) ? null : text;
        Refuse(text, field, thing);
        return null;
    }

    public TWord? Word<TWord>(string? text, string field, string thing) where TWord : CodeWord<TWord>
    {
        var word = CodeWord<TWord>.Of(text);
        if (word is null && !string.IsNullOrWhiteSpace(text)) Refuse(text, field, thing);
        return word;
    }

    public void Refuse(string text, string field, string thing) =>
        _refused.Add(
            new("address.unknown", $"Adressen nævner {thing}, der ikke findes her: »{Cut(text)}«.", Field: field)
        );

    private T? Read<T>(string? text, string field, string thing, Func<string, T?> read) where T : struct
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        if (read(text) is { } value) return value;
        Refuse(text, field, thing);
        return null;
    }

    private static string Cut(string text) => CprText.Mask(text.Length > 40 ? $"{text[..40]}…" : text);
}
