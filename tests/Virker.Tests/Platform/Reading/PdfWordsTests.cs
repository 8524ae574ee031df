using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Virker.Platform;
using Virker.Tests.Structure;
using Virker.Tests.Support;

namespace Virker.Tests.Platform;

/// <summary>
/// Every word on every page, in the order in which it is read; and page by page against pdftotext, where that is
/// installed.
/// </summary>
public sealed partial class PdfWordsTests
{
    private const string Column =
        "BT /F1 10 Tf 14 TL {0} 760 Td ({1} linje et staar i denne spalte) Tj T* ({1} linje to staar i denne spalte) Tj T* ({1} linje tre staar i spalten her) Tj T* ({1} linje fire staar i spalten) Tj T* ({1} linje fem staar i spalten nu) Tj T* ({1} linje seks staar i spalten) Tj T* ({1} linje syv slutter spalten her.) Tj ET ";

    [Fact]
    public void Two_columns_are_read_one_after_the_other()
    {
        var text = Text(
            HandmadePdf.Of(
                string.Format(CultureInfo.InvariantCulture, Column, 60, "Venstre")
                    + string.Format(CultureInfo.InvariantCulture, Column, 320, "Hoejre")
            )
        );

        text.IndexOf("Venstre linje syv", StringComparison.Ordinal)
            .ShouldBeLessThan(text.IndexOf("Hoejre linje et", StringComparison.Ordinal));
        text.ShouldNotContain("\t");
    }

    [Fact]
    public void A_table_stays_a_table() =>
        Text(
                HandmadePdf.Of(
                    "BT /F1 10 Tf 60 760 Td (Maalgruppe) Tj 260 0 Td (Antal) Tj -260 -14 Td (Unge) Tj 260 0 Td (12) Tj -260 -14 Td (Voksne) Tj 260 0 Td (15) Tj -260 -14 Td (I alt) Tj 260 0 Td (27) Tj ET"
                )
            )
            .ShouldBe("Maalgruppe\tAntal\nUnge\t12\nVoksne\t15\nI alt\t27");

    [Fact]
    public void A_page_that_is_shown_turned_is_read_turned() =>
        Text(HandmadePdf.Of("BT /F1 12 Tf 0 1 -1 0 100 100 Tm (Bredt ark med tal) Tj ET", page: "/Rotate 90"))
            .ShouldBe("Bredt ark med tal");

    [Fact]
    public void Text_on_its_side_is_read_after_the_page() =>
        Text(HandmadePdf.Of("BT /F1 12 Tf 0 1 -1 0 40 100 Tm (Randnote) Tj 1 0 0 1 72 700 Tm (Selve teksten) Tj ET"))
            .Split('\n')
            .ShouldBe(["Selve teksten", "Randnote"]);

    [Fact]
    public void What_a_form_field_shows_is_read() =>
        Text(
                HandmadePdf.Of(
                    "BT /F1 12 Tf 72 700 Td (Navn:) Tj ET",
                    page: "/Annots [<< /Type /Annot /Subtype /Widget /Rect [120 690 300 710] /AP << /N 7 0 R >> >>]",
                    extra: "<< /Type /XObject /Subtype /Form /BBox [0 0 180 20] /Resources << /Font << /F1 4 0 R >> >> /Length 44 >>\nstream\nBT /F1 12 Tf 2 10 Td (Rikke Tang) Tj ET     \nendstream"
                )
            )
            .ShouldContain("Rikke Tang");

    [Fact]
    public void A_ligature_is_its_letters() =>
        Text(
                HandmadePdf.Of(
                    "BT /F1 12 Tf 72 700 Td (\\001ere) Tj ET",
                    font: "/Encoding << /Type /Encoding /Differences [1 /uniFB02] >>"
                )
            )
            .ShouldBe("flere");

    [Fact]
    public void Holds_every_word_that_pdftotext_finds_page_by_page()
    {
        if (Beside.Program("pdftotext") is not { } pdftotext) return;
        var (compared, turned) = (0, 0);
        foreach (var (name, bytes) in Papers())
        {
            var path = Path.GetTempFileName();
            File.WriteAllBytes(path, bytes);
            var lines = SourceReader.Read(bytes).Value.Lines;
            for (var page = 1; page <= lines.Max(l => l.Page); page++)
            {
                var number = page.ToString(CultureInfo.InvariantCulture);
                var printed = Run(pdftotext, "-layout", "-f", number, "-l", number, path, "-");
                var theirs = Words(Furniture().Replace(printed, ""));
                var ours = OfPage(lines, page);
                Missing(theirs, ours).ShouldBeEmpty($"{name}, page {page}");
                Common(theirs, ours).ShouldBeGreaterThanOrEqualTo(theirs.Count * 95 / 100, $"{name}, page {page}");
                (compared, turned) = (compared + theirs.Count, turned + (page > 1 ? 1 : 0));
            }

            File.Delete(path);
        }

        compared.ShouldBeGreaterThan(300);
        turned.ShouldBeGreaterThan(0, "a paper of several pages is among them");
    }

    /// <summary>
    /// The words of a page; a sentence that goes on over the break stands on the page that it began on, as the reader
    /// has it.
    /// </summary>
    private static List<string> OfPage(IReadOnlyList<SourceLine> lines, int page)
    {
        var begun = lines.LastOrDefault(l => l.Page < page && !l.IsBlank);
        return Words(
            string.Join(
                '\n',
                lines.Where(l => l.Page == page && !l.IsBlank).Prepend(begun).OfType<SourceLine>().Select(l => l.Text)
            )
        );
    }

    private static IEnumerable<(string Name, byte[] Bytes)> Papers()
    {
        var folder = Path.Combine(Repository.Root, "tests/Virker.Tests/Platform/Reading/Fixtures");
        foreach (
            var file in Directory
                .GetFiles(folder, "*.pdf", SearchOption.AllDirectories)
                .Where(f => !f.EndsWith("locked-password.pdf", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
        )
            yield return (Path.GetFileName(file), File.ReadAllBytes(file));
        yield return ("own paper", OwnPaper());
    }

    private static byte[] OwnPaper()
    {
        var text = string.Join(
            ' ',
            Enumerable.Range(1, 110).Select(i => $"Sætning {i} fortæller om fritidsjob og flere års efteruddannelse.")
        );
        var table = new DocumentTable(
            "Nøgletal",
            ["Målgruppe", TableColumn.Number("2024"), TableColumn.Number("2025")],
            [TableRow.Of("Unge", "12", "15"), TableRow.Of("Voksne", "201", "198")]
        );
        return new Document(
            "Sidehoved",
            new DateTimeOffset(2025, 11, 17, 9, 0, 0, TimeSpan.Zero),
            [
                new Heading(1, "Referat"),
                new Heading(2, "Punkt 1: Ørreder i åen"),
                Paragraph.Of(text),
                Paragraph.Of(text),
                table,
            ]
        ).ToPdf();
    }

    private static List<string> Missing(List<string> theirs, List<string> ours)
    {
        var left = ours.GroupBy(w => w).ToDictionary(g => g.Key, g => g.Count());
        return
        [
            .. theirs.Where(w => left.TryGetValue(w, out var count) && count > 0 ? (left[w] = count - 1) < 0 : true),
        ];
    }

    /// <summary>The words that both have in the same order: the length of the longest common sequence.</summary>
    private static int Common(List<string> theirs, List<string> ours)
    {
        var row = new int[ours.Count + 1];
        foreach (var word in theirs)
        {
            var before = 0;
            for (var i = 1; i <= ours.Count; i++)
                (before, row[i]) = (row[i], word == ours[i - 1] ? before + 1 : Math.Max(row[i], row[i - 1]));
        }

        return row[^1];
    }

    private static List<string> Words(string text) =>
        [
            .. Word()
                .Matches(text.Normalize(NormalizationForm.FormKC).Replace("-\n", "", StringComparison.Ordinal))
                .Select(m => m.Value),
        ];

    private static string Text(byte[] pdf) =>
        string.Join('\n', SourceReader.Read(pdf).Value.Lines.Where(l => !l.IsBlank).Select(l => l.Text));

    private static string Run(string program, params string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments)
            {
                RedirectStandardOutput = true,
                StandardOutputEncoding = Encoding.UTF8,
            }
        )!;
        return process.StandardOutput.ReadToEnd();
    }

    /// <summary>The running foot of a page, which is set aside.</summary>
    [GeneratedRegex(@"^.*\bSide \d+ af \d+\s*$|^\f?\s*Sidehoved\s*$", RegexOptions.Multiline)]
    private static partial Regex Furniture();

    [GeneratedRegex(@"[\p{L}\d]+")]
    private static partial Regex Word();
}
