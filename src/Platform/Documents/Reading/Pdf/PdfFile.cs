using System.Text;

namespace Virker.Platform;

/// <summary>
/// The objects of a PDF: found through its cross-reference tables and streams, or by looking through the whole file
/// when those are broken.
/// </summary>
internal sealed class PdfFile
{
    private readonly byte[] _bytes;
    private readonly Dictionary<int, (long Offset, int InStream)> _places = [];
    private readonly Dictionary<int, object?> _objects = [];
    private readonly HashSet<int> _opening = [];
    private readonly Dictionary<int, Dictionary<int, object?>> _objectStreams = [];

    private PdfFile(byte[] bytes) => _bytes = bytes;

    public Dictionary<string, object?> Trailer { get; private set; } = [];

    public static PdfFile Open(byte[] bytes)
    {
        var file = new PdfFile(bytes);
        file.ReadCrossReferences();
        file.Unlock();
        if (file.Pages().Count == 0)
        {
            file.Rebuild();
            file.Unlock();
        }

        return file;
    }

    /// <summary>Whether the file asks for a password that is not the empty one.</summary>
    public bool IsLocked => Trailer.ContainsKey("Encrypt") && _lock is null;

    /// <summary>All streams of a file together are unpacked to no more than so much.</summary>
    private const long MaxInflated = 512L * 1024 * 1024;

    /// <summary>A file with more pages is not read.</summary>
    public const int MostPages = 5_000;

    /// <summary>Whether something was left packed because the file unpacks to more than any paper.</summary>
    public bool WasCut => _inflated > MaxInflated;

    private PdfLock? _lock;
    private long _inflated;

    public object? Resolve(object? value)
    {
        for (var hops = 0; value is PdfRef reference && hops < 20; hops++) value = Get(reference.Number);
        return value is PdfRef ? null : value;
    }

    public Dictionary<string, object?>? Dict(object? value) => Resolve(value) switch
    {
        Dictionary<string, object?> dictionary => dictionary,
        PdfStream stream => stream.Dictionary,
        _ => null,
    };

    public byte[] Data(object? value)
    {
        if (Resolve(value) is not PdfStream stream || _inflated > MaxInflated) return [];
        var data = PdfFilters.Decode(stream, Resolve);
        _inflated += data.Length;
        return data;
    }

    /// <summary>The page dictionaries in order, with what they inherit.</summary>
    public List<Dictionary<string, object?>> Pages()
    {
        var pages = new List<Dictionary<string, object?>>();
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        if (Dict(Trailer.GetValueOrDefault("Root")) is not { } root || Dict(root.GetValueOrDefault("Pages")) is not { } top) return pages;
        var left = new Stack<(Dictionary<string, object?> Node, object? Resources, object? Box, object? Turn)>();
        left.Push((top, null, null, null));
        while (left.Count > 0 && pages.Count <= MostPages)
        {
            var (node, resources, box, turn) = left.Pop();
            if (!seen.Add(node)) continue;
            resources = node.GetValueOrDefault("Resources") ?? resources;
            box = node.GetValueOrDefault("MediaBox") ?? box;
            turn = node.GetValueOrDefault("Rotate") ?? turn;
            if (Resolve(node.GetValueOrDefault("Kids")) is List<object?> kids)
            {
                for (var i = kids.Count - 1; i >= 0; i--)
                {
                    if (Dict(kids[i]) is { } kid) left.Push((kid, resources, box, turn));
                }
            }
            else if (node.ContainsKey("Contents") || (node.GetValueOrDefault("Type") as PdfName)?.Value == "Page")
            {
                pages.Add(new(node) { ["Resources"] = resources, ["MediaBox"] = box, ["Rotate"] = turn });
            }
        }

        return pages;
    }

    private object? Get(int number)
    {
        if (_objects.TryGetValue(number, out var known)) return known;
        if (!_places.TryGetValue(number, out var place) || !_opening.Add(number)) return null;
        var value = place.InStream >= 0 ? ObjectsIn(place.InStream).GetValueOrDefault(number) : ObjectAt((int)place.Offset);
        _opening.Remove(number);
        return _objects[number] = value;
    }

    private object? ObjectAt(int offset)
    {
        if (offset < 0 || offset >= _bytes.Length) return null;
        var lexer = new PdfLexer(_bytes, offset);
        if (
            lexer.Next(false) is not double number
            || lexer.Next(false) is not double generation
            || lexer.Next(false) is not PdfKeyword { Value: "obj" }
        )
            return null;
        var value = lexer.Next() is var read && _lock is null ? read : _lock!.Clear(read, (int)number, (int)generation);
        if (value is not Dictionary<string, object?> dictionary) return value is PdfKeyword ? null : value;
        if (lexer.Next() is not PdfKeyword { Value: "stream" }) return dictionary;
        var stream = StreamAt(dictionary, lexer.Position);
        return _lock is null || (dictionary.GetValueOrDefault("Type") as PdfName)?.Value == "XRef"
            ? stream
            : stream with
            {
                Raw = _lock.Stream(stream.Raw.Span, (int)number, (int)generation),
            };
    }

    private void Unlock()
    {
        if (_lock is not null || Dict(Trailer.GetValueOrDefault("Encrypt")) is not { } lockedWith) return;
        var id = (Resolve(Trailer.GetValueOrDefault("ID")) as List<object?>)?.Select(Resolve).OfType<byte[]>().FirstOrDefault() ?? [];
        _lock = PdfLock.Open(lockedWith, id, Resolve);
        if (_lock is null) return;
        // What was read before the lock was open is read again.
        _objects.Clear();
        _objectStreams.Clear();
    }

    private PdfStream StreamAt(Dictionary<string, object?> dictionary, int from)
    {
        if (from < _bytes.Length && _bytes[from] == '\r') from++;
        if (from < _bytes.Length && _bytes[from] == '\n') from++;
        var length = Resolve(dictionary.GetValueOrDefault("Length")) is double d && d >= 0 && from + d <= _bytes.Length ? (int)d : -1;
        if (length < 0 || !EndsAt(from + length))
        {
            var end = _bytes.AsSpan(Math.Min(from, _bytes.Length)).IndexOf("endstream"u8);
            length = end < 0 ? Math.Max(0, _bytes.Length - from) : end;
        }

        return new PdfStream(
            dictionary,
            _bytes.AsMemory(Math.Min(from, _bytes.Length), Math.Min(length, Math.Max(0, _bytes.Length - from)))
        );
    }

    private bool EndsAt(int offset)
    {
        var lexer = new PdfLexer(_bytes, offset);
        lexer.SkipSpace();
        return _bytes.AsSpan(Math.Min(lexer.Position, _bytes.Length)).StartsWith("endstream"u8);
    }

    private Dictionary<int, object?> ObjectsIn(int stream)
    {
        if (_objectStreams.TryGetValue(stream, out var known)) return known;
        var found = _objectStreams[stream] = [];
        if (Get(stream) is not PdfStream packed) return found;
        var data = PdfFilters.Decode(packed, Resolve);
        var count = Resolve(packed.Dictionary.GetValueOrDefault("N")) is double n ? (int)Math.Clamp(n, 0, 100_000) : 0;
        var first = Resolve(packed.Dictionary.GetValueOrDefault("First")) is double f ? (int)Math.Clamp(f, 0, data.Length) : 0;
        var index = new PdfLexer(data);
        for (var i = 0; i < count && index.Next(false) is double number && index.Next(false) is double offset; i++)
        {
            if (first + offset >= data.Length) continue;
            var value = new PdfLexer(data, first + (int)Math.Max(0, offset)).Next();
            found[(int)number] = value is PdfKeyword ? null : value;
        }

        return found;
    }

    private void ReadCrossReferences()
    {
        var tail = Math.Max(0, _bytes.Length - 2048);
        var at = _bytes.AsSpan(tail).LastIndexOf("startxref"u8);
        if (at < 0 || new PdfLexer(_bytes, tail + at + 9).Next(false) is not double start) return;
        var seen = new HashSet<long>();
        var left = new Queue<double>([start]);
        while (left.TryDequeue(out var offset) && seen.Add((long)offset) && seen.Count < 500)
        {
            if (offset < 0 || offset >= _bytes.Length) continue;
            var trailer = PdfCrossReference.Read(this, _bytes, (int)offset, (number, place) => _places.TryAdd(number, place), ObjectAt);
            if (trailer is null) continue;
            foreach (var (key, value) in trailer) Trailer.TryAdd(key, value);
            if (trailer.GetValueOrDefault("XRefStm") is double hybrid) left.Enqueue(hybrid);
            if (trailer.GetValueOrDefault("Prev") is double previous) left.Enqueue(previous);
        }
    }

    /// <summary>
    /// Looks for every "n g obj" in the file; the last one of a number counts, as after an incremental save.
    /// </summary>
    private void Rebuild()
    {
        _places.Clear();
        _objects.Clear();
        _objectStreams.Clear();
        foreach (var (number, offset) in PdfCrossReference.ObjectsByLooking(_bytes)) _places[number] = (offset, -1);
        foreach (var number in _places.Keys.ToList())
        {
            var value = Get(number);
            var dictionary = value as Dictionary<string, object?> ?? (value as PdfStream)?.Dictionary;
            var type = (dictionary?.GetValueOrDefault("Type") as PdfName)?.Value;
            if (type == "Catalog") Trailer["Root"] = new PdfRef(number, 0);
            if (type == "XRef" && dictionary!.GetValueOrDefault("Encrypt") is { } lockedWith) Trailer["Encrypt"] = lockedWith;
            if (type != "ObjStm") continue;
            foreach (var (inner, content) in ObjectsIn(number))
            {
                _places.TryAdd(inner, (0, number));
                if ((content as Dictionary<string, object?>)?.GetValueOrDefault("Type") is PdfName { Value: "Catalog" })
                    Trailer["Root"] = new PdfRef(inner, 0);
            }
        }

        if (
            Encoding
                .Latin1.GetString(_bytes.AsSpan(Math.Max(0, _bytes.Length - 4096)))
                .Contains("/Encrypt", StringComparison.Ordinal)
        )
            Trailer.TryAdd("Encrypt", true);
    }
}
