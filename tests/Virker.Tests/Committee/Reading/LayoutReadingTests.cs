using Virker.Tests.Support;
using System.Text.Json;
using Virker.Committee;
using Virker.Platform;
using Virker.Tests.Structure;

namespace Virker.Tests.Committee;

/// <summary>
/// One meeting in many layouts, whole and damaged: what the layout prints is found, and nothing else. Half of the
/// layouts are kept out of sight of those who work on the reader: their scores alone are looked at.
/// </summary>
public sealed class LayoutReadingTests
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    public static TheoryData<string> Names => [.. Layouts.All.Select(l => l.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Reads_what_the_layout_prints_and_invents_nothing(string name)
    {
        var layout = Layouts.All.Single(l => l.Name == name);
        var (wanted, missed, invented) = (0, 0, new List<string>());
        for (var n = 0; n < 16; n++)
        {
            var meeting = FictiveMeeting.Of(n);
            var gold = JsonSerializer.SerializeToElement(layout.Gold(meeting));
            var read = MinutesReader
                .Read(
                    SourceReader
                        .Read(
                            Layouts.Damaged(
                                layout.Print(meeting, layout),
                                Layouts.Damages[n % Layouts.Damages.Length],
                                layout.Form
                            )
                        )
                        .Value
                )
                .Value;
            var differences = MinutesScore.Differences(JsonSerializer.SerializeToElement(read, Web), gold);
            wanted += MinutesScore.Count(gold);
            missed += differences.Count(d => d.StartsWith("missed", StringComparison.Ordinal));
            invented.AddRange(
                differences
                    .Where(d => d.StartsWith("invented", StringComparison.Ordinal))
                    .Select(d => $"meeting {n}: {d}")
            );
            read.Document.DocumentType.ShouldBe(gold.GetProperty("document").GetProperty("documentType").GetString());
            read.Document.Municipality.ShouldBeNull();
        }

        invented.ShouldBeEmpty();
        (missed * 100.0 / wanted).ShouldBeLessThan(2);
    }

    public static TheoryData<string> Cases
    {
        get
        {
            var files = Beside.Files("documents/cases", "m*");
            return files.Count > 0 ? [.. files.Where(f => !f.EndsWith(".json", StringComparison.Ordinal))] : ["none"];
        }
    }

    /// <summary>
    /// The small documents beside the repository. Their answers are older than the rule that open is only what is
    /// printed.
    /// </summary>
    [Theory]
    [MemberData(nameof(Cases))]
    public void Each_class_of_layout_is_read_whole(string path)
    {
        if (path == "none") return;
        var expected = JsonDocument.Parse(File.ReadAllText(Path.ChangeExtension(path, ".json"))).RootElement;
        var statesAccess =
            File.ReadAllText(path) is var text
            && (
                text.Contains("Åbent\n", StringComparison.Ordinal)
                || text.Contains("<IsPublic>", StringComparison.Ordinal)
            );
        var read = MinutesReader.ReadFile(path).Value;

        MinutesScore
            .Differences(JsonSerializer.SerializeToElement(read, Web), expected)
            .Where(d => statesAccess || !d.EndsWith("access: open", StringComparison.Ordinal))
            .ShouldBeEmpty();
        read.Document.DocumentType.ShouldBe(expected.GetProperty("document").GetProperty("documentType").GetString());
    }
}
