using System.Text;
using Virker.Insight;

namespace Virker.Tests.Insight;

public sealed class SpellFileTests
{
    private const string Good = """
        7,330,3,2,41,2,2019-03-04,2019-08-31,0
        7,330,6,6,41,2,2019-09-01,2019-11-30,0
        9,101,1,1,28,1,2024-02-29,2024-12-31,1
        """;

    [Fact]
    public void Takes_each_spell_as_it_stands()
    {
        var (table, rejected, lines) = Read(Good);
        (lines, rejected.Count).ShouldBe((3, 0));
        table.Subject.ShouldBe([0, 0, 1]);
        table.From.Select(DateOnly.FromDayNumber).ShouldBe([new(2019, 3, 4), new(2019, 9, 1), new(2024, 2, 29)]);
        table.To[2].ShouldBe(FactTable.Open);
        Names(table, "municipality").ShouldBe(["Slagelse", "Slagelse", "København"]);
        Enumerable
            .Range(0, 3)
            .Select(i => (table["benefit"][i], table["age"][i], table["sex"][i]))
            .ShouldBe([(3, 41, 2), (6, 41, 2), (1, 28, 1)]);
    }

    [Theory]
    [InlineData("7,330,3,2,41,2,2019-03-04,2019-08-31,2", "Sidste felt")]
    [InlineData("7,330,3,2,41,2,2019-03-04,2019-02-29,0", "datoer")]
    [InlineData("7,330,3,2,41,2,2019-13-04,2019-12-29,0", "datoer")]
    [InlineData("7,330,3,2,41,2,2019-03-04,2019-03-03,0", "slutter, før")]
    [InlineData("7,999,3,2,41,2,2019-03-04,2019-08-31,0", "999")]
    [InlineData("7,330,16,2,41,2,2019-03-04,2019-08-31,0", "16")]
    [InlineData("7,330,3,0,41,2,2019-03-04,2019-08-31,0", "målgruppe")]
    [InlineData("7,330,3,2,41,3,2019-03-04,2019-08-31,0", "Køn")]
    [InlineData("x,330,3,2,41,2,2019-03-04,2019-08-31,0", "ni felter")]
    [InlineData("7,330,3,2", "ni felter")]
    [InlineData("7,330,3,2,41,2,2019-03-04,2019-08-31", "datoer")]
    [InlineData("99999999999,330,3,2,41,2,2019-03-04,2019-08-31,0", "ni felter")]
    [InlineData("", "ni felter")]
    [InlineData("5,330,3,2,41,2,2025-03-04,2025-08-31,0", "sorteret efter person")]
    [InlineData("9,330,3,2,41,2,2023-03-04,2025-08-31,0", "sorteret efter første dag")]
    [InlineData("9,330,3,2,41,2,2024-11-04,2025-08-31,0", "overlapper")]
    public void Says_which_line_is_wrong_and_why_and_keeps_the_rest(string line, string why)
    {
        var (table, rejected, lines) = Read($"{Good}\n{line}\n10,851,1,1,28,1,2024-02-29,2024-12-31,1\n");
        lines.ShouldBe(5);
        rejected.ShouldHaveSingleItem().Line.ShouldBe(4);
        rejected[0].Reason.ShouldContain(why);
        table.Count.ShouldBe(4);
        table.Subject[3].ShouldBe(2);
    }

    [Fact]
    public void Reads_a_file_of_many_blocks_as_it_reads_its_lines()
    {
        var text = new StringBuilder();
        for (var person = 1; person <= 260_000; person++)
            text.Append(
                System.Globalization.CultureInfo.InvariantCulture,
                $"{person},{(person % 2 == 0 ? 147 : 860)},{(person % 15) + 1},1,{person % 90},1,2020-01-01,2020-01-{(person % 31) + 1:00},0\r\n"
            );
        var (table, rejected, lines) = Read(text.ToString());
        (lines, rejected.Count, table.Count).ShouldBe((260_000, 0, 260_000));
        for (var i = 0; i < table.Count; i += 997)
        {
            (table.Subject[i], table["benefit"][i], table["age"][i], table.To[i] - table.From[i]).ShouldBe(
                (i, ((i + 1) % 15) + 1, (i + 1) % 90, (i + 1) % 31)
            );
        }
    }

    [Fact]
    public void A_file_of_columns_is_read_only_for_what_it_was_made_of()
    {
        var file = Columns(Good, out _, out _);
        FactFile.Read(new MemoryStream(file), SpellRegister.Table, "another file").ShouldBeNull();
        FactFile.Read(new MemoryStream(file), ResidenceFacts.Table, "the file").ShouldBeNull();
        FactFile
            .Read(new MemoryStream(file.AsSpan(0, 20).ToArray()), SpellRegister.Table, "the file")
            .ShouldBeNull();
        var unfinished = new MemoryStream();
        new FactFileWriter(unfinished, SpellRegister.Table, "the file").Write(Read(Good).Table);
        FactFile.Read(new MemoryStream(unfinished.ToArray()), SpellRegister.Table, "the file").ShouldBeNull();
    }

    [Fact]
    public void The_numbers_of_the_persons_follow_the_columns()
    {
        var stream = new MemoryStream(Columns(Good, out _, out _));
        FactFile.ReadKeys(stream, FactFile.Read(stream, SpellRegister.Table, "the file")!).ShouldBe([7, 9]);
    }

    private static IEnumerable<string> Names(FactTable table, string column) =>
        Enumerable.Range(0, table.Count).Select(i => table[column].Dimension!.NameOf(table[column][i]));

    private static (FactTable Table, List<RejectedRow> Rejected, long Lines) Read(string csv)
    {
        var file = Columns(csv, out var rejected, out var lines);
        return (FactFile.Read(new MemoryStream(file), SpellRegister.Table, "the file")!, rejected, lines);
    }

    private static byte[] Columns(string csv, out List<RejectedRow> rejected, out long lines)
    {
        var output = new MemoryStream();
        var writer = new FactFileWriter(output, SpellRegister.Table, "the file");
        var wrong = new List<RejectedRow>();
        lines = new SpellFile(wrong.Add).Read(
            new MemoryStream(Encoding.UTF8.GetBytes(csv.ReplaceLineEndings("\n"))),
            writer
        );
        writer.Finish();
        rejected = wrong;
        return output.ToArray();
    }
}
