using System.Globalization;
using System.Runtime.CompilerServices;

namespace Virker.Insight;

/// <summary>
/// A question to a whole register: a measure, the columns and the periods that it is split by. Which of the measure's
/// numbers are added up, and with what weight, is declared beside it, so that answers of different engines can be held
/// against one another.
/// </summary>
public sealed record RegisterQuestion(
    string Id,
    string Name,
    CellMeasure Measure,
    TimeAxis Axis,
    IReadOnlyList<string> By
)
{
    /// <summary>What a column's code weighs in the check sum; the period's number weighs 1.</summary>
    private static readonly Dictionary<string, long> KeyWeights = new() { ["benefit"] = 10007, ["municipality"] = 101 };

    public required long[] SumWeights { get; init; }

    public required long[] CheckWeights { get; init; }

    public RegisterAnswer Ask(FactStore store, int threads)
    {
        var breakdown = new Breakdown(By);
        using var numbers = Measure.Collect(store, Axis, breakdown, threads);
        var keys = Keys(FactReader.Table(store, Measure.Set.Table));
        long rows = 0,
            sum = 0,
            check = 0;
        for (var cell = 0; cell < numbers.Cells; cell++)
        {
            if (!numbers.IsAny(cell))
                continue;
            var counted = Count(numbers.Of(cell), keys[cell]);
            (rows, sum, check) = (rows + counted.Rows, sum + counted.Sum, check + counted.Check);
        }

        return new(rows, sum, check);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private (long Rows, long Sum, long Check) Count(ReadOnlySpan<long> numbers, long key)
    {
        var (sums, checks) = (SumWeights, CheckWeights);
        long rows = 0,
            sum = 0,
            check = 0;
        for (var at = 0; at < numbers.Length; key++)
        {
            long any = 0,
                weighed = 0;
            for (var plane = 0; plane < checks.Length; plane++)
            {
                var number = numbers[at++];
                any |= number;
                sum += number * sums[plane];
                weighed += number * checks[plane];
            }

            if (any != 0)
                rows++;
            check += weighed * key;
        }

        return (rows, sum, check);
    }

    /// <summary>What each cell weighs in the check sum: its columns' codes, each with the column's weight.</summary>
    private long[] Keys(FactTable table)
    {
        long[] keys = [0];
        foreach (var column in By)
        {
            var dimension = table[column].Dimension!;
            long[] own =
            [
                .. Enumerable
                    .Range(0, dimension.Size)
                    .Select(code =>
                        code > 0 && dimension.Has(code)
                            ? KeyWeights[column] * long.Parse(dimension.KeyOf(code), CultureInfo.InvariantCulture)
                            : 0
                    ),
            ];
            keys = [.. keys.SelectMany(key => own.Select(k => key + k))];
        }

        return keys;
    }
}

/// <summary>
/// How many cells hold something, the sum of the answer, and a sum in which each cell has a weight of its own.
/// </summary>
public sealed record RegisterAnswer(long Rows, long Sum, long Check);

/// <summary>The questions that every engine is asked of the same register.</summary>
public static class RegisterQuestions
{
    public static readonly DateOnly DataDate = new(2024, 12, 31);

    /// <summary>The days that the register covers.</summary>
    public static readonly FigurePeriod Window = new(new(2015, 1, 1), DataDate);

    private const int LastOnTheLadder = 12;
    private const int MonthsInTheWindow = 120;
    private const int QuartersInTheWindow = 40;

    private static readonly TimeAxis Months = TimeAxis.Months(DataDate, MonthsInTheWindow);
    private static readonly TimeAxis Quarters = TimeAxis.Quarters(DataDate, QuartersInTheWindow);
    private static readonly FactSet Spells = new FactSet(SpellRegister.Table) with { Gap = Gap.NothingJoins };

    /// <summary>A year less a day free of benefit is bridged; with 364 days seniority starts again.</summary>
    private static readonly FactSet OnTheLadder = Spells.With(
        SpellRegister.Benefit,
        [.. Enumerable.Range(1, LastOnTheLadder).Select(b => b.ToString(CultureInfo.InvariantCulture))]
    ) with
    {
        Gap = Gap.Days(363),
    };

    public static readonly IReadOnlyList<RegisterQuestion> All =
    [
        new("q1", "Dage på ydelse (fuldtidspersoner)", new FullTime(Spells), Months, ["benefit", "municipality"])
        {
            SumWeights = [1],
            CheckWeights = [1],
        },
        new(
            "q2",
            "Dage på refusionstrappens trin, og anciennitet ved månedens udgang",
            new LadderDays(OnTheLadder, [28, 182, 364], 0),
            Months,
            ["municipality"]
        )
        {
            SumWeights = [1, 1, 1, 1, 0, 0],
            CheckWeights = [1, 3, 7, 11, 17, 13],
        },
        new(
            "q3",
            "Afsluttede forløb, og dem uden ydelse 91 dage senere",
            new StatusAfter(Spells, CohortEvent.Ends, FollowUp.AfterDays(91), Spells, CohortPeriod.Entry)
            {
                Negated = true,
            },
            Quarters,
            ["benefit", "municipality"]
        )
        {
            SumWeights = [0, 1],
            CheckWeights = [3, 7],
        },
        new(
            "q4",
            "Personer, hvis forløb har varet over 730 dage ved månedens udgang",
            new LongerThan(Spells, 730),
            Months,
            ["benefit", "municipality"]
        )
        {
            SumWeights = [1],
            CheckWeights = [1],
        },
    ];

    public static RegisterQuestion? Find(string id) => All.FirstOrDefault(q => q.Id == id);
}
