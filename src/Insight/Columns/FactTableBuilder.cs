namespace Virker.Insight;

/// <summary>
/// Takes a table's facts row by row: first <see cref="Spell(int, DateOnly, DateOnly?)"/>, <see cref="Event(int,
/// DateOnly)"/> or <see cref="Subject"/>, then <see cref="Set(FactColumn, int)"/> for each column (what is not set is
/// 0, "uoplyst"). Rows may come in any order; those that come sorted by subject and day are not sorted again.
/// </summary>
public sealed class FactTableBuilder(TableDeclaration declaration, int capacity = 1024)
{
    private readonly Dimension?[] _dimensions = [.. declaration.Columns.Select(c => c.Dimension)];
    private readonly int[][] _columns = [.. declaration.Columns.Select(_ => new int[Math.Max(16, capacity)])];
    private int[] _subject = new int[Math.Max(16, capacity)];
    private int[] _from = new int[Math.Max(16, capacity)];
    private int[] _to = new int[Math.Max(16, capacity)];
    private int _count;
    private bool _sorted = true;

    public TableDeclaration Declaration => declaration;

    /// <summary>The last day that the source is complete to; null where it is as complete as the register.</summary>
    public DateOnly? CompleteTo { get; init; }

    /// <summary>Gives a column the values that are known first when the rows are read; before the first row.</summary>
    public FactTableBuilder Coded(FactColumn column, Dimension values)
    {
        if (column.Dimension is null || _count > 0)
            throw new FactException($"{declaration.Id}.{column} kan ikke få andre koder nu.");
        _dimensions[declaration.IndexOf(column)] = values;
        return this;
    }

    public FactTableBuilder Spell(int subject, DateOnly from, DateOnly? to) =>
        Row(FactShape.Spells, subject, from.DayNumber, to?.DayNumber ?? FactTable.Open);

    public FactTableBuilder Spell(int subject, int from, int to) => Row(FactShape.Spells, subject, from, to);

    public FactTableBuilder Event(int subject, DateOnly day) =>
        Row(FactShape.Events, subject, day.DayNumber, day.DayNumber);

    public FactTableBuilder Event(int subject, int day) => Row(FactShape.Events, subject, day, day);

    /// <summary>The rows of some subjects alone, to take the place of theirs in a whole table.</summary>
    public bool IsPart { get; init; }

    /// <summary>
    /// A row of a table of subjects. Every number from 0 up must come, in any order, unless it is a part.
    /// </summary>
    public FactTableBuilder Subject(int subject) => Row(FactShape.Subjects, subject, 0, 0);

    /// <summary>Sets a code's number, or a whole number, in the row last begun.</summary>
    public FactTableBuilder Set(FactColumn column, int value)
    {
        var place = declaration.IndexOf(column);
        if (_dimensions[place] is { } dimension && !dimension.Has(value))
            throw new FactException($"{declaration.Id}: {dimension.Id} har ingen kode {value} (række {_count}).");
        _columns[place][_count - 1] = value;
        return this;
    }

    /// <summary>Sets a code by its key in the row last begun.</summary>
    public FactTableBuilder Set(FactColumn column, string key)
    {
        var place = declaration.IndexOf(column);
        var dimension =
            _dimensions[place] ?? throw new FactException($"{declaration.Id}: {column} er et tal, ikke en kode.");
        _columns[place][_count - 1] = dimension[key];
        return this;
    }

    public FactTable Build()
    {
        Trim();
        var columns = declaration
            .Columns.Select((c, i) => Column.Narrow(c, _dimensions[i], _columns[i]))
            .ToArray();
        if (!_sorted)
        {
            var order = Order();
            (_subject, _from, _to) = (Column.Pick(_subject, order), Column.Pick(_from, order), Column.Pick(_to, order));
            columns = [.. columns.Select(c => c.Ordered(order))];
        }

        if (declaration.Shape == FactShape.Subjects && !IsPart) CheckDense();
        return new(declaration, _subject, _from, _to, columns) { CompleteTo = CompleteTo };
    }

    private FactTableBuilder Row(FactShape shape, int subject, int from, int to)
    {
        if (shape != declaration.Shape) throw new FactException($"Tabellen {declaration.Id} holder ikke {shape}.");
        if (subject < 0) throw new FactException($"{declaration.Id}: negativt nummer i række {_count + 1}.");
        if (to < from) throw new FactException($"{declaration.Id}: række {_count + 1} slutter, før den begynder.");
        if (_count == _subject.Length) Grow();
        if (_count > 0 && (subject, from).CompareTo((_subject[_count - 1], _from[_count - 1])) < 0) _sorted = false;
        (_subject[_count], _from[_count], _to[_count]) = (subject, from, to);
        _count++;
        return this;
    }

    private int[] Order()
    {
        var keys = new (int Subject, int From, int Row)[_count];
        for (var i = 0; i < _count; i++) keys[i] = (_subject[i], _from[i], i);
        Array.Sort(keys);
        return [.. keys.Select(k => k.Row)];
    }

    private void CheckDense()
    {
        for (var i = 0; i < _count; i++)
        {
            if (_subject[i] != i) throw new FactException($"{declaration.Id}: nummer {i} mangler eller står to gange.");
        }
    }

    private void Grow() => Resize(_subject.Length * 2);

    private void Trim() => Resize(_count);

    private void Resize(int length)
    {
        Array.Resize(ref _subject, length);
        Array.Resize(ref _from, length);
        Array.Resize(ref _to, length);
        for (var i = 0; i < _columns.Length; i++) Array.Resize(ref _columns[i], length);
    }
}
