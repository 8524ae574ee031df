using System.Runtime.InteropServices;

namespace Virker.Insight;

/// <summary>
/// A fact table as a file of its own columns, so that it is in memory as fast as the disk can read. The rows stand in
/// groups, column by column. The stamp says what the file was made of; a file with another stamp or declaration is not
/// read but made again.
/// </summary>
public static class FactFile
{
    private const ulong Magic = 0x3154434146524B56;

    /// <summary>
    /// The table; null where the file is of another declaration, was made of something else, or was never finished.
    /// </summary>
    public static FactTable? Read(Stream stream, TableDeclaration declaration, string stamp)
    {
        using var reader = new BinaryReader(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        if (stream.Length < 32 || reader.ReadUInt64() != Magic) return null;
        var (rows, isDisjoint) = (reader.ReadInt32(), reader.ReadInt32() == 1);
        if (rows < 0 || reader.ReadString() != stamp || reader.ReadString() != Signature(declaration)) return null;
        var (subject, from, to) = (New<int>(rows), New<int>(rows), New<int>(rows));
        var columns = declaration.Columns.Select(c => Empty(c, rows)).ToArray();
        for (var at = 0; at < rows;)
        {
            var count = reader.ReadInt32();
            Read(stream, subject.AsSpan(at, count));
            Read(stream, from.AsSpan(at, count));
            Read(stream, to.AsSpan(at, count));
            foreach (var column in columns) stream.ReadExactly(column.Bytes(at, count));
            at += count;
        }

        return new(declaration, subject, from, to, columns) { IsDisjoint = isDisjoint };
    }

    /// <summary>The subjects' own numbers outside the file, by dense number; they stand after the rows.</summary>
    public static int[] ReadKeys(Stream stream, FactTable table)
    {
        var keys = new int[table.Subjects];
        stream.Position = stream.Length - ((long)keys.Length * sizeof(int));
        Read(stream, keys.AsSpan());
        return keys;
    }

    internal static void WriteHeader(BinaryWriter writer, TableDeclaration declaration, string stamp)
    {
        writer.Write(Magic);
        writer.Write(-1);
        writer.Write(0);
        writer.Write(stamp);
        writer.Write(Signature(declaration));
    }

    internal static Column Empty(FactColumn column, int rows) =>
        column.FitsAByte(column.Dimension) ? Column.Of(column, New<byte>(rows))
        : column.Dimension is null ? Column.Of(column, New<int>(rows))
        : Column.Of(column, New<ushort>(rows));

    private static string Signature(TableDeclaration declaration) =>
        $"{declaration.Id};{string.Join(';', declaration.Columns.Select(c => $"{c.Id}:{c.Dimension?.Size}:{c.FitsAByte(c.Dimension)}"))}";

    private static T[] New<T>(int length) => GC.AllocateUninitializedArray<T>(length);

    private static void Read(Stream stream, Span<int> into) => stream.ReadExactly(MemoryMarshal.AsBytes(into));
}

/// <summary>
/// Writes a fact file group by group, in constant memory: the groups come sorted by subject and first day.
/// </summary>
public sealed class FactFileWriter
{
    private readonly BinaryWriter _writer;
    private readonly TableDeclaration _declaration;
    private readonly List<int> _keys = [];
    private bool _isDisjoint = true;
    private int _subject = -1;
    private int _to;

    public FactFileWriter(Stream stream, TableDeclaration declaration, string stamp)
    {
        (_writer, _declaration) = (new(stream), declaration);
        FactFile.WriteHeader(_writer, declaration, stamp);
    }

    public TableDeclaration Declaration => _declaration;

    /// <summary>Rows written so far.</summary>
    public int Rows { get; private set; }

    public void Write(FactTable group)
    {
        if (group.Count == 0) return;
        for (var i = 0; i < group.Count; i++)
        {
            if (group.Subject[i] == _subject && group.From[i] <= _to) _isDisjoint = false;
            (_subject, _to) = (group.Subject[i], group.To[i]);
        }

        _writer.Write(group.Count);
        foreach (var days in new[] { group.Subject, group.From, group.To })
            _writer.Write(MemoryMarshal.AsBytes(days.AsSpan()));
        foreach (var column in group.Columns)
            _writer.Write(column.Bytes(0, group.Count));
        Rows += group.Count;
    }

    /// <summary>What the outside calls the next dense number.</summary>
    public void WriteKey(int key) => _keys.Add(key);

    /// <summary>Only a finished file is read again.</summary>
    public void Finish()
    {
        _writer.Write(MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(_keys)));
        _writer.Seek(sizeof(ulong), SeekOrigin.Begin);
        _writer.Write(Rows);
        _writer.Write(_isDisjoint ? 1 : 0);
        _writer.Flush();
    }
}
