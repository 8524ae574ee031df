using Virker.Kernel;
using Virker.Platform;

namespace Virker.Committee;

/// <summary>Where in the source a value stands as it was read. A place that is not found is none: it is never
/// guessed.</summary>
internal sealed class Evidence(SourceText source)
{
    /// <summary>Shorter words stand everywhere.</summary>
    private const int ShortestWord = 2;

    private readonly List<(int Number, string Text, string Folded)> _lines =
        [.. source.Lines.Where(l => !l.IsBlank).Select(l => (l.Number, l.Text, WrittenText.Folded(l.Text)))];

    /// <summary>The first line within the part that holds the value, or its first line where it has several.</summary>
    public int? Of(string? value, FieldForm form, int from, int to)
    {
        if (value is null || form is FieldForm.Choice or FieldForm.Truth or FieldForm.Numbers) return null;
        var within = Within(from, to);
        if (form == FieldForm.Date) return WrittenDate.Read(value, default, DateWindow.Law) is { IsRefused: false } day
            ? Line(within, l => PrintedDate.First(l.Text)?.Date == day.Value) : null;
        var words = WrittenText.Folded(form is FieldForm.People or FieldForm.Guests ? NameOf(value)
            : form == FieldForm.Points ? TextOf(value) : FirstLine(value));
        if (words.Length < ShortestWord
            && form is not (FieldForm.Decimal or FieldForm.Whole or FieldForm.ItemNumber)) return null;
        // A line of the source may be broken where the value is not.
        return Line(within, l => Holds(l.Folded, words))
            ?? (words.Length > 40
            ? Line(within, l => l.Folded.Length > 20 && words.StartsWith(l.Folded, StringComparison.Ordinal)) : null);
    }

    private IEnumerable<(int Number, string Text, string Folded)> Within(int from, int to)
    {
        for (var at = from == 0 ? _lines.Count : First(from); at < _lines.Count
            && _lines[at].Number <= to; at++) yield return _lines[at];
    }

    /// <summary>The lines stand in order.</summary>
    private int First(int number)
    {
        var (low, high) = (0, _lines.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_lines[middle].Number < number) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    private static int? Line(IEnumerable<(int Number, string Text, string Folded)> lines,
        Func<(int Number, string Text, string Folded), bool> holds)
    {
        foreach (var line in lines)
        {
            if (holds(line)) return line.Number;
        }

        return null;
    }

    /// <summary>As whole words: 3 is not found in 13, nor an A in a word.</summary>
    private static bool Holds(string line, string words)
    {
        for (var at = line.IndexOf(words, StringComparison.Ordinal); at >= 0; at =
            line.IndexOf(words, at + 1, StringComparison.Ordinal))
        {
            if ((at == 0 || !char.IsLetterOrDigit(line[at - 1]))
                && (at + words.Length == line.Length || !char.IsLetterOrDigit(line[at + words.Length]))) return true;
        }

        return false;
    }

    private static string FirstLine(string value) => value.Split('\n')[0];

    private static string NameOf(string value) => FirstLine(value).Split('(', ',')[0];

    private static string TextOf(string value) =>
        FirstLine(value) is var line && line.IndexOf(' ') is > 0 and < 5 and var at && line[at - 1] == '.'
        ? line[(at + 1)..] : FirstLine(value);
}
