namespace Virker.Insight;

/// <summary>
/// Deals the rows of a set out to groups, so that one pass answers all of them: each row to the group of its code or of its person, or the days of it to the ages. What is in no
/// group is left out; of a whole set it goes to one cell more, for what it means to the days after.
/// </summary>
internal sealed class Grouping
{
    private readonly int[] _groupOfCode;
    private readonly Column? _column;
    private readonly Column? _persons;
    private readonly AgeBand[] _bands;
    private readonly int[]? _born;
    private readonly int _groups;
    private readonly bool _isWhole;

    private Grouping(FactStore store, FactTable table, IReadOnlyList<FigureGroup> groups, bool isWhole)
    {
        (_groups, _isWhole) = (groups.Count, isWhole);
        _bands = groups[0].Age is null ? [] : [.. groups.Select(g => g.Age!.Value)];
        if (_bands.Length > 0) _born = FactReader.Table(store, StandardFacts.Persons)["born"].Numbers;
        else if (table.HasColumn(groups[0].Dimension)) _column = table[groups[0].Dimension];
        else _persons = FactReader.Table(store, StandardFacts.Persons)[groups[0].Dimension];
        _groupOfCode = (_column ?? _persons)?.Declaration.Dimension is { } dimension ? GroupsOf(dimension, groups) : [];
    }

    /// <summary>Null where the set's table does not know the groups, and each of them is then the whole set.</summary>
    public static Grouping? Of(FactStore store, FactSet set, IReadOnlyList<FigureGroup> groups, bool isWhole) =>
        FactReader.Table(store, set.Table) is var table && groups[0].Reaches(table) ? new(store, table, groups, isWhole) : null;

    public int Cells => _isWhole ? _groups + 1 : _groups;

    /// <summary>By code of the dimension, the group that it belongs to, or one more than there are.</summary>
    public static int[] GroupsOf(Dimension dimension, IReadOnlyList<FigureGroup> groups)
    {
        var found = new int[dimension.Size];
        Array.Fill(found, groups.Count);
        for (var g = 0; g < groups.Count; g++)
        {
            var mask = dimension.Under([groups[g].Key]);
            for (var code = 0; code < mask.Length; code++) found[code] = mask[code] ? g : found[code];
        }

        return found;
    }

    public void Feed<TKernel>(TKernel kernel, FactReader reader, int from, int end)
        where TKernel : IKernel
    {
        var (read, dealt) = (new RowBlock(), new RowBlock());
        var own = new List<Part>();
        for (var at = from; at < end;)
        {
            at = reader.Fill(read, at, end);
            for (var i = 0; i < read.Count; i++)
            {
                if (own.Count > 0 && own[0].Subject != read.Subject[i]) Take(kernel, own, dealt);
                Deal(own, new(read.Row[i], read.Subject[i], read.Began[i], read.Ended[i], read.From[i], read.To[i], 0));
            }
        }

        Take(kernel, own, dealt);
        Pass(kernel, dealt);
    }

    private void Deal(List<Part> own, Part row)
    {
        var before = own.Count;
        if (_born is null)
        {
            var group = _groupOfCode[_column is not null ? _column[row.Row] : _persons![row.Subject]];
            if (group < _groups) own.Add(row with { Group = group });
        }
        else
        {
            for (var g = 0; g < _bands.Length; g++)
            {
                int first = Math.Max(row.From, _bands[g].FirstDay(_born[row.Subject])), last = Math.Min(row.To, _bands[g].LastDay(_born[row.Subject]));
                if (first <= last) own.Add(row with { From = first, To = last, Group = g });
            }
        }

        if (_isWhole && own.Count == before) own.Add(row with { Group = _groups });
    }

    /// <summary>A subject's parts, group by group where the groups are apart.</summary>
    private void Take<TKernel>(TKernel kernel, List<Part> own, RowBlock dealt)
        where TKernel : IKernel
    {
        foreach (var part in _isWhole || own.Count < 2 ? own : (IEnumerable<Part>)own.OrderBy(p => p.Group))
        {
            if (dealt.Count == RowBlock.Size) Pass(kernel, dealt);
            var at = dealt.Count++;
            (dealt.Row[at], dealt.Subject[at], dealt.Began[at], dealt.Ended[at]) = (part.Row, part.Subject, part.Began, part.Ended);
            (dealt.From[at], dealt.To[at], dealt.Cell[at]) = (part.From, part.To, part.Group);
        }

        own.Clear();
    }

    private void Pass<TKernel>(TKernel kernel, RowBlock dealt)
        where TKernel : IKernel
    {
        if (_isWhole) kernel.Take(RowBatch.Of(dealt), new PartCells(dealt.Cell));
        else kernel.Take(RowBatch.Of(dealt), new ApartCells(dealt.Cell));
        dealt.Count = 0;
    }

    private readonly record struct Part(int Row, int Subject, int Began, int Ended, int From, int To, int Group);
}
