namespace Virker.Platform;

/// <summary>An affine map of PDF: six numbers.</summary>
internal readonly record struct PdfMatrix(double A, double B, double C, double D, double E, double F)
{
    public static readonly PdfMatrix Identity = new(1, 0, 0, 1, 0, 0);

    public static PdfMatrix Of(IReadOnlyList<object?> numbers)
    {
        if (numbers.Count < 6) return Identity;
        double At(int i) => numbers[numbers.Count - 6 + i] is double d ? d : 0;
        return new(At(0), At(1), At(2), At(3), At(4), At(5));
    }

    public PdfMatrix Then(PdfMatrix o) =>
        new(
            (A * o.A) + (B * o.C),
            (A * o.B) + (B * o.D),
            (C * o.A) + (D * o.C),
            (C * o.B) + (D * o.D),
            (E * o.A) + (F * o.C) + o.E,
            (E * o.B) + (F * o.D) + o.F
        );
}

/// <summary>Where and how the next glyph is shown.</summary>
internal sealed record PdfTextState
{
    private PdfMatrix _text = PdfMatrix.Identity;
    private PdfMatrix _line = PdfMatrix.Identity;
    private double _leading;
    private double _rise;

    public PdfMatrix Page { get; set; } = PdfMatrix.Identity;

    public PdfFont? Font { get; set; }

    public double Size { get; set; } = 10;

    public double CharSpace { get; private set; }

    public double WordSpace { get; private set; }

    public double Scale { get; private set; } = 1;

    public (double X, double Y) At
    {
        get
        {
            var m = new PdfMatrix(1, 0, 0, 1, 0, _rise).Then(_text).Then(Page);
            return (m.E, m.F);
        }
    }

    public double PrintedSize
    {
        get
        {
            var m = _text.Then(Page);
            return Math.Abs(Size) * Math.Sqrt((m.C * m.C) + (m.D * m.D));
        }
    }

    public void Advance(double by) => _text = new PdfMatrix(1, 0, 0, 1, by, 0).Then(_text);

    public void NextLine() => Move(0, -_leading);

    public void Apply(string operation, IReadOnlyList<object?> operands)
    {
        double Last(int back = 1) => operands.Count >= back && operands[^back] is double d ? d : 0;
        switch (operation)
        {
            case "BT": _text = _line = PdfMatrix.Identity; break;
            case "Td": Move(Last(2), Last()); break;
            case "TD": _leading = -Last(); Move(Last(2), Last()); break;
            case "Tm": _text = _line = PdfMatrix.Of(operands); break;
            case "T*": NextLine(); break;
            case "Tc": CharSpace = Last(); break;
            case "Tw": WordSpace = Last(); break;
            case "Tz": Scale = Last() / 100; break;
            case "TL": _leading = Last(); break;
            case "Ts": _rise = Last(); break;
        }
    }

    private void Move(double x, double y) => _text = _line = new PdfMatrix(1, 0, 0, 1, x, y).Then(_line);
}
