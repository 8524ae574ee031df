namespace Virker.Insight;

/// <summary>
/// Which cells of a table are kept back, so that nobody can be recognised. First every number of people below the least
/// that may be shown; then as many more that no hidden cell follows from the others and the totals, and that what is
/// hidden together, which anyone can work out, is no small number either.
/// </summary>
public sealed class Suppression(int least)
{
    /// <summary>
    /// Fewer than five people are not shown, as is common in official Danish statistics of small groups.
    /// </summary>
    public static readonly Suppression Usual = new(5);

    /// <summary>The least number of people that is shown; none is shown too.</summary>
    public int Least => least;

    /// <summary>How few people are too few to be told of, for a sentence.</summary>
    public string Words => $"færre end {least}";

    /// <summary>What a reader sees in place of a hidden number.</summary>
    public string Sign => $"under {least} eller skjult";

    public bool IsSmall(long people) => people > 0 && people < least;

    /// <summary>For each cell of the table, totals too, whether it is hidden.</summary>
    public bool[] Hide(CountTable table) => Hide(table, [], totalsStand: false);

    /// <summary>
    /// The same where the totals stand elsewhere, shown or hidden as they are there: no more of them can be hidden, but
    /// cells of nobody can.
    /// </summary>
    /// <param name="table">The numbers of people.</param>
    /// <param name="hiddenTotals">Those that are hidden elsewhere.</param>
    public bool[] HideUnder(CountTable table, IReadOnlyCollection<int> hiddenTotals) =>
        Hide(table, hiddenTotals, totalsStand: true);

    private bool[] Hide(CountTable table, IReadOnlyCollection<int> already, bool totalsStand)
    {
        var hidden = new bool[table.Size];
        for (var cell = 0; cell < table.Size; cell++)
            hidden[cell] = IsSmall(table[cell]) && (!totalsStand || !table.IsTotal(cell));
        foreach (var cell in already)
            hidden[cell] = true;
        var lines = table.Lines().ToList();
        int? Next(int[] line) => NextIn(table, line, hidden, totalsStand);
        while (Unsafe(table, lines, hidden, Next) is { } line && Next(line) is { } cell) hidden[cell] = true;
        return hidden;
    }

    /// <summary>
    /// A line that gives something away: too little is hidden in it, or a cell of it follows from several lines
    /// together.
    /// </summary>
    private int[]? Unsafe(CountTable table, List<int[]> lines, bool[] hidden, Func<int[], int?> next)
    {
        foreach (var line in lines)
        {
            var count = line.Count(cell => hidden[cell]);
            if (count == 0)
                continue;
            if (count == 1 && next(line) is not null)
                return line;
            if (
                !hidden[line[^1]]
                && line.Where(cell => hidden[cell]).Sum(cell => table[cell]) < least
                && next(line) is not null
            )
                return line;
        }

        var determined = Equations.Determined(lines, hidden);
        return lines.FirstOrDefault(line => line.Any(determined.Contains) && next(line) is not null);
    }

    /// <summary>
    /// The smallest number that is still shown in a line, the total last of all; nothing where only zeros are left, or
    /// where totals stand, nothing but the total.
    /// </summary>
    private static int? NextIn(CountTable table, int[] line, bool[] hidden, bool totalsStand)
    {
        var shown = line.Where(cell => !hidden[cell] && (totalsStand ? !table.IsTotal(cell) : table[cell] > 0))
            .ToList();
        return shown.Count == 0
            ? null
            : shown
                .OrderBy(cell => cell == line[^1])
                .ThenBy(cell => table.IsTotal(cell))
                .ThenBy(cell => table[cell] == 0)
                .ThenBy(cell => table[cell])
                .First();
    }
}

/// <summary>
/// What can be worked out: the lines as equations with the hidden cells as unknowns, solved over a prime field.
/// </summary>
internal static class Equations
{
    private const long Prime = 2_147_483_647;

    /// <summary>The hidden cells that have only one solution.</summary>
    public static HashSet<int> Determined(IReadOnlyList<int[]> lines, bool[] hidden)
    {
        var unknowns = Enumerable.Range(0, hidden.Length).Where(cell => hidden[cell]).ToList();
        var columnOf = unknowns.Select((cell, i) => (cell, i)).ToDictionary(x => x.cell, x => x.i);
        var rows = lines.Select(line => Row(line, columnOf)).Where(row => row.Any(x => x != 0)).ToList();
        var solved = 0;
        for (var column = 0; column < unknowns.Count && solved < rows.Count; column++)
        {
            var pivot = rows.FindIndex(solved, row => row[column] != 0);
            if (pivot < 0) continue;
            (rows[solved], rows[pivot]) = (rows[pivot], rows[solved]);
            Eliminate(rows, solved, column);
            solved++;
        }

        return
        [
            .. rows.Where(row => row.Count(x => x != 0) == 1)
                .Select(row => unknowns[Array.FindIndex(row, x => x != 0)]),
        ];
    }

    private static long[] Row(int[] line, Dictionary<int, int> columnOf)
    {
        var row = new long[columnOf.Count];
        foreach (var cell in line)
        {
            if (columnOf.TryGetValue(cell, out var column)) row[column] = cell == line[^1] ? Prime - 1 : 1;
        }

        return row;
    }

    private static void Eliminate(List<long[]> rows, int pivot, int column)
    {
        var inverse = (long)System.Numerics.BigInteger.ModPow(rows[pivot][column], Prime - 2, Prime);
        for (var i = 0; i < rows[pivot].Length; i++) rows[pivot][i] = rows[pivot][i] * inverse % Prime;
        for (var r = 0; r < rows.Count; r++)
        {
            if (r == pivot || rows[r][column] == 0) continue;
            var factor = Prime - rows[r][column];
            for (var i = 0; i < rows[r].Length; i++) rows[r][i] = (rows[r][i] + (factor * rows[pivot][i])) % Prime;
        }
    }
}
