using Virker.Tests.Support;
using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Tests.Platform;

public sealed class ExportTests
{
    private static readonly string[] Hostile =
    [
        "=cmd|'/c calc'!A1",
        "+1+1",
        "-2+3",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "  =1",
        "\u00A0=1",
        "\uFEFF=1",
        "\0=1",
        "\u200B=1",
        "＝1+1",
        "\";=1;\"",
        "a;=1",
        "a\r\n=1",
        "a,=1",
        "'=1",
        "\"",
        "",
    ];

    private static readonly XNamespace Sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private static ExportTable List(params object?[][] rows) =>
        new("Liste", [.. rows[0].Select((_, i) => new ExportColumn($"K{i}", 1))], rows);

    private static async Task<string> Csv(ExportTable table)
    {
        var to = new MemoryStream();
        await table.WriteCsvAsync(to);
        to.ToArray()[..3].ShouldBe([0xEF, 0xBB, 0xBF]);
        return Encoding.UTF8.GetString(to.ToArray()[3..]);
    }

    private static async Task<XElement> Xlsx(ExportTable table)
    {
        var to = new MemoryStream();
        await table.WriteXlsxAsync(to);
        using var zip = new ZipArchive(to);
        foreach (var entry in zip.Entries)
            XDocument.Load(entry.Open());
        return XDocument.Load(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open()).Root!;
    }

    [Fact]
    public async Task Values_are_written_as_a_Danish_spreadsheet_reads_them()
    {
        var row = new object?[]
        {
            "Ærø; \"citat\"",
            1234567,
            -5.25,
            12.5m,
            new Money(1234.5m),
            new DateOnly(2025, 3, 1),
            new DateTimeOffset(2025, 7, 1, 12, 30, 0, TimeSpan.Zero),
            true,
            null,
            double.NaN,
        };

        (await Csv(List(row))).Split("\r\n")[1]
            .ShouldBe("\"Ærø; \"\"citat\"\"\";1234567;-5,3;12,5;1234,50;01-03-2025;01-07-2025 14:30;\"Ja\";;");
    }

    [Fact]
    public async Task A_sheet_has_typed_cells()
    {
        var sheet = await Xlsx(
            List(["Tekst", 12.25m, new DateOnly(2025, 3, 1), 1234567890123456789L, new DateOnly(1850, 1, 1)])
        );
        var cells = sheet.Descendants(Sheet + "row").Last().Elements().ToList();

        cells
            .Select(cell => (string?)cell.Attribute("t") ?? "n")
            .ShouldBe(["inlineStr", "n", "n", "inlineStr", "inlineStr"]);
        cells[1].Value.ShouldBe("12.3");
        cells[2].Value.ShouldBe("45717");
        cells[3].Value.ShouldBe("1234567890123456789");
        cells[4].Value.ShouldBe("01-01-1850");
    }

    [Fact]
    public async Task Hostile_text_is_never_a_formula_in_a_comma_separated_file()
    {
        foreach (var text in Hostile)
        {
            var cell = CsvCells(await Csv(List([text, 1])), ';')[1][0];
            (cell.TrimStart() is ['=' or '+' or '-' or '@' or '＝', ..]).ShouldBeFalse(cell);
        }
    }

    [Fact]
    public void Any_text_stays_in_its_cell_and_is_no_formula_whatever_separator_the_reader_uses() =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<string[]>(),
                texts =>
                {
                    var row = texts
                        .Append("x")
                        .SelectMany(text =>
                            new object?[] { text, text is null ? null : "=" + text, text + ";-" + text }
                        )
                        .ToArray();
                    var csv = Csv(List(row)).GetAwaiter().GetResult();
                    csv.ShouldNotContain("\0");
                    CsvCells(csv, ';').Select(cells => cells.Count).ShouldEachBe(count => count == row.Length);
                    foreach (var separator in ";,\t")
                        CsvCells(csv, separator)
                            .SelectMany(cells => cells)
                            .ShouldEachBe(cell =>
                                !(cell.TrimStart() + " ").StartsWith('=') && !(cell.TrimStart() + " ").StartsWith('@')
                            );
                    var sheet = Xlsx(List(row)).GetAwaiter().GetResult();
                    sheet.Descendants(Sheet + "f").ShouldBeEmpty();
                    sheet.Descendants(Sheet + "row").Last().Elements().Count().ShouldBe(row.Length);
                }
            )
            .Check(Config.QuickThrowOnFailure);

    [Fact]
    public async Task Text_comes_back_from_a_sheet_as_it_was_without_control_characters()
    {
        var sheet = await Xlsx(List(["_x0041_ <b> & ÆØÅ\0 🙂\u0001 linje\nto", "=1+1"]));
        var cells = sheet.Descendants(Sheet + "row").Last().Elements().ToList();

        cells[0].Value.ShouldBe("_x005F_x0041_ <b> & ÆØÅ 🙂 linje\nto");
        cells[1].Attribute("s")!.Value.ShouldBe("2", "the mark that keeps text as text when it is edited");
    }

    [Fact]
    public async Task The_same_rows_give_the_same_bytes()
    {
        MemoryStream first = new(), second = new();
        await List(["a", 1]).WriteXlsxAsync(first);
        await Task.Delay(10);
        await List(["a", 1]).WriteXlsxAsync(second);
        second.ToArray().ShouldBe(first.ToArray());
    }

    /// <summary>As a spreadsheet splits a file, also one that expects another separator than the writer used.</summary>
    private static List<List<string>> CsvCells(string csv, char separator)
    {
        var rows = new List<List<string>> { new() };
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < csv.Length; i++)
        {
            var letter = csv[i];
            if (quoted && letter == '"' && i + 1 < csv.Length && csv[i + 1] == '"')
                cell.Append(csv[i++]);
            else if (letter == '"')
                quoted = !quoted;
            else if (!quoted && (letter == separator || letter == '\n'))
            {
                rows[^1].Add(cell.ToString().TrimEnd('\r'));
                cell.Clear();
                if (letter == '\n')
                    rows.Add([]);
            }
            else
                cell.Append(letter);
        }
        rows.RemoveAt(rows.Count - 1);
        return rows;
    }
}
