using System.ComponentModel.DataAnnotations.Schema;
using Virker.Platform;

namespace Virker.Targets;

/// <summary>A row of the ministry's benchmark as loaded.</summary>
[Table("benchmark_rows")]
internal sealed class BenchmarkRow : IVersioned
{
    public Guid Id { get; init; }

    public string Area { get; init; } = "";

    public int Year { get; init; }

    /// <summary>The last of the four quarters.</summary>
    public int Quarter { get; init; }

    public string BenefitGroup { get; init; } = "";

    public int Expected { get; set; }

    public int Actual { get; set; }

    public int Difference { get; set; }

    public decimal ExpectedShare { get; set; }

    public decimal ActualShare { get; set; }

    public decimal DifferenceShare { get; set; }

    public int? Rank { get; set; }

    public string Source { get; set; } = "";

    public DateTimeOffset LoadedAt { get; set; }

    public int Version { get; private set; }

    public BenchmarkLine Line() =>
        new(Area, new(Year, Quarter), BenefitGroup)
        {
            Expected = Expected,
            Actual = Actual,
            Difference = Difference,
            ExpectedShare = ExpectedShare,
            ActualShare = ActualShare,
            DifferenceShare = DifferenceShare,
            Rank = Rank,
        };

    public bool Says(BenchmarkLine line) => Line() == line;

    public void Take(BenchmarkLine line, string source, DateTimeOffset at) =>
        (Expected, Actual, Difference, ExpectedShare, ActualShare, DifferenceShare, Rank, Source, LoadedAt) = (
            line.Expected,
            line.Actual,
            line.Difference,
            line.ExpectedShare,
            line.ActualShare,
            line.DifferenceShare,
            line.Rank,
            source,
            at
        );
}
