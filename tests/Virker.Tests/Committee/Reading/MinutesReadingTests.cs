using Virker.Tests.Support;
using System.Text;
using System.Text.Json;
using Virker.Committee;
using Virker.Platform;
using Virker.Tests.Structure;

namespace Virker.Tests.Committee;

/// <summary>
/// Layouts of other municipalities, with answers written by hand; and the published minutes, where they lie beside the
/// repository.
/// </summary>
public sealed class MinutesReadingTests
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    private static readonly string Folder = Path.Combine(
        Repository.Root,
        "tests/Virker.Tests/Committee/Reading/Fixtures"
    );

    public static TheoryData<string> Layouts =>
        [
            .. Directory
                .GetFiles(Folder)
                .Where(f => !f.EndsWith(".json", StringComparison.Ordinal))
                .Select(f => Path.GetFileName(f)!)
                .Order(StringComparer.Ordinal),
        ];

    [Theory]
    [MemberData(nameof(Layouts))]
    public void Reads_what_is_printed_and_invents_nothing(string name)
    {
        var expected = Parse(Path.ChangeExtension(Path.Combine(Folder, name), ".json"));

        MinutesScore.Count(expected).ShouldBeGreaterThan(15);
        MinutesScore
            .Differences(Answer(MinutesReader.ReadFile(Path.Combine(Folder, name)).Value), expected)
            .ShouldBeEmpty();
        Answer(MinutesReader.ReadFile(Path.Combine(Folder, name)).Value)
            .GetProperty("document")
            .GetProperty("documentType")
            .GetString()
            .ShouldBe(expected.GetProperty("document").GetProperty("documentType").GetString());
    }

    [Theory]
    [MemberData(nameof(Layouts))]
    public void Bytes_line_ends_and_hard_spaces_change_nothing(string name)
    {
        var text = File.ReadAllText(Path.Combine(Folder, name));
        var expected = Parse(Path.ChangeExtension(Path.Combine(Folder, name), ".json"));
        byte[][] same =
        [
            [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\r\n"))],
            Encoding.UTF8.GetBytes(text.Replace(": ", ":\u00A0", StringComparison.Ordinal)),
            [
                .. Encoding.Unicode.GetPreamble(),
                .. Encoding.Unicode.GetBytes(text.Replace("encoding=\"utf-8\"", "", StringComparison.Ordinal)),
            ],
        ];

        foreach (var bytes in same) MinutesScore.Differences(Answer(Read(bytes)), expected).ShouldBeEmpty();
    }

    [Fact]
    public void Reads_Windows_1252() =>
        Read([
            .. "Dagsorden\nArbejdsmarkedsudvalget\n\nPunkt 1: V"u8,
            0xE6,
            .. "kst\n\nSagsnr.: 12-3\n\nBeslutning\n\nDr"u8,
            0xF8,
            .. "ftet\n"u8,
        ])
            .Items.ShouldHaveSingleItem()
            .Title.ShouldBe("Vækst");

    [Theory]
    [InlineData("000")]
    [InlineData("004")]
    public void The_published_minutes_are_read_without_a_fault(string number)
    {
        if (
            Beside.File("documents", $"{number}_", ".txt") is not { } document
            || Beside.File("gold", $"{number}.json") is not { } gold
        )
            return;
        MinutesScore.Differences(Answer(MinutesReader.ReadFile(document).Value), Parse(gold)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Kære borger\n\nTak for din henvendelse.\n")]
    [InlineData("")]
    [InlineData("<html><body></body></html>")]
    [InlineData("<?xml version=\"1.0\"?><faktura/>")]
    [InlineData("<?xml version=\"1.0\"?><!DOCTYPE root [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><root>&x;</root>")]
    public void A_wrong_file_is_refused_in_one_sentence(string text)
    {
        var source = SourceReader.Read(Encoding.UTF8.GetBytes(text));
        var refusal = source.IsRefused ? source.Refusal : MinutesReader.Read(source.Value).Refusal;

        refusal.ShouldNotBeNull().Text.ShouldNotContain("\n");
    }

    [Fact]
    public void A_total_that_is_no_sum_is_kept_with_a_note()
    {
        var read = Read(
            "Punkt 1: Nøgletal\n\nSagsfremstilling\n\n\t2022\t2023\nUnge\t1\t2\nVoksne\t3\t4\nI alt\t4\t7\n\nBeslutning\n\nDrøftet.\n"u8.ToArray()
        );

        read.Tables.ShouldHaveSingleItem().Rows[^1].Values.ShouldBe([4m, 7m]);
        read.Notes.ShouldContain(n => n.Code == "total_contradicts");
    }

    [Fact]
    public void A_list_in_a_case_is_no_item()
    {
        var read = Read(
            "Punkt 1: Orientering\n\nSagsfremstilling\n\n1. Fra formanden\n2. Fra medlemmer\n\nIndstilling\n\nFormanden indstiller,\n\n1. at udvalget orienteres\n\nBeslutning\n\nTil orientering.\n"u8.ToArray()
        );

        read.Items.ShouldHaveSingleItem().Recommendation!.Points.ShouldHaveSingleItem();
    }

    private static PrintedMinutes Read(byte[] bytes) => MinutesReader.Read(SourceReader.Read(bytes).Value).Value;

    private static JsonElement Answer(PrintedMinutes read) => JsonSerializer.SerializeToElement(read, Web);

    private static JsonElement Parse(string path) => JsonDocument.Parse(File.ReadAllText(path)).RootElement;
}
