using Virker.Tests.Support;
using System.Text;
using System.Text.RegularExpressions;
using Virker.Committee;
using Virker.Platform;
using Virker.Tests.Structure;

namespace Virker.Tests.Committee;

/// <summary>
/// Size changes nothing of what is read: as many items come out as were put in, and no recogniser runs against a clock.
/// </summary>
public sealed partial class LargeDocumentTests
{
    private const int Items = 20_500;

    [Fact]
    public void Every_item_of_a_long_text_is_read()
    {
        var text = new StringBuilder("Jobudvalget\nReferat\nDato: 5. maj 2025 kl. 15.00\n\n");
        for (var i = 1; i <= Items; i++)
            text.Append(
                $"{i}. Ordning nummer {i}\n\nSagsnr.: 25/{10_000 + i}\n\nIndstilling\n\nJobchefen indstiller,\n\n1. at den fortsætter.\n\nBeslutning\n\nGodkendt.\n\n"
            );

        WholeAndInOrder(Encoding.UTF8.GetBytes(text.ToString()));
    }

    [Fact]
    public void Every_item_of_a_long_page_is_read()
    {
        var text = new StringBuilder(
            "<!doctype html><html><body><main><h1>Referat fra Jobudvalget den 5. maj 2025</h1>"
        );
        for (var i = 1; i <= Items; i++)
            text.Append(
                $"<section><h2>{i}. Ordning nummer {i}</h2><p>Sagsnr.: 25/{10_000 + i}</p><h3>Beslutning</h3><p>Godkendt.</p></section>"
            );

        WholeAndInOrder(Encoding.UTF8.GetBytes(text + "</main></body></html>"));
    }

    [Fact]
    public void A_text_without_line_ends_is_parted_at_its_sentences_and_nothing_is_lost()
    {
        var sentences = string.Concat(
            Enumerable.Range(1, 4_000).Select(i => $"Sætning nummer {i} handler om ordningen. ")
        );

        var source = SourceReader.Read(Encoding.UTF8.GetBytes(sentences)).Value;

        source.Lines.ShouldEachBe(l => l.Text.Length <= SourceText.LongestLine && l.Text.EndsWith('.'));
        string.Join(' ', source.Lines.Select(l => l.Text)).ShouldBe(sentences.Trim());
    }

    [Fact]
    public void No_recogniser_of_the_reading_runs_against_a_clock()
    {
        string[] folders = ["src/Committee/Reading", "src/Targets/Reading", "src/Platform/Documents"];
        var sources = folders
            .SelectMany(f => Directory.GetFiles(Path.Combine(Repository.Root, f), "*.cs", SearchOption.AllDirectories))
            .ToList();

        sources.Count.ShouldBeGreaterThan(50);
        sources.Where(f => Clocked().IsMatch(File.ReadAllText(f))).ShouldBeEmpty();
    }

    private static void WholeAndInOrder(byte[] bytes)
    {
        var read = MinutesReader.Read(SourceReader.Read(bytes).Value).Value;

        read.Items.Select(i => i.Number).ShouldBe(Enumerable.Range(1, Items).Select(n => (int?)n));
        read.Items.ShouldEachBe(i =>
            i.Decisions.Count == 1
            && i.Decisions[0].Kind == DecisionKinds.Approved
            && i.CaseNo == $"25/{10_000 + i.Number}"
        );
        read.HandlingOrder.Count.ShouldBe(Items);
    }

    [GeneratedRegex(@"(?:RegexOptions\.\w+|""),\s*\d{3,5}\)\]|\bRegex\b.*TimeSpan")]
    private static partial Regex Clocked();
}
