using System.IO.Compression;
using System.Text;

namespace Virker.Tests.Platform;

using Entries = Dictionary<string, object?>;

/// <summary>The objects of a PDF with a cross-reference stream, found through it and not by searching.</summary>
internal sealed class PdfFileReader
{
    private readonly byte[] _file;
    private readonly Dictionary<int, (int Kind, int Where, int Index)> _places = [];
    private readonly Dictionary<int, object?> _objects = [];
    private readonly Dictionary<int, (byte[] Data, List<(int Number, int At)> Heads)> _holders = [];

    public PdfFileReader(byte[] file)
    {
        _file = file;
        Encoding.ASCII.GetString(file, 0, 8).ShouldBe("%PDF-1.7");
        var tail = Encoding.Latin1.GetString(file, file.Length - 64, 64);
        var start = int.Parse(tail[(tail.IndexOf("startxref", StringComparison.Ordinal) + 9)..].Split('%')[0]);
        var (entries, data, _) = StreamAt(start);
        Trailer = entries;
        for (var i = 0; i < Number(entries["Size"]); i++)
        {
            var row = data.AsSpan(7 * i, 7);
            _places[i] = (row[0], row[1] << 24 | row[2] << 16 | row[3] << 8 | row[4], row[5] << 8 | row[6]);
        }
    }

    public Entries Trailer { get; }

    public Entries Catalog => Dictionary(Trailer["Root"]);

    public static int Number(object? value) => (int)(double)value!;

    public static string Name(object? value) => ((PdfNameToken)value!).Text;

    public static string Text(object? value)
    {
        var bytes = (byte[])value!;
        return bytes is [0xFE, 0xFF, ..]
            ? Encoding.BigEndianUnicode.GetString(bytes, 2, bytes.Length - 2)
            : Encoding.Latin1.GetString(bytes);
    }

    public object? Resolve(object? value) => value is PdfReference reference ? Object(reference.Number) : value;

    public Entries Dictionary(object? value) =>
        Resolve(value) as Entries ?? throw new InvalidDataException($"No dictionary: {value}.");

    public List<object?> List(object? value) =>
        Resolve(value) as List<object?> ?? throw new InvalidDataException($"No array: {value}.");

    public (Entries Entries, byte[] Data) Stream(object? value)
    {
        var place = _places[((PdfReference)value!).Number];
        place.Kind.ShouldBe(1);
        var (entries, data, number) = StreamAt(place.Where);
        number.ShouldBe(((PdfReference)value).Number);
        return (entries, data);
    }

    public IEnumerable<object?> Objects =>
        _places.Where(place => place.Value.Kind == 2).Select(place => Object(place.Key));

    private object? Object(int number)
    {
        if (_objects.TryGetValue(number, out var known))
            return known;
        var place = _places[number];
        if (place.Kind != 2)
            return _objects[number] = StreamAt(place.Where).Entries;
        if (!_holders.TryGetValue(place.Where, out var holder))
            _holders[place.Where] = holder = Holder(place.Where);
        holder.Heads[place.Index].Number.ShouldBe(number);
        return _objects[number] = new PdfSyntaxReader(holder.Data, holder.Heads[place.Index].At).Read();
    }

    private (byte[] Data, List<(int Number, int At)> Heads) Holder(int number)
    {
        var (entries, data) = Stream(new PdfReference(number));
        var reader = new PdfSyntaxReader(data);
        var heads = new List<(int, int)>();
        for (var i = 0; i < Number(entries["N"]); i++)
            heads.Add((Number(reader.Read()), Number(entries["First"]) + Number(reader.Read())));
        return (data, heads);
    }

    private (Entries Entries, byte[] Data, int Number) StreamAt(int start)
    {
        var reader = new PdfSyntaxReader(_file, start);
        var number = Number(reader.Read());
        reader.Read();
        reader.Read().ShouldBe(new PdfOperator("obj"));
        var entries = (Entries)reader.Read()!;
        reader.Read().ShouldBe(new PdfOperator("stream"));
        var raw = _file.AsSpan(reader.At + 1, Number(entries["Length"])).ToArray();
        if (!entries.TryGetValue("Filter", out var filter))
            return (entries, raw, number);
        Name(filter).ShouldBe("FlateDecode");
        using var unpacked = new MemoryStream();
        using (var zip = new ZLibStream(new MemoryStream(raw), CompressionMode.Decompress))
            zip.CopyTo(unpacked);
        return (entries, unpacked.ToArray(), number);
    }
}
