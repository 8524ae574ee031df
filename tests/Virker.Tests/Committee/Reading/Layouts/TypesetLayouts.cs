using System.Globalization;
using System.Text;
using static Virker.Tests.Committee.Prints;
using static Virker.Tests.Committee.Sheet;

namespace Virker.Tests.Committee;

/// <summary>
/// PDF files typeset by hand: headings in bold, lines broken at the margin, a header and a page number on every page.
/// </summary>
internal static class TypesetLayouts
{
    public static readonly Layout[] All =
    [
        new(
            "typeset, number and title in bold",
            "pdf",
            false,
            Usual | CaseNo | Present | Absent | Party,
            ["case_content", "recommendation", "decision", "attachments"],
            Numbered
        ),
        new(
            "typeset, number alone above the title",
            "pdf",
            true,
            Usual | CaseNo,
            ["other", "recommendation", "decision", "attachments"],
            Alone
        ),
    ];

    private static byte[] Numbered(FictiveMeeting m, Layout l)
    {
        var p = new Typesetter(m.Committee, $"Side ")
            .Line("Referat", 20, true)
            .Line(m.Committee, 14, true)
            .Pair("Mødedato:", Long(m.Date))
            .Pair("Mødetidspunkt:", m.Start)
            .Pair("Mødested:", m.Place)
            .Pair("Deltagere:", string.Join(", ", Names(m.Present, true)))
            .Pair("Afbud:", m.Absent.Count == 0 ? "Ingen" : string.Join(", ", Names(m.Absent, true)));
        foreach (var i in m.Items)
        {
            p.Gap()
                .Line($"{i.Number}. {i.Title}", 14, true)
                .Line($"Sagsnr.: {i.CaseNo}")
                .Gap()
                .Line("Sagsfremstilling", 11, true)
                .Text(i.Content);
            if (i.Points.Count > 0)
                p.Gap()
                    .Line("Indstilling", 11, true)
                    .Text($"{i.By} indstiller,\n" + string.Join("\n", i.Points.Select((t, n) => $"{n + 1}. at {t}")));
            p.Gap().Line("Beslutning", 11, true).Text(i.Decision.Text);
            if (i.Attachments.Count > 0) p.Gap().Line("Bilag", 11, true).Text(string.Join("\n", i.Attachments));
        }

        return p.Bytes();
    }

    private static byte[] Alone(FictiveMeeting m, Layout l)
    {
        var p = new Typesetter($"{m.Committee}, {Long(m.Date)}", "")
            .Line("REFERAT", 16, true)
            .Line($"{m.Committee}", 12, true)
            .Line($"{Weekday(m.Date)} den {Long(m.Date)} kl. {m.Start}")
            .Line($"Mødested: {m.Place}");
        foreach (var i in m.Items)
        {
            p.Gap()
                .Line($"Punkt {i.Number}", 10, true)
                .Line(i.Title, 13, true)
                .Line(i.CaseNo)
                .Gap()
                .Line("Resumé", 10, true)
                .Text(i.Theme);
            if (i.Points.Count > 0)
                p.Gap()
                    .Line("Indstilling", 10, true)
                    .Text($"{i.By} indstiller,\n" + string.Join("\n", i.Points.Select(t => $"at {t}")));
            p.Gap().Line($"Beslutning {m.Committee} den {Short(m.Date)}", 10, true).Text(i.Decision.Text);
            if (i.Attachments.Count > 0) p.Gap().Line("Bilag", 10, true).Text(string.Join("\n", i.Attachments.Select(a => "• " + a)));
        }

        return p.Bytes();
    }
}

/// <summary>Sets lines on A4 pages with the standard fonts.</summary>
internal sealed class Typesetter(string header, string footer)
{
    private const string Narrow = "iljtfrI.,:;|'()[]- ";

    private readonly List<StringBuilder> _pages = [new()];
    private double _y = 760;

    public Typesetter Line(string text, double size = 10, bool bold = false)
    {
        foreach (var part in Broken(text, size)) Put(60, part, size, bold);
        return this;
    }

    public Typesetter Pair(string label, string value)
    {
        var lines = Broken(value, 10, 340);
        for (var i = 0; i < lines.Count; i++)
        {
            if (i == 0) Show(60, label, 10, true);
            Put(170, lines[i], 10, false);
        }

        return this;
    }

    public Typesetter Text(string text)
    {
        foreach (var paragraph in text.Split('\n')) Line(paragraph);
        return this;
    }

    public Typesetter Gap()
    {
        _y -= 10;
        return this;
    }

    private void Put(double x, string text, double size, bool bold)
    {
        if (_y < 90)
        {
            _pages.Add(new());
            _y = 760;
        }

        Show(x, text, size, bold);
        _y -= size * 1.25;
    }

    private void Show(double x, string text, double size, bool bold) =>
        _pages[^1]
            .Append(
                CultureInfo.InvariantCulture,
                $"BT /F{(bold ? 2 : 1)} {size} Tf 1 0 0 1 {x} {_y:0.##} Tm ({text.Replace("\\", "\\\\").Replace("(", "\\(").Replace(")", "\\)")}) Tj ET\n"
            );

    private static double Width(string text, double size) => text.Sum(c => Narrow.Contains(c) ? 0.3 : char.IsUpper(c) ? 0.68 : 0.54) * size;

    private static List<string> Broken(string text, double size, double room = 440)
    {
        var lines = new List<string> { "" };
        foreach (var word in text.Split(' '))
        {
            if (lines[^1].Length > 0 && Width(lines[^1] + " " + word, size) > room) lines.Add(word);
            else lines[^1] += (lines[^1].Length > 0 ? " " : "") + word;
        }

        return lines;
    }

    public byte[] Bytes()
    {
        var file = new StringBuilder("%PDF-1.4\n");
        var places = new List<int>();
        void Object(string text)
        {
            places.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{places.Count} 0 obj\n{text}\nendobj\n");
        }

        string Widths(bool bold) =>
            string.Join(
                " ",
                Enumerable
                    .Range(32, 224)
                    .Select(c =>
                        ((int)(Width(((char)c).ToString(), 1000) + (bold ? 0 : 0))).ToString(
                            CultureInfo.InvariantCulture
                        )
                    )
            );
        string Kids() => string.Join(" ", Enumerable.Range(0, _pages.Count).Select(n => $"{5 + (n * 2)} 0 R"));
        Object("<< /Type /Catalog /Pages 2 0 R >>");
        Object($"<< /Type /Pages /Kids [{Kids()}] /Count {_pages.Count} /MediaBox [0 0 595 842] >>");
        Object(
            $"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding /FirstChar 32 /LastChar 255 /Widths [{Widths(false)}] >>"
        );
        Object(
            $"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding /FirstChar 32 /LastChar 255 /Widths [{Widths(true)}] >>"
        );
        for (var n = 0; n < _pages.Count; n++)
        {
            var content =
                $"BT /F1 8 Tf 1 0 0 1 60 800 Tm ({header}) Tj ET\nBT /F1 8 Tf 1 0 0 1 280 40 Tm ({footer}{n + 1}) Tj ET\n{_pages[n]}".Replace(
                    "•",
                    "\u0095",
                    StringComparison.Ordinal
                );
            Object(
                $"<< /Type /Page /Parent 2 0 R /Contents {6 + (n * 2)} 0 R /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>"
            );
            Object($"<< /Length {content.Length} >>\nstream\n{content}\nendstream");
        }

        var start = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {places.Count + 1}\n0000000000 65535 f \n");
        foreach (var place in places) file.Append(CultureInfo.InvariantCulture, $"{place:0000000000} 00000 n \n");
        file.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {places.Count + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(file.ToString());
    }
}
