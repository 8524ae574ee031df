namespace Virker.Platform;

/// <summary>A piece of text where it stands on the page (points, from the bottom left).</summary>
internal readonly record struct PdfSpan(
    double Left,
    double Right,
    double Baseline,
    double Size,
    bool Bold,
    string Text
);

/// <summary>
/// Runs a page's content and collects the text with its place. Pictures, lines and colours are passed over.
/// </summary>
internal sealed class PdfPageText(PdfFile file)
{
    /// <summary>Operations of a whole file; five thousand full pages have some ten million.</summary>
    private const int MaxOperations = 20_000_000;
    private readonly Dictionary<object, PdfFont> _fonts = new(ReferenceEqualityComparer.Instance);
    private List<PdfSpan> _spans = [];
    private List<PdfSpan> _sideways = [];
    private int _operations;

    /// <summary>Glyphs shown for which the file gives no text.</summary>
    public int Unmapped { get; private set; }

    public int Pictures { get; private set; }

    /// <summary>Whether the file was so long that the rest of it was not looked at.</summary>
    public bool WasCut => _operations >= MaxOperations;

    /// <summary>
    /// The upright text of a page as it is shown, and the text that stands on its side, turned upright.
    /// </summary>
    public (List<PdfSpan> Upright, List<PdfSpan> Sideways) Read(Dictionary<string, object?> page)
    {
        (_spans, _sideways) = ([], []);
        var contents = file.Resolve(page.GetValueOrDefault("Contents"));
        using var data = new MemoryStream();
        foreach (var part in contents is List<object?> parts ? parts : [contents])
        {
            data.Write(file.Data(part));
            data.WriteByte((byte)'\n');
        }

        var turned = PdfPlacement.Turned(file, page);
        Run(data.ToArray(), file.Dict(page.GetValueOrDefault("Resources")) ?? [], turned, 0);
        foreach (var (form, place) in PdfPlacement.Fields(file, page))
            Run(
                file.Data(form),
                file.Dict(form.Dictionary.GetValueOrDefault("Resources")) ?? [],
                place.Then(turned),
                1
            );
        return (_spans, _sideways);
    }

    private void Run(byte[] data, Dictionary<string, object?> resources, PdfMatrix start, int depth)
    {
        var state = new PdfTextState { Page = start };
        var saved = new Stack<PdfTextState>();
        var lexer = new PdfLexer(data);
        var operands = new List<object?>();
        while (!lexer.AtEnd && _operations < MaxOperations)
        {
            var next = lexer.Next(false);
            if (next is not PdfKeyword keyword)
            {
                if (operands.Count < 64) operands.Add(next);
                continue;
            }

            _operations++;
            switch (keyword.Value)
            {
                case "q" when saved.Count < 200: saved.Push(state with { }); break;
                case "Q" when saved.Count > 0: state = saved.Pop(); break;
                case "cm": state.Page = PdfMatrix.Of(operands).Then(state.Page); break;
                case "BI": SkipInlineImage(lexer, data); break;
                case "Do": Draw(operands, resources, state, depth); break;
                case "Tf": SetFont(operands, resources, state); break;
                case "Tj" or "'" or "\"" or "TJ":
                    if (keyword.Value is "'" or "\"") state.NextLine();
                    Show(operands, state);
                    break;
                default: state.Apply(keyword.Value, operands); break;
            }

            operands.Clear();
        }
    }

    private void SetFont(List<object?> operands, Dictionary<string, object?> resources, PdfTextState state)
    {
        if (operands.Count < 2 || operands[^2] is not PdfName name || operands[^1] is not double size) return;
        state.Size = size;
        if (file.Dict(file.Dict(resources.GetValueOrDefault("Font"))?.GetValueOrDefault(name.Value)) is not { } font)
            return;
        if (!_fonts.TryGetValue(font, out var known))
            _fonts[font] = known = new PdfFont(file, font);
        state.Font = known;
    }

    private void Show(List<object?> operands, PdfTextState state)
    {
        foreach (var piece in operands.Count > 0 && operands[^1] is List<object?> array ? array : operands)
        {
            if (piece is byte[] text)
                ShowText(text, state);
            else if (piece is double adjust && operands[^1] is List<object?>)
                state.Advance(-adjust / 1000 * state.Size * state.Scale);
        }
    }

    private void ShowText(byte[] text, PdfTextState state)
    {
        var at = state.At;
        var (shown, end) = (new System.Text.StringBuilder(), at);
        foreach (var glyph in (state.Font ??= new PdfFont(file, null)).Show(text))
        {
            if (glyph.Text is null) Unmapped++;
            shown.Append(PdfGlyphNames.Letters(glyph.Text ?? "\uFFFD"));
            state.Advance(
                ((glyph.Width / 1000 * state.Size) + state.CharSpace + (glyph.IsSpace ? state.WordSpace : 0))
                    * state.Scale
            );
            end = state.At;
        }

        var size = state.PrintedSize;
        if (shown.Length == 0 || size is < 0.5 or > 500 || double.IsNaN(at.X + at.Y + end.X)) return;
        // Text that stands on its side (a margin note, the heads of narrow columns) would mix into the lines.
        if (Math.Abs(end.Y - at.Y) > Math.Abs(end.X - at.X) + 1)
        {
            var upwards = end.Y > at.Y;
            var (left, right) = upwards ? (at.Y, end.Y) : (-at.Y, -end.Y);
            _sideways.Add(new PdfSpan(left, right, upwards ? -at.X : at.X, size, state.Font.IsBold, shown.ToString()));
            return;
        }

        _spans.Add(
            new PdfSpan(Math.Min(at.X, end.X), Math.Max(at.X, end.X), at.Y, size, state.Font.IsBold, shown.ToString())
        );
    }

    private void Draw(List<object?> operands, Dictionary<string, object?> resources, PdfTextState state, int depth)
    {
        if (operands.LastOrDefault() is not PdfName name) return;
        var target = file.Resolve(file.Dict(resources.GetValueOrDefault("XObject"))?.GetValueOrDefault(name.Value));
        if (target is not PdfStream form) return;
        if ((file.Resolve(form.Dictionary.GetValueOrDefault("Subtype")) as PdfName)?.Value != "Form")
        {
            Pictures++;
            return;
        }

        if (depth >= 8)
            return;
        var matrix = file.Resolve(form.Dictionary.GetValueOrDefault("Matrix")) is List<object?> m
            ? PdfMatrix.Of(m)
            : PdfMatrix.Identity;
        Run(
            file.Data(form),
            file.Dict(form.Dictionary.GetValueOrDefault("Resources")) ?? resources,
            matrix.Then(state.Page),
            depth + 1
        );
    }

    private void SkipInlineImage(PdfLexer lexer, byte[] data)
    {
        Pictures++;
        for (var i = lexer.Position; i + 3 < data.Length; i++)
        {
            if (
                data[i] is not (10 or 13 or 32)
                || data[i + 1] != 'E'
                || data[i + 2] != 'I'
                || data[i + 3] is not (10 or 13 or 32)
            )
                continue;
            lexer.Position = i + 3;
            return;
        }

        lexer.Position = data.Length;
    }
}
