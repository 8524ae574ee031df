using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Virker.Insight;

namespace Virker.Tests.Insight;

/// <summary>Registers in and out: spells, and the weekly view of them.</summary>
public sealed class RegisterFilesTests
{
    private static readonly FigurePeriod Window = new(new(2023, 1, 2), new(2023, 3, 5));

    [Fact]
    public void Spells_written_out_are_the_file_that_was_read() =>
        Prop.ForAll(
                Gen.Choose(0, 1_000_000).ToArbitrary(),
                seed =>
                {
                    var csv = RandomCsv(seed);
                    var (table, keys) = FromSpells(csv);
                    var written = new StringWriter();
                    SpellExport.Write(written, table, keys, RegisterQuestions.DataDate);
                    return written.ToString() == csv;
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(50));

    [Fact]
    public void A_week_has_one_code_and_any_day_sets_it()
    {
        var (table, keys) = FromSpells("""
            7,330,3,2,41,2,2022-12-20,2023-01-09,0
            7,330,6,6,41,2,2023-01-10,2023-01-22,0
            8,101,2,2,25,1,2023-02-26,2024-12-31,1

            """.ReplaceLineEndings("\n"));
        Weekly(table, keys).ShouldBe("""
            person;komnr;koen;alder;maalgruppe;y_2301;y_2302;y_2303;y_2304;y_2305;y_2306;y_2307;y_2308;y_2309
            7;330;2;41;6;3;6;6;;;;;;
            8;101;1;25;2;;;;;;;;2;2

            """.ReplaceLineEndings("\n"), "sick pay wins the week that both have a day in");
    }

    [Fact]
    public void A_weekly_file_read_and_written_is_the_same_file() =>
        Prop.ForAll(
                Gen.Choose(0, 1_000_000).ToArbitrary(),
                seed =>
                {
                    var (table, keys) = FromSpells(RandomCsv(seed));
                    var once = Weekly(table, keys);
                    var (read, readKeys, rejected) = FromWeekly(once);
                    return rejected.Count == 0
                        && Lines(Weekly(read, readKeys))
                            .SequenceEqual(Lines(once).Where(l => l.Split(';').Skip(5).Any(f => f.Length > 0)));
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(50));

    [Theory]
    [InlineData("9;330;2;41;6;3;6;6;;;;;", "13 felter")]
    [InlineData("7;330;2;41;6;3;6;6;;;;;;", "sorteret")]
    [InlineData("9;999;2;41;6;3;6;6;;;;;;", "999")]
    [InlineData("9;330;0;41;6;3;6;6;;;;;;", "Køn")]
    [InlineData("9;330;2;x;6;3;6;6;;;;;;", "alder")]
    [InlineData("9;330;2;41;14;3;6;6;;;;;;", "målgruppe")]
    [InlineData("9;330;2;41;6;3;997;6;;;;;;", "997 er ikke en ydelse (1-15), i y_2302")]
    public void A_line_that_cannot_be_used_is_given_back_with_its_reason_and_the_rest_kept(string line, string why)
    {
        const string heading =
            "person;komnr;koen;alder;maalgruppe;y_2301;y_2302;y_2303;y_2304;y_2305;y_2306;y_2307;y_2308;y_2309";
        var (table, _, rejected) = FromWeekly($"{heading}\n7;330;2;41;6;3;;;;;;;;\n{line}\n10;330;2;41;6;;3;3;;;;;;\n");
        rejected.ShouldHaveSingleItem().Line.ShouldBe(3);
        rejected[0].Reason.ShouldContain(why);
        table.Subject.ShouldBe([0, 1]);
        (DateOnly.FromDayNumber(table.From[1]), DateOnly.FromDayNumber(table.To[1])).ShouldBe(
            (new(2023, 1, 9), new(2023, 1, 22))
        );
    }

    [Fact]
    public void A_heading_that_skips_a_week_is_refused() =>
        Should
            .Throw<FactException>(() => FromWeekly("person;komnr;koen;alder;maalgruppe;y_2301;y_2303\n"))
            .Message.ShouldContain("y_2303");

    private static IEnumerable<string> Lines(string text) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1);

    private static string Weekly(FactTable table, IReadOnlyList<int> keys)
    {
        var written = new StringWriter();
        WeeklyFile.Write(written, table, keys, Window);
        return written.ToString();
    }

    private static (FactTable Table, int[] Keys) FromSpells(string csv)
    {
        var rejected = new List<RejectedRow>();
        var (table, keys) = Columns(writer =>
            new SpellFile(rejected.Add).Read(new MemoryStream(Encoding.UTF8.GetBytes(csv)), writer)
        );
        rejected.ShouldBeEmpty();
        return (table, keys);
    }

    private static (FactTable Table, int[] Keys, List<RejectedRow> Rejected) FromWeekly(string text)
    {
        var rejected = new List<RejectedRow>();
        var (table, keys) = Columns(writer => new WeeklyReader(rejected.Add).Read(new StringReader(text), writer));
        return (table, keys, rejected);
    }

    private static (FactTable, int[]) Columns(Action<FactFileWriter> fill)
    {
        var stream = new MemoryStream();
        var writer = new FactFileWriter(stream, SpellRegister.Table, "prøve");
        fill(writer);
        writer.Finish();
        var read = new MemoryStream(stream.ToArray());
        var table = FactFile.Read(read, SpellRegister.Table, "prøve")!;
        return (table, FactFile.ReadKeys(read, table));
    }

    private static string RandomCsv(int seed)
    {
        var random = new Random(seed);
        var csv = new StringBuilder();
        for (var person = 3; person < 40; person += random.Next(1, 5))
        {
            for (var day = new DateOnly(2022, 10, 1).AddDays(random.Next(60)); day < Window.Last.AddDays(30);)
            {
                var to = day.AddDays(random.Next(90));
                var runs = random.Next(9) == 0;
                csv.Append(
                    System.Globalization.CultureInfo.InvariantCulture,
                    $"{person},{(random.Next(2) == 0 ? 147 : 860)},{random.Next(1, 16)},{random.Next(1, 14)},40,1,{day:yyyy-MM-dd},{(runs ? RegisterQuestions.DataDate : to):yyyy-MM-dd},{(runs ? 1 : 0)}\n"
                );
                if (runs)
                    break;
                day = to.AddDays(1 + (random.Next(2) * random.Next(40)));
            }
        }

        return csv.ToString();
    }
}
