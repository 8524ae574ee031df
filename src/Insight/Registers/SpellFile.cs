namespace Virker.Insight;

/// <summary>
/// Reads a file of spells, block by block on all cores, into a file of columns. Rows that cannot be used are given to
/// whoever asks with line and reason; the others are kept.
/// </summary>
public sealed class SpellFile(Action<RejectedRow> reject, Action<long>? progress = null)
{
    private const int BlockSize = 1 << 22;

    private long _lines;
    private int _person = -1;
    private int _subject = -1;
    private int _from;
    private int _to;

    /// <summary>Answers how many lines the file had; the writer knows how many rows were kept.</summary>
    public long Read(Stream csv, FactFileWriter writer)
    {
        var blocks = Enumerable
            .Range(0, Math.Max(2, Environment.ProcessorCount))
            .Select(_ => new SpellBlock(BlockSize))
            .ToArray();
        var rest = ReadOnlyMemory<byte>.Empty;
        do
        {
            foreach (var block in blocks) rest = block.Fill(csv, rest);
            var kept = rest.ToArray();
            rest = kept;
            Parallel.ForEach(blocks, block => block.Parse());
            foreach (var block in blocks) Take(block, writer);
            progress?.Invoke(_lines);
        }
        while (!blocks[^1].IsEmpty);
        return _lines;
    }

    /// <summary>In the file's order: subjects get their numbers, and each row is held against the one before.</summary>
    private void Take(SpellBlock block, FactFileWriter writer)
    {
        var kept = 0;
        for (var i = 0; i < block.Count; i++)
        {
            if (Wrong(block.Person[i], block.From[i]) is { } wrong)
            {
                block.Reject(i, wrong);
                continue;
            }

            if (block.Person[i] != _person)
            {
                _subject++;
                writer.WriteKey(block.Person[i]);
            }

            (_person, _from, _to) = (block.Person[i], block.From[i], block.To[i]);
            if (kept != i) block.Move(i, kept);
            block.Person[kept++] = _subject;
        }

        block.Count = kept;
        foreach (var row in block.Rejected.OrderBy(r => r.Line)) reject(row with { Line = _lines + row.Line + 1 });
        writer.Write(Group(block, writer.Declaration));
        _lines += block.Lines;
    }

    private string? Wrong(int person, int from) =>
        person < _person ? "Filen skal være sorteret efter person."
        : person > _person ? null
        : from < _from ? "Personens forløb skal være sorteret efter første dag."
        : from <= _to ? "Forløbet overlapper personens forrige forløb." : null;

    private static FactTable Group(SpellBlock block, TableDeclaration declaration)
    {
        byte[][] codes = [block.Municipality, block.Benefit, block.Group, block.Sex, block.Age];
        return new(declaration, block.Person[..block.Count], block.From[..block.Count], block.To[..block.Count],
            [.. declaration.Columns.Select((c, i) => Column.Of(c, codes[i][..block.Count]))]);
    }
}
