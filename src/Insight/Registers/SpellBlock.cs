using System.Text;
using Virker.Kernel;

namespace Virker.Insight;

/// <summary>
/// Rows read from one block of a spells file, with what was wrong in it; several blocks are read at once.
/// </summary>
internal sealed class SpellBlock
{
    private const byte NewLine = (byte)'\n';

    private readonly byte[] _text;
    private int _length;

    public SpellBlock(int size)
    {
        _text = new byte[size];
        var rows = (size / SpellLine.Shortest) + 1;
        (Person, From, To) = (new int[rows], new int[rows], new int[rows]);
        (Municipality, Benefit, Group, Sex, Age) = (
            new byte[rows],
            new byte[rows],
            new byte[rows],
            new byte[rows],
            new byte[rows]
        );
        Line = new int[rows];
    }

    public int Count { get; set; }

    /// <summary>Lines in the block, good and bad.</summary>
    public int Lines { get; private set; }

    /// <summary>For each row its line within the block.</summary>
    public int[] Line { get; }

    public int[] Person { get; }

    public int[] From { get; }

    public int[] To { get; }

    public byte[] Municipality { get; }

    public byte[] Benefit { get; }

    public byte[] Group { get; }

    public byte[] Sex { get; }

    public byte[] Age { get; }

    public List<RejectedRow> Rejected { get; } = [];

    /// <summary>
    /// Takes what the last block left over and as much of the stream as there is room for; answers what stands after
    /// the last whole line.
    /// </summary>
    public ReadOnlyMemory<byte> Fill(Stream stream, ReadOnlyMemory<byte> leftOver)
    {
        leftOver.CopyTo(_text);
        var read = stream.ReadAtLeast(
            _text.AsSpan(leftOver.Length),
            _text.Length - leftOver.Length,
            throwOnEndOfStream: false
        );
        var filled = leftOver.Length + read;
        var isLast = filled < _text.Length;
        _length = isLast ? filled : _text.AsSpan(0, filled).LastIndexOf(NewLine) + 1;
        if (_length == 0 && filled > 0)
            throw new FactException("Filen har en linje, der er for lang til at være et forløb.");
        return _text.AsMemory(_length, filled - _length);
    }

    public bool IsEmpty => _length == 0;

    public void Parse()
    {
        (Count, Lines) = (0, 0);
        Rejected.Clear();
        for (var rest = _text.AsSpan(0, _length); rest.Length > 0; Lines++)
        {
            var end = rest.IndexOf(NewLine);
            var line = end < 0 ? rest : rest[..end];
            rest = end < 0 ? default : rest[(end + 1)..];
            if (line.Length > 0 && line[^1] == '\r') line = line[..^1];
            if (SpellLine.Read(line, this) is { } wrong) Rejected.Add(new(Lines, wrong, Encoding.UTF8.GetString(line)));
        }
    }

    /// <summary>Takes back row <paramref name="i"/>, which the rows before it do not allow.</summary>
    public void Reject(int i, string reason) =>
        Rejected.Add(new(Line[i], reason, $"{Person[i]}, {Danish.Date(DateOnly.FromDayNumber(From[i]))}"));

    public void Move(int from, int to)
    {
        (Person[to], From[to], To[to]) = (Person[from], From[from], To[from]);
        (Municipality[to], Benefit[to], Group[to], Sex[to], Age[to]) = (
            Municipality[from],
            Benefit[from],
            Group[from],
            Sex[from],
            Age[from]
        );
    }
}
