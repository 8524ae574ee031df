using System.Text;
using Virker.Kernel;

namespace Virker.Tests.Kernel;

/// <summary>
/// Files as offices have them: any encoding, any separator, quotes, and every fault at once with its line.
/// </summary>
public sealed class WrittenTableTests
{
    private const string Header = "område;antal;kilde";

    public static TheoryData<byte[]> Encoded =>
        new(
            Encoding.UTF8.GetBytes("Ærø;1;Ågård"),
            [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes("Ærø;1;Ågård")],
            Encoding.Unicode.GetBytes("Ærø;1;Ågård"),
            [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("Ærø;1;Ågård")],
            [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes("Ærø;1;Ågård")],
            Encoding.Latin1.GetBytes("Ærø;1;Ågård")
        );

    [Theory, MemberData(nameof(Encoded))]
    public void The_encodings_of_offices_are_read(byte[] bytes) =>
        WrittenBytes.Text(bytes).Value.ShouldBe("Ærø;1;Ågård");

    [Fact]
    public void Windows_dashes_and_quotes_are_read() =>
        WrittenBytes.Text([0x93, (byte)'a', 0x94, 0x96, 0x80]).Value.ShouldBe("“a”–€");

    [Fact]
    public void Broken_letters_are_refused_as_the_encoding_with_their_line()
    {
        var twice = Encoding.UTF8.GetBytes(Encoding.Latin1.GetString(Encoding.UTF8.GetBytes("en\nto\nbælte")));
        WrittenBytes
            .Text(twice, "File")
            .Refusal!.ShouldSatisfyAllConditions(
                r => r.Code.ShouldBe("file.encoding"),
                r => r.Text.ShouldContain("tegnsæt"),
                r => r.Text.ShouldContain("linje 3"),
                r => r.Field.ShouldBe("File")
            );
        byte[] mixed = [.. Encoding.UTF8.GetBytes("en\nbælte\n"), .. Encoding.Latin1.GetBytes("ø")];
        WrittenBytes.Text(mixed).Refusal!.Text.ShouldContain("linje 2");
        WrittenBytes.Text([0, 1, 2, 3, 4, 5, 6]).Refusal!.Code.ShouldBe("file.binary");
    }

    [Theory]
    [InlineData("område;antal;kilde\nÆrø;1;x")]
    [InlineData("område\tantal\tkilde\r\nÆrø\t1\tx\r\n")]
    [InlineData("Område,Antal,Kilde\rÆrø,1,x\r")]
    [InlineData("\uFEFF\"OMRAADE\";\"antal\";\"kilde\"\n\"Ærø\";\"1\";\"x\"\n")]
    [InlineData("kilde;område;antal\nx;Ærø;1")]
    [InlineData("sep=;\nområde;antal;kilde\nÆrø;1;x;;;")]
    public void One_table_whatever_parts_its_cells(string text)
    {
        var table = WrittenTable.WithHeader(text, Header);
        table.Faults.ShouldBeEmpty();
        table.Rows.ShouldHaveSingleItem().Cells.ShouldBe(["Ærø", "1", "x"]);
    }

    [Fact]
    public void Quotes_hold_separators_line_ends_and_quotes()
    {
        var table = WrittenTable.WithHeader(
            "område;antal;kilde\n\"Ærø; og\nøerne\";1;\"den »sidste« \"\"kilde\"\"\"\nFyn;2;y",
            Header
        );
        table.Rows.Select(r => r.Line).ShouldBe([2, 4]);
        table.Rows[0].Cells.ShouldBe(["Ærø; og øerne", "1", "den »sidste« \"kilde\""]);
    }

    [Fact]
    public void Every_fault_is_told_with_its_line()
    {
        var table = WrittenTable.WithHeader("område;antal;kilde\nÆrø;1\nFyn;2;y\n\nMors;1;2;3\nLæsø;\"4;z\n", Header);
        table.Rows.ShouldHaveSingleItem().Line.ShouldBe(3);
        table.Faults.Select(f => f.Line).ShouldBe([2, 5, 6]);
        table.Faults[0].ToString().ShouldBe("Linje 2: Linjen har 2 felter og skal have 3.");
        var refusal = WrittenTable.Refused(table.Faults, "x.line", "Csv")!;
        refusal
            .Every()
            .Select(r => r.Text[..8])
            .ShouldBe(["Linje 2:", "Linje 5:", "Linje 6:"], "as many as there are to mend");
        refusal.Every().Count(r => r.Text.EndsWith(" Intet er indlæst.", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public void A_header_that_lacks_a_column_names_it() =>
        WrittenTable
            .WithHeader("område;kilde\nÆrø;x", Header)
            .Faults.ShouldHaveSingleItem()
            .Text.ShouldContain("Der mangler »antal«");

    [Fact]
    public void Decimal_commas_in_a_file_that_is_parted_by_commas_are_said() =>
        WrittenTable
            .WithHeader("område,antal,kilde\nÆrø,12,5,x", Header)
            .Faults.ShouldHaveSingleItem()
            .Text.ShouldContain("semikolon");

    [Fact]
    public void Pasted_rows_may_each_be_parted_in_their_own_way() =>
        WrittenTable
            .Pasted("# hoved\na;b, c\n\nd\te; f\n\"g\",\"h\"")
            .Rows.Select(r => $"{r.Line}:{string.Join('|', r.Cells)}")
            .ShouldBe(["2:a|b, c", "4:d|e; f", "5:g|h"]);
}
