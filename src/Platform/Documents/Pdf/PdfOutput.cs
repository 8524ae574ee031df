using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Virker.Platform;

/// <summary>
/// The objects of a PDF 1.7 file. Plain objects are gathered in compressed object streams, since a tagged table is
/// thousands of small ones; the file's identifier is the digest of its content, so that the same content gives the same
/// bytes.
/// </summary>
internal sealed class PdfOutput
{
    private const int PerStream = 200;
    private readonly List<string?> _plain = [null];
    private readonly Dictionary<int, (string Entries, byte[] Data)> _streams = [];

    public int Reserve()
    {
        _plain.Add(null);
        return _plain.Count - 1;
    }

    public int Add(string body)
    {
        _plain.Add(body);
        return _plain.Count - 1;
    }

    public void Set(int number, string body) => _plain[number] = body;

    /// <summary>Streams are compressed unless they must be readable by tools that read bytes (metadata).</summary>
    public int AddStream(string entries, ReadOnlySpan<byte> data, bool compress = true)
    {
        var number = Reserve();
        _streams[number] = compress ? (entries + " /Filter /FlateDecode", Deflate(data)) : (entries, data.ToArray());
        return number;
    }

    public byte[] Save(int catalog, int information)
    {
        var file = new MemoryStream();
        Write(file, "%PDF-1.7\n%\u00E2\u00E3\u00CF\u00D3\n");
        var places = new List<(int Kind, int Where, int Index)>(_plain.Select(_ => (0, 0, 0)));
        foreach (var number in _streams.Keys.Order())
            WriteStream(file, places, number, _streams[number].Entries, _streams[number].Data);
        var plain = Enumerable.Range(1, _plain.Count - 1).Where(number => !_streams.ContainsKey(number)).ToList();
        foreach (var chunk in plain.Chunk(PerStream))
            WriteChunk(file, places, chunk);
        WriteReferences(file, places, catalog, information);
        return file.ToArray();
    }

    private void WriteChunk(MemoryStream file, List<(int Kind, int Where, int Index)> places, int[] numbers)
    {
        StringBuilder heads = new(), bodies = new();
        var holder = places.Count;
        places.Add((0, 0, 0));
        for (var i = 0; i < numbers.Length; i++)
        {
            heads.Append(CultureInfo.InvariantCulture, $"{numbers[i]} {bodies.Length} ");
            bodies
                .Append(
                    _plain[numbers[i]]
                        ?? throw new InvalidOperationException($"Object {numbers[i]} was reserved and never written.")
                )
                .Append('\n');
            places[numbers[i]] = (2, holder, i);
        }
        var data = Encoding.Latin1.GetBytes(heads.ToString() + bodies);
        WriteStream(
            file,
            places,
            holder,
            $"/Type /ObjStm /N {numbers.Length} /First {heads.Length} /Filter /FlateDecode",
            Deflate(data)
        );
    }

    private static void WriteReferences(
        MemoryStream file,
        List<(int Kind, int Where, int Index)> places,
        int catalog,
        int information
    )
    {
        var number = places.Count;
        var start = file.Length;
        places.Add((1, (int)start, 0));
        var rows = new byte[7 * places.Count];
        for (var i = 0; i < places.Count; i++)
        {
            var (kind, where, index) = places[i];
            rows[7 * i] = (byte)kind;
            (rows[7 * i + 1], rows[7 * i + 2], rows[7 * i + 3], rows[7 * i + 4]) =
                ((byte)(where >> 24), (byte)(where >> 16), (byte)(where >> 8), (byte)where);
            (rows[7 * i + 5], rows[7 * i + 6]) = i == 0 ? ((byte)0xFF, (byte)0xFF) : ((byte)(index >> 8), (byte)index);
        }
        var id = Convert.ToHexString(SHA256.HashData(file.GetBuffer().AsSpan(0, (int)start))[..16]);
        var entries =
            $"/Type /XRef /Size {places.Count} /W [1 4 2] /Root {catalog} 0 R /Info {information} 0 R /ID [<{id}> <{id}>] /Filter /FlateDecode";
        WriteStream(file, places, number, entries, Deflate(rows));
        Write(file, $"startxref\n{start}\n%%EOF\n");
    }

    private static void WriteStream(
        MemoryStream file,
        List<(int Kind, int Where, int Index)> places,
        int number,
        string entries,
        byte[] data
    )
    {
        places[number] = (1, (int)file.Length, 0);
        Write(file, $"{number} 0 obj\n<<{entries} /Length {data.Length}>>\nstream\n");
        file.Write(data);
        Write(file, "\nendstream\nendobj\n");
    }

    private static byte[] Deflate(ReadOnlySpan<byte> data)
    {
        var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            zip.Write(data);
        return packed.ToArray();
    }

    private static void Write(MemoryStream file, string text) => file.Write(Encoding.Latin1.GetBytes(text));
}
