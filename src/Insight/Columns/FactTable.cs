namespace Virker.Insight;

/// <summary>Facts as columns in memory, which are never changed once built: a reload makes a new table.</summary>
public sealed class FactTable
{
    /// <summary>The last day of a spell that still runs.</summary>
    public const int Open = int.MaxValue;

    private readonly Column[] _columns;
    private int[]? _offsets;
    private bool? _disjoint;

    internal FactTable(TableDeclaration declaration, int[] subject, int[] from, int[] to, Column[] columns)
    {
        (Declaration, Subject, From, To, _columns) = (declaration, subject, from, to, columns);
        if (columns.Any(c => c.Length != subject.Length))
            throw new FactException($"Tabellen {declaration.Id} har kolonner af forskellig længde.");
    }

    public TableDeclaration Declaration { get; }

    /// <summary>
    /// The last day that the source is complete to: what it says of later days may still change much. Null where it is
    /// as complete as the register.
    /// </summary>
    public DateOnly? CompleteTo { get; init; }

    public int Count => Subject.Length;

    /// <summary>
    /// Dense numbers of persons (or companies), ascending; within one subject the rows stand by first day.
    /// </summary>
    public int[] Subject { get; }

    /// <summary>
    /// First day, or the day of the event, as <see cref="DateOnly.DayNumber"/>. Empty for a table of subjects.
    /// </summary>
    public int[] From { get; }

    /// <summary>Last day, included; <see cref="Open"/> while the spell runs. An event's own day.</summary>
    public int[] To { get; }

    public IReadOnlyList<Column> Columns => _columns;

    /// <summary>No two rows of a subject share a day.</summary>
    internal bool IsDisjoint
    {
        get => _disjoint ??= FindDisjoint();
        init => _disjoint = value;
    }

    public Column this[FactColumn column] => _columns[Declaration.IndexOf(column)];

    public Column this[string column] =>
        Declaration.Find(column) is { } own
            ? this[own]
            : throw new FactException($"Tabellen {Declaration.Id} har ingen kolonne {column}.");

    public bool HasColumn(string column) => Declaration.Has(column);

    /// <summary>
    /// Whether the columns hold the same codes, so that rows of one may stand in a table of the other.
    /// </summary>
    public bool HasSameCodes(FactTable other) =>
        Declaration == other.Declaration
        && _columns.Zip(other._columns).All(c => AreSame(c.First.Dimension, c.Second.Dimension));

    /// <summary>One more than the highest subject number.</summary>
    public int Subjects => Count == 0 ? 0 : Subject[^1] + 1;

    /// <summary>The rows of one subject, by first day.</summary>
    internal RowRange RowsOf(int subject)
    {
        var offsets = _offsets ??= Offsets();
        return subject < 0 || subject >= Subjects ? default : new(offsets[subject], offsets[subject + 1]);
    }

    /// <summary>
    /// The same table, where what it holds of some subjects has given way to the rows of <paramref name="changed"/>.
    /// </summary>
    public FactTable With(IEnumerable<int> subjects, FactTable changed)
    {
        var pieces = new List<(FactTable Table, int First, int End)>();
        var kept = 0;
        foreach (var subject in subjects.Distinct().Order())
        {
            int first = FirstFrom(subject), end = FirstFrom(subject + 1);
            pieces.Add((this, kept, first));
            pieces.Add((changed, changed.FirstFrom(subject), changed.FirstFrom(subject + 1)));
            kept = end;
        }

        pieces.Add((this, kept, Count));
        var rows = pieces.Sum(p => p.End - p.First);
        return new(
            Declaration,
            Joined(pieces, rows, t => t.Subject),
            Joined(pieces, rows, t => t.From),
            Joined(pieces, rows, t => t.To),
            [.. _columns.Select((c, i) => Joined(pieces, rows, c, i))]
        )
        {
            CompleteTo = CompleteTo,
        };
    }

    private static Column Joined(
        List<(FactTable Table, int First, int End)> pieces,
        int rows,
        Column column,
        int place
    ) =>
        column.Codes is not null
            ? Column.Of(
                column.Declaration,
                Joined(pieces, rows, t => t._columns[place].Codes!),
                column.Dimension
            )
        : column.WideCodes is not null
            ? Column.Of(
                column.Declaration,
                Joined(pieces, rows, t => t._columns[place].WideCodes!),
                column.Dimension
            )
        : Column.Of(column.Declaration, Joined(pieces, rows, t => t._columns[place].Numbers!));

    private static bool AreSame(Dimension? own, Dimension? its) =>
        own == its || (own is not null && its is not null && own.Values.SequenceEqual(its.Values));

    /// <summary>The first row of a subject, or where it would stand.</summary>
    private int FirstFrom(int subject)
    {
        var at = Array.BinarySearch(Subject, subject);
        if (at < 0) return ~at;
        while (at > 0 && Subject[at - 1] == subject) at--;
        return at;
    }

    private static T[] Joined<T>(
        List<(FactTable Table, int First, int End)> pieces,
        int rows,
        Func<FactTable, T[]> column
    )
    {
        var joined = new T[rows];
        var at = 0;
        foreach (var (table, first, end) in pieces)
        {
            Array.Copy(column(table), first, joined, at, end - first);
            at += end - first;
        }

        return joined;
    }

    private bool FindDisjoint()
    {
        for (var i = 1; i < Count; i++)
        {
            if (Subject[i] == Subject[i - 1] && From[i] <= To[i - 1]) return false;
        }

        return true;
    }

    private int[] Offsets()
    {
        var offsets = new int[Subjects + 1];
        foreach (var subject in Subject) offsets[subject + 1]++;
        for (var i = 1; i < offsets.Length; i++) offsets[i] += offsets[i - 1];
        return offsets;
    }
}

/// <summary>Row numbers from <paramref name="First"/> up to, not with, <paramref name="End"/>.</summary>
internal readonly record struct RowRange(int First, int End)
{
    public Enumerator GetEnumerator() => new(First - 1, End);

    public struct Enumerator(int at, int end)
    {
        private int _at = at;

        public readonly int Current => _at;

        public bool MoveNext() => ++_at < end;
    }
}
