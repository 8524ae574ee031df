using Virker.Tests.Support;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Virker.Platform;
using Virker.Tests.Structure;

namespace Virker.Tests.Platform;

/// <summary>A file's name comes through a header whole, whatever is in it, and takes nothing else with it.</summary>
public sealed partial class ContentDispositionTests
{
    [Theory]
    [InlineData("maal-stærke.csv", "maal-staerke.csv", "maal-stærke.csv")]
    [InlineData("Årsplan for Ø og Ærø.pdf", "Aarsplan for Oe og Aeroe.pdf", "Årsplan for Ø og Ærø.pdf")]
    [InlineData("en \"lille\" fil.csv", "en _lille_ fil.csv", "en \"lille\" fil.csv")]
    [InlineData("100%.csv", "100_.csv", "100%.csv")]
    [InlineData("a\r\nSet-Cookie: x=1.csv", "a Set-Cookie: x=1.csv", "a Set-Cookie: x=1.csv")]
    [InlineData("mappe/..\\fil.csv", "mappe-..-fil.csv", "mappe-..-fil.csv")]
    [InlineData("plan 🎯 2024.xlsx", "plan _ 2024.xlsx", "plan 🎯 2024.xlsx")]
    [InlineData("René Müller, Łódź.pdf", "Rene Muller, _odz.pdf", "René Müller, Łódź.pdf")]
    [InlineData("ra\u202Efdp.exe.pdf", "rafdp.exe.pdf", "rafdp.exe.pdf")]
    [InlineData("...", "fil", "fil")]
    [InlineData("", "fil", "fil")]
    public void A_name_is_read_back_as_it_is_and_as_near_as_ASCII_comes(string name, string ascii, string whole)
    {
        foreach (
            var (header, how) in new[]
            {
                (ContentDisposition.Attachment(name), "attachment"),
                (ContentDisposition.Inline(name), "inline"),
            }
        )
        {
            header.ShouldEachBe(c => c >= ' ' && c <= '~');
            var read = ContentDispositionHeaderValue.Parse(header);
            read.DispositionType.ShouldBe(how);
            read.FileName!.Trim('"').ShouldBe(ascii);
            (read.FileNameStar ?? read.FileName.Trim('"')).ShouldBe(whole);
        }
    }

    [Fact]
    public void A_long_name_keeps_its_ending_and_cuts_no_letter_in_two()
    {
        foreach (var length in new[] { 144, 145, 146, 147, 500 })
        {
            var name = ContentDispositionHeaderValue
                .Parse(
                    ContentDisposition.Attachment(
                        new string('ø', length) + string.Concat(Enumerable.Repeat("🎯", 20)) + ".xlsx"
                    )
                )
                .FileNameStar!;
            name.ShouldEndWith(".xlsx");
            name.Length.ShouldBeLessThanOrEqualTo(150);
            name.ShouldNotContain("\uFFFD");
        }
    }

    [Fact]
    public void Half_a_letter_is_told_as_one_that_cannot_be_read() =>
        ContentDispositionHeaderValue
            .Parse(ContentDisposition.Attachment("halv " + '\uD83C' + ".csv"))
            .FileNameStar.ShouldBe("halv \uFFFD.csv");

    [Fact]
    public void No_other_place_names_a_file_in_a_header() =>
        Wall.Holds(
            Repository
                .Files.Where(f =>
                    f.Path.StartsWith("src/", StringComparison.Ordinal)
                    && (
                        f.Path.EndsWith(".cs", StringComparison.Ordinal)
                        || f.Path.EndsWith(".razor", StringComparison.Ordinal)
                    )
                    && !f.Path.EndsWith("/ContentDisposition.cs", StringComparison.Ordinal)
                )
                .Where(f => NamesFile(f.Text()))
                .Select(f => $"{f.Path} names a file beside ContentDisposition")
        );

    [Theory]
    [InlineData("headers.ContentDisposition = $\"attachment; filename=\\\"{name}.csv\\\"\";", true)]
    [InlineData("Results.Bytes(found.Pdf, \"application/pdf\", $\"bilag-{found.AsOf:yyyy-MM-dd}.pdf\")", true)]
    [InlineData("Results.Stream(file.Content, Type(file), fileDownloadName: file.Name)", true)]
    [InlineData("Results.Bytes(Of(a, b), \"application/pdf\")", false)]
    public void The_wall_falls_for_a_seeded_violation(string line, bool falls) => NamesFile(line).ShouldBe(falls);

    private static bool NamesFile(string text) =>
        text.Contains("filename=", StringComparison.Ordinal)
        || text.Contains("filename*=", StringComparison.Ordinal)
        || text.Contains("fileDownloadName", StringComparison.Ordinal)
        || ThirdArgument().IsMatch(text);

    [GeneratedRegex(@"Results\.(Bytes|File|Stream|PhysicalFile)\((?:[^(),]|\([^()]*\))*,(?:[^(),]|\([^()]*\))*,")]
    private static partial Regex ThirdArgument();
}
