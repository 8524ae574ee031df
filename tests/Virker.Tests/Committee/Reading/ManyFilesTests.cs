using System.Text;
using System.Text.Json;
using Virker.Cli;
using Virker.Committee;
using Virker.Tests.Support;

namespace Virker.Tests.Committee;

/// <summary>Many papers read at once: a line of JSON each, in their order, whatever one of them is.</summary>
public sealed class ManyFilesTests
{
    private const string Minutes =
        "Jobudvalget\nReferat\nDato: 5. maj 2025\n\nPunkt 1: Ørreder i åen\n\nSagsfremstilling\n\nFørste linje.\nAnden linje.\n\nBeslutning\n\nGodkendt.\n";

    [Fact]
    public void A_file_that_cannot_be_read_does_not_stop_the_others()
    {
        var folder = Directory.CreateTempSubdirectory().FullName;
        string[] paths = [.. Enumerable.Range(1, 40).Select(i => Path.Combine(folder, $"{i:00}.txt"))];
        foreach (var path in paths)
            File.WriteAllText(path, path.EndsWith("07.txt", StringComparison.Ordinal) ? "Kære borger" : Minutes);
        using var output = new MemoryStream();

        var code = JsonAnswer.WriteLines(paths, MinutesReader.ReadFile, output);

        code.ShouldBe(1);
        var lines = Encoding
            .UTF8.GetString(output.ToArray())
            .TrimEnd('\n')
            .Split('\n')
            .Select(l => JsonDocument.Parse(l).RootElement)
            .ToList();
        lines.Select(l => l.GetProperty("file").GetString()).ShouldBe(paths);
        lines[6].GetProperty("error").GetString().ShouldNotBeNullOrEmpty();
        lines
            .Where((_, i) => i != 6)
            .ShouldEachBe(l => l.GetProperty("answer").GetProperty("items").GetArrayLength() == 1);
        Directory.Delete(folder, true);
    }

    [Fact]
    public void A_long_text_is_written_in_pieces_and_whole()
    {
        var text = string.Concat(Enumerable.Range(1, 30_000).Select(i => $"Linje {i} om \"åen\" 🐟\n"));
        var section = new PrintedSection(SectionKey.CaseContent, "Sagsfremstilling", false, text, 7);
        using var output = new MemoryStream();

        JsonOutput.Write(output, section, indented: true);

        var read = JsonDocument.Parse(output.ToArray()).RootElement;
        read.EnumerateObject().Select(p => p.Name).ShouldBe(["key", "heading", "placeholder", "text", "line"]);
        read.GetProperty("text").GetString().ShouldBe(text);
        read.Deserialize<PrintedSection>(JsonSerializerOptions.Web)!.Text.ShouldBe(text);
    }
}
