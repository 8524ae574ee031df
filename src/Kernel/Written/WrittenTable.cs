namespace Virker.Kernel;

/// <summary>
/// A row of a file or of what was pasted from a spreadsheet: the line that it begins on, and its cells as clean text; a
/// cell that is not there is empty.
/// </summary>
public sealed record WrittenRow(int Line, IReadOnlyList<string> Cells)
{
    public string this[int cell] => cell < Cells.Count ? Cells[cell] : "";

    /// <summary>How many lines it takes: a cell in quotes may hold line ends.</summary>
    public int Lines { get; init; } = 1;
}

/// <summary>What is wrong with a line, in Danish: a whole sentence without the line's number.</summary>
public sealed record WrittenFault(int Line, string Text)
{
    public override string ToString() => $"Linje {Line}: {Text}";
}

/// <summary>
/// Rows of cells, as a file or a spreadsheet hands them over: parted by semicolon, tab or comma (whichever the first
/// row has first), in quotes or not, with any line ends. Every line that cannot be read is told at once.
/// </summary>
public sealed record WrittenTable(IReadOnlyList<WrittenRow> Rows, IReadOnlyList<WrittenFault> Faults)
{
    /// <summary>Faults of a long file that are told one by one; the others are counted.</summary>
    private const int MostTold = 20;

    /// <summary>Between the names of a header as it is written here.</summary>
    public const char Between = ';';

    /// <summary>
    /// A file whose first line names its columns ("indikator;område;værdi", in any order and case); the rows' cells
    /// come in the order of <paramref name="header"/>.
    /// </summary>
    public static WrittenTable WithHeader(string text, string header)
    {
        var scan = new TableScan(text);
        var wanted = header.Split(Between);
        var first = scan.Next(null);
        if (first is null) return new([], [new(1, $"Filen er tom. Første linje skal være »{header}«.")]);
        var separator = scan.Separator;
        var order = Array.ConvertAll(
            wanted,
            name => first.Cells.ToList().FindIndex(c => WrittenText.Folded(c) == WrittenText.Folded(name))
        );
        if (order.Contains(-1))
            return new(
                [],
                [
                    new(
                        first.Line,
                        $"Første linje skal være »{header}«. Der mangler {string.Join(", ", wanted.Where((_, i) => order[i] < 0).Select(n => $"»{n}«"))}."
                    ),
                ]
            );
        var (rows, faults) = (new List<WrittenRow>(), new List<WrittenFault>());
        while (scan.Next(separator) is { } row)
        {
            var filled = row.Cells.Count;
            while (filled > first.Cells.Count && row.Cells[filled - 1].Length == 0)
                filled--;
            if (scan.Fault is { } fault)
                faults.Add(new(row.Line, fault));
            else if (filled != first.Cells.Count)
                faults.Add(
                    new(
                        row.Line,
                        $"Linjen har {filled} felter og skal have {first.Cells.Count}.{(separator == ',' ? " Er der komma i tallene, så skil felterne med semikolon." : "")}"
                    )
                );
            else
                rows.Add(new(row.Line, Array.ConvertAll(order, cell => row[cell])));
        }

        return new(rows, faults);
    }

    /// <summary>
    /// Rows without names, as they are pasted; each may be parted in its own way. Lines that begin with # are skipped.
    /// </summary>
    public static WrittenTable Pasted(string text)
    {
        var scan = new TableScan(text);
        var (rows, faults) = (new List<WrittenRow>(), new List<WrittenFault>());
        while (scan.Next(null) is { } row)
        {
            if (row[0].StartsWith('#')) continue;
            if (scan.Fault is { } fault) faults.Add(new(row.Line, fault));
            else rows.Add(row);
        }

        return new(rows, faults);
    }

    /// <summary>
    /// The faults as what a form says, each with its line, so that all can be mended at once; null where there is none.
    /// That nothing has been read in stands at the end and is no fault of its own.
    /// </summary>
    public static Refusal? Refused(IEnumerable<WrittenFault> faults, string code, string field)
    {
        var all = faults.OrderBy(f => f.Line).ToList();
        List<string> told = [.. all.Take(MostTold).Select(f => f.ToString())];
        if (all.Count > MostTold) told[^1] += $" Og {all.Count - MostTold} linjer mere.";
        if (told.Count > 0) told[^1] += " Intet er indlæst.";
        return Refusal.All(told.Select(text => new Refusal(code, text, Field: field)));
    }
}
