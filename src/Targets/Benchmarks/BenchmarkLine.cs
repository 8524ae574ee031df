using System.Globalization;
using Virker.Kernel;

namespace Virker.Targets;

/// <summary>
/// A row of the ministry's benchmark (jobindsats Y30R21): a municipality, four quarters, a group of benefits. Persons
/// are full-time persons rounded to ten; shares are per cent of residents 16–66. <see cref="Rank"/> is as published, 1
/// the fewest relative to what was expected; null where the source has none.
/// </summary>
public sealed record BenchmarkLine(string Area, BenchmarkPeriod Period, string Group)
{
    /// <summary>The group that sums the three others.</summary>
    public const string AllGroups = "Ydelsesgrupper i alt";

    public required int Expected { get; init; }

    public required int Actual { get; init; }

    public required int Difference { get; init; }

    public required decimal ExpectedShare { get; init; }

    public required decimal ActualShare { get; init; }

    /// <summary>Percentage points; above zero is more on benefits than expected.</summary>
    public required decimal DifferenceShare { get; init; }

    public int? Rank { get; init; }

    /// <summary>Residents 16–66, as actual persons and share imply.</summary>
    public decimal Population => ActualShare == 0 ? 0 : Actual / ActualShare * 100;
}

/// <summary>Four quarters up to and with one: jobindsats' "2021QMAT04".</summary>
public readonly record struct BenchmarkPeriod(int Year, int Quarter) : IComparable<BenchmarkPeriod>
{
    public string Code => $"{Year}QMAT{Quarter:00}";

    public static BenchmarkPeriod? Read(string text) =>
        text.Length == 10
        && text.AsSpan(4, 4).SequenceEqual("QMAT")
        && WrittenNumber.Code(text.AsSpan(0, 4)) is { } year
        && WrittenNumber.Code(text.AsSpan(8)) is >= 1 and <= 4 and var quarter
            ? new(year, quarter)
            : null;

    /// <summary>The last quarter alone, for tables: "4. kv. 2021".</summary>
    public string Short => $"{Quarter}. kv. {Year}";

    public int CompareTo(BenchmarkPeriod other) => (Year, Quarter).CompareTo((other.Year, other.Quarter));

    /// <summary>In Danish: "2021", or "4 kvartaler til og med 2. kvartal 2021".</summary>
    public override string ToString() =>
        Quarter == 4
            ? Year.ToString(CultureInfo.InvariantCulture)
            : $"4 kvartaler til og med {Quarter}. kvartal {Year}";
}
