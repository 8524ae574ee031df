using System.Diagnostics;
using System.Text;
using Virker.Committee;
using Virker.Platform;
using Virker.Targets;
using Virker.Tests.Structure;

namespace Virker.Tests.Committee;

/// <summary>Whatever is done to a file, reading it ends: with an answer or with a refusal, and soon.</summary>
[Trait("Pace", "Slow")]
public sealed class HostileMinutesTests
{
    private static readonly List<byte[]> Seeds =
    [
        .. Directory
            .GetFiles(Path.Combine(Repository.Root, "tests/Virker.Tests"), "*", SearchOption.AllDirectories)
            .Where(f => f.Contains("Reading/Fixtures", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(File.ReadAllBytes),
    ];

    [Fact]
    public void Ten_thousand_damaged_files_crash_nothing()
    {
        var random = new Random(20210412);
        Parallel.For(0, 10_000, new ParallelOptions { MaxDegreeOfParallelism = 2 }, n =>
        {
            byte[] bytes;
            lock (random) bytes = Damage(Seeds[n % Seeds.Count], random);
            Ends(bytes);
        });
    }

    [Theory]
    [InlineData("<html><body>", "<div>", 60_000)]
    [InlineData("<?xml version=\"1.0\"?><root>", "<table name=\"agenda\">", 60_000)]
    [InlineData("", "Punkt 1: x\nBeslutning\nGodkendt.\n", 5_000)]
    [InlineData("", "1. Titel\nSagsnr.: 1-2\n", 5_000)]
    [InlineData("", "((((((((((", 20_000)]
    [InlineData("", "Anna Bo Bo Bo Bo Bo Bo Bo ", 10_000)]
    [InlineData("", "og, og, og, og; ", 20_000)]
    [InlineData("", "AAAAAAAAAAAAAAAA", 20_000)]
    [InlineData("<html><body>", "<b><i></b></i>", 60_000)]
    [InlineData("<html><body><style>.a .b .c{display:none}</style>", "<p class='a b c'>x</p>", 60_000)]
    [InlineData("<html><body><style>", ".a{display:none}/*", 60_000)]
    [InlineData("%PDF-1.7\n", "1 0 obj << /Type /Page /Kids [1 0 R] /Parent 1 0 R >> endobj\n", 3_000)]
    [InlineData("%PDF-1.7\n", "[[[[[[[[[[", 20_000)]
    public void A_file_made_to_hang_does_not(string start, string again, int times)
    {
        var watch = Stopwatch.StartNew();

        Ends(Encoding.UTF8.GetBytes(start + string.Concat(Enumerable.Repeat(again, times))));

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(60));
    }

    /// <summary>
    /// No recogniser runs against a clock: what is slow on a loaded machine is slow, and not refused.
    /// </summary>
    private static void Ends(byte[] bytes)
    {
        var source = SourceReader.Read(bytes);
        if (source.IsRefused)
        {
            Says(source.Refusal);
            return;
        }

        if (MinutesReader.Read(source.Value) is { IsRefused: true } minutes) Says(minutes.Refusal);
        if (PlanReader.Read(source.Value) is { IsRefused: true } plan) Says(plan.Refusal);
    }

    private static void Says(Virker.Kernel.Refusal refusal) =>
        refusal.Text.ShouldSatisfyAllConditions(t => t.Length.ShouldBeInRange(5, 300), t => t.ShouldNotContain("\n"));

    private static byte[] Damage(byte[] seed, Random random)
    {
        var bytes = seed.ToList();
        for (var times = random.Next(1, 8); times > 0 && bytes.Count > 4; times--)
        {
            var at = random.Next(bytes.Count);
            var length = Math.Min(random.Next(1, 200), bytes.Count - at);
            switch (random.Next(6))
            {
                case 0:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                case 1:
                    bytes.RemoveRange(at, length);
                    break;
                case 2:
                    bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(at, length));
                    break;
                case 3:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 4:
                    bytes.InsertRange(
                        at,
                        Encoding.UTF8.GetBytes(new string("\n\t .:()*-<"[random.Next(10)], random.Next(1, 40)))
                    );
                    break;
                default:
                    bytes.Reverse(at, length);
                    break;
            }
        }

        return [.. bytes];
    }
}
