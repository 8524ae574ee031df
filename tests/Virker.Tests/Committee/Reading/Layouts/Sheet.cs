using System.Globalization;
using System.Text;

namespace Virker.Tests.Committee;

/// <summary>What layouts write on: lines, and the forms of dates and lists that they share.</summary>
internal sealed class Sheet
{
    private static readonly CultureInfo Danish = CultureInfo.GetCultureInfo("da-DK");

    private readonly StringBuilder _text = new();

    public Sheet Line(params string?[] lines)
    {
        foreach (var line in lines.OfType<string>()) _text.Append(line).Append('\n');
        return this;
    }

    public Sheet Each(IEnumerable<string> lines) => Line([.. lines]);

    public byte[] Bytes => Encoding.UTF8.GetBytes(_text.ToString());

    public override string ToString() => _text.ToString();

    public static string Long(DateOnly date) => $"{date.Day}. {date.ToString("MMMM", Danish)} {date.Year}";

    public static string Short(DateOnly date) => date.ToString("dd-MM-yyyy", CultureInfo.InvariantCulture);

    public static string Weekday(DateOnly date) => date.ToString("dddd", Danish);

    public static string Capital(string text) => char.ToUpper(text[0], Danish) + text[1..];

    public static IEnumerable<string> Names(IEnumerable<FictiveMember> people, bool party) =>
        people.Select(p => party ? $"{p.Name} ({p.Party})" : p.Name);

    /// <summary>"A, B og C".</summary>
    public static string And(IReadOnlyList<string> names) =>
        names.Count < 2 ? string.Join("", names) : string.Join(", ", names.Take(names.Count - 1)) + " og " + names[^1];

    /// <summary>"(A, B)" as the sentence that decisions end with; null when nobody is away.</summary>
    public static string? DidNotTakePart(FictiveItem i, string how, bool party) =>
        i.Away.Count == 0 ? null : $"{And([.. Names(i.Away, party)])} {how}";
}
