namespace Virker.Insight;

/// <summary>
/// Deals the rows of a set out to groups, so that one pass answers all of them: each row to the group of its code or of
/// its person, or the days of it to the ages. What is in no group is left out; of a whole set it goes to one cell more,
/// for what it means to the days after.
/// </summary>
internal sealed class Grouping
{
    private readonly int[] _groupOfCode;
    private readonly Column? _column;
    private readonly Column? _persons;
    private readonly (Birthdays Youngest, Birthdays TooOld)[] _bands;
    private readonly int[]? _born;
    private readonly int _groups;
    private readonly bool _isWhole;

    private Grouping(FactStore store, FactTable table, IReadOnlyList<FigureGroup> groups, bool isWhole)
    {
        (_groups, _isWhole) = (groups.Count, isWhole);
        _bands = groups[0].Age is null
            ? []
            : [.. groups.Select(g => g.Age!.Value).Select(b => (Birthdays.Of(b.From), Birthdays.Of(b.To + 1)))];
        if (_bands.Length > 0)
            _born = PersonFacts.BirthdaysIn(store);
        else if (table.HasColumn(groups[0].Dimension))
            _column = table[groups[0].Dimension];
        else
            _persons = FactReader.Table(store, PersonFacts.Table)[groups[0].Dimension];
        _groupOfCode = (_column ?? _persons)?.Dimension is { } dimension ? GroupsOf(dimension, groups) : [];
    }

    /// <summary>Null where the set's table does not know the groups, and each of them is then the whole set.</summary>
    public static Grouping? Of(FactStore store, FactSet set, IReadOnlyList<FigureGroup> groups, bool isWhole) =>
        FactReader.Table(store, set.Table) is var table && groups[0].Reaches(table)
            ? new(store, table, groups, isWhole)
            : null;

    public int Cells => _isWhole ? _groups + 1 : _groups;

    /// <summary>By code of the dimension, the group that it belongs to, or one more than there are.</summary>
    public static int[] GroupsOf(Dimension dimension, IReadOnlyList<FigureGroup> groups)
    {
        var numberOf = new Dictionary<string, int>(groups.Count);
        for (var g = 0; g < groups.Count; g++) numberOf[groups[g].Key] = g;
        var found = new int[dimension.Size];
        Array.Fill(found, groups.Count);
        foreach (var value in dimension.Values)
        {
            foreach (var above in dimension.PathOf(value))
            {
                if (numberOf.TryGetValue(above.Key, out var group))
                    found[value.Number] =
                        found[value.Number] == groups.Count ? group : Math.Max(group, found[value.Number]);
            }
        }

        return found;
    }

    public void Feed<TKernel>(TKernel kernel, FactReader reader, int from, int end)
        where TKernel : IKernel
    {
        var (read, hand) = (new RowBlock(), new Hand(this));
        for (var at = from; at < end;)
        {
            at = reader.Fill(read, at, end);
            for (var i = 0; i < read.Count; i++)
            {
                if (read.Subject[i] != hand.Subject)
                {
                    hand.Arrange();
                    if (hand.IsFull) Pass(kernel, hand);
                    hand.Turn(read.Subject[i]);
                }

                hand.Deal(read, i);
            }
        }

        hand.Arrange();
        Pass(kernel, hand);
    }

    private void Pass<TKernel>(TKernel kernel, Hand hand)
        where TKernel : IKernel
    {
        var dealt = hand.Dealt;
        if (_isWhole) kernel.Take(RowBatch.Of(dealt), new PartCells(dealt.Cell));
        else kernel.Take(RowBatch.Of(dealt), new ApartCells(dealt.Cell));
        hand.Clear();
    }

    /// <summary>
    /// One core's rows on their way to the kernel: those of whole subjects, and last the subject's whose turn it is.
    /// </summary>
    private sealed class Hand(Grouping of)
    {
        private readonly int[] _first = new int[of._bands.Length];
        private readonly int[] _last = new int[of._bands.Length];
        private int _own;

        public RowBlock Dealt { get; } = new();

        public int Subject { get; private set; } = -1;

        public bool IsFull => Dealt.Count >= RowBlock.Size;

        public void Clear() => _own = Dealt.Count = 0;

        public void Turn(int subject)
        {
            (Subject, _own) = (subject, Dealt.Count);
            for (var b = 0; b < of._bands.Length; b++)
            {
                var born = of._born![subject];
                (_first[b], _last[b]) = (of._bands[b].Youngest[born], of._bands[b].TooOld[born] - 1);
            }
        }

        public void Deal(RowBlock rows, int i)
        {
            var before = Dealt.Count;
            if (of._born is null)
            {
                var group = of._groupOfCode[
                    of._column is { } column ? column[rows.Row[i]] : of._persons![rows.Subject[i]]
                ];
                if (group < of._groups)
                    Dealt.Add(rows, i, rows.From[i], rows.To[i], group);
            }
            else
            {
                for (var b = 0; b < _first.Length; b++)
                {
                    int first = Math.Max(rows.From[i], _first[b]), last = Math.Min(rows.To[i], _last[b]);
                    if (first <= last) Dealt.Add(rows, i, first, last, b);
                }
            }

            if (of._isWhole && Dealt.Count == before) Dealt.Add(rows, i, rows.From[i], rows.To[i], of._groups);
        }

        /// <summary>
        /// Where the groups are apart, a subject's rows come group by group, each group's in their order.
        /// </summary>
        public void Arrange()
        {
            for (var i = _own + 1; !of._isWhole && i < Dealt.Count; i++)
            {
                for (var at = i; at > _own && Dealt.Cell[at - 1] > Dealt.Cell[at]; at--) Dealt.Swap(at - 1, at);
            }
        }
    }
}
