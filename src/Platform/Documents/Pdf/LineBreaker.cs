using System.Text;

namespace Virker.Platform;

/// <summary>
/// Breaks stretches of text into lines of a width: at spaces, after hyphens and slashes, and inside a word only where
/// it must.
/// </summary>
internal sealed class LineBreaker
{
    private const int SoftHyphen = 0xAD;
    private readonly List<(int Code, int Stretch, double Width)> _letters = [];
    private readonly IReadOnlyList<Stretch> _stretches;
    private readonly double _width;

    private LineBreaker(IReadOnlyList<Stretch> stretches, double width)
    {
        (_stretches, _width) = (stretches, width + 0.01);
        for (var i = 0; i < stretches.Count; i++)
        {
            var font = FontFaces.Of(stretches[i].Face);
            foreach (var rune in stretches[i].Text.EnumerateRunes().Where(rune => !IsInvisible(rune.Value)))
                _letters.Add(
                    (
                        rune.Value,
                        i,
                        rune.Value is '\n' or SoftHyphen or 0x200B
                            ? 0
                            : font.Advance(rune.Value) * stretches[i].Style.Size / 1000
                    )
                );
        }
    }

    public static IReadOnlyList<SetLine> Break(IReadOnlyList<Stretch> stretches, double width) =>
        new LineBreaker(stretches, width).Lines();

    /// <summary>The width of the longest part that is not broken, and of the longest line when nothing is.</summary>
    public static (double Word, double Line) Extent(IReadOnlyList<Stretch> stretches)
    {
        var breaker = new LineBreaker(stretches, 0);
        double word = 0, line = 0, longestWord = 0, longestLine = 0;
        for (var i = 0; i < breaker._letters.Count; i++)
        {
            var (code, _, width) = breaker._letters[i];
            (word, line) = (code == ' ' ? 0 : word + width, code == '\n' ? 0 : line + width);
            (longestWord, longestLine) = (Math.Max(longestWord, word), Math.Max(longestLine, line));
            if (code == '\n' || breaker.MayBreakAfter(i))
                word = 0;
        }
        return (longestWord, longestLine);
    }

    private List<SetLine> Lines()
    {
        var lines = new List<SetLine>();
        for (int start = 0; start < _letters.Count;)
        {
            var (end, hyphen) = LineEnd(start);
            lines.Add(Set(start, end, hyphen));
            start = end;
        }
        return lines;
    }

    /// <summary>Where the line that starts here ends, and whether a hyphen must be added there.</summary>
    private (int End, bool Hyphen) LineEnd(int start)
    {
        var x = 0.0;
        var last = start;
        for (var i = start; i < _letters.Count; i++)
        {
            var (code, _, width) = _letters[i];
            if (code == '\n')
                return (i + 1, false);
            x += width;
            if (x > _width && code != ' ')
                return last > start ? (last, _letters[last - 1].Code == SoftHyphen) : Forced(start, i);
            if (MayBreakAfter(i))
                last = i + 1;
        }
        return (_letters.Count, false);
    }

    /// <summary>
    /// The word is wider than the line: break before the consonant that begins a later syllable, else anywhere.
    /// </summary>
    private (int End, bool Hyphen) Forced(int start, int over)
    {
        if (over <= start + 1)
            return (start + 1, false);
        var hyphen =
            FontFaces.Of(_stretches[_letters[start].Stretch].Face).Advance('-')
            * _stretches[_letters[start].Stretch].Style.Size
            / 1000;
        var room = _width - hyphen;
        var fits = start;
        for (var x = 0.0; fits < over && x + _letters[fits].Width <= room; fits++)
            x += _letters[fits].Width;
        for (var cut = fits; cut > start + 2; cut--)
        {
            if (Words.IsSyllableStart(Code(cut - 2), Code(cut - 1), Code(cut), Code(cut + 1)))
                return (cut, true);
        }
        var bothLetters = fits > start && Words.IsLetter(Code(fits - 1)) && Words.IsLetter(Code(fits));
        return bothLetters ? (fits, true) : (Math.Max(over, start + 1), false);
    }

    private int Code(int at) => at < _letters.Count ? _letters[at].Code : ' ';

    private bool MayBreakAfter(int at)
    {
        var code = _letters[at].Code;
        if (code is ' ')
            return Code(at + 1) is not ' ' && (at == 0 || Code(at - 1) is not '§');
        if (code is SoftHyphen or 0x200B)
            return true;
        return code is '-' or '/' or 0x2010
            && at > 0
            && Words.IsLetterOrDigit(Code(at - 1))
            && Words.IsLetter(Code(at + 1));
    }

    private SetLine Set(int start, int end, bool hyphen)
    {
        var pieces = new List<SetPiece>();
        double x = 0, visible = 0, leading = 0;
        for (var i = start; i < end;)
        {
            var stretch = _letters[i].Stretch;
            var text = new StringBuilder();
            var from = x;
            for (; i < end && _letters[i].Stretch == stretch; i++)
            {
                x += Append(text, i, isLast: i == end - 1);
                if (_letters[i].Code is not (' ' or '\n'))
                    visible = x;
            }
            if (hyphen && i == end)
            {
                text.Append((char)SoftHyphen);
                visible = x +=
                    FontFaces.Of(_stretches[stretch].Face).Advance('-') * _stretches[stretch].Style.Size / 1000;
            }
            leading = Math.Max(leading, _stretches[stretch].Style.Leading);
            pieces.Add(new(_stretches[stretch], text.ToString(), from, Math.Min(x, visible) - from));
        }
        return new(pieces, visible, leading);
    }

    /// <summary>
    /// A line feed is set as a space, so that the words on its two sides stay apart when the text is read.
    /// </summary>
    private double Append(StringBuilder text, int at, bool isLast)
    {
        var (code, _, width) = _letters[at];
        if (code is SoftHyphen or 0x200B)
            return 0;
        text.Append(code == '\n' ? " " : new Rune(code).ToString());
        return code == '\n' && isLast ? 0 : width;
    }

    private static bool IsInvisible(int code) => code is 0x200C or 0x200D or 0x2060 or (>= 0xFE00 and <= 0xFE0F);
}
