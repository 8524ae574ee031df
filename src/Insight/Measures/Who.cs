namespace Virker.Insight;

/// <summary>
/// A group of subjects in each period, which can be combined: on benefit <em>and</em> with paid hours, a partnership
/// <em>and</em> an activity. Each leaf marks for one subject the periods in which it holds; the marks are combined bit
/// by bit.
/// </summary>
public abstract record Who
{
    public abstract IReadOnlyList<FactSet> Sets { get; }

    /// <summary>Sorted numbers of the subjects that belong to the group in a period.</summary>
    public IReadOnlyList<int> Subjects(FactStore store, FigurePeriod period)
    {
        var marker = Compile(store, new([period]));
        var marks = new ulong[1];
        var found = new List<int>();
        for (var subject = 0; subject < marker.Subjects; subject++)
        {
            marks[0] = 0;
            marker.Mark(subject, marks);
            if ((marks[0] & 1) != 0) found.Add(subject);
        }

        return found;
    }

    /// <summary>
    /// By group and period, where each subject's group is given (one that is in none has a higher number); else all in
    /// one.
    /// </summary>
    internal long[] Count(FactStore store, TimeAxis axis, IReadOnlyList<int>? groupOf = null, int groups = 1)
    {
        var marker = Compile(store, axis);
        var counts = new long[groups * axis.Count];
        var marks = new ulong[(axis.Count + 63) / 64];
        for (var subject = 0; subject < marker.Subjects; subject++)
        {
            var at = groupOf is null ? 0 : groupOf[subject] * axis.Count;
            if (at >= counts.Length) continue;
            Array.Clear(marks);
            marker.Mark(subject, marks);
            Add(marks, counts.AsSpan(at));
        }

        return counts;
    }

    /// <summary>
    /// By group and period, of groups that are parts of this one: only its own subjects are looked at for each of them,
    /// except of what is past: a birthday can make it so.
    /// </summary>
    internal long[] Count(FactStore store, TimeAxis axis, IReadOnlyList<Who> parts)
    {
        var marker = Compile(store, axis);
        List<IMarker> narrowed = [.. parts.Select(p => p.Compile(store, axis))];
        var counts = new long[parts.Count * axis.Count];
        var marks = new ulong[(axis.Count + 63) / 64];
        for (var subject = 0; subject < marker.Subjects; subject++)
        {
            Array.Clear(marks);
            if (First is not Past) marker.Mark(subject, marks);
            if (First is not Past && !marks.AsSpan().ContainsAnyExcept(0UL)) continue;
            for (var g = 0; g < narrowed.Count; g++)
            {
                Array.Clear(marks);
                narrowed[g].Mark(subject, marks);
                Add(marks, counts.AsSpan(g * axis.Count));
            }
        }

        return counts;
    }

    private static void Add(ulong[] marks, Span<long> counts)
    {
        for (var word = 0; word < marks.Length; word++)
        {
            for (var bits = marks[word]; bits != 0; bits &= bits - 1)
                counts[(word * 64) + System.Numerics.BitOperations.TrailingZeroCount(bits)]++;
        }
    }

    /// <summary>
    /// The group of each person, where groups are of the persons themselves and no table says otherwise; null where
    /// they are not.
    /// </summary>
    internal IReadOnlyList<int>? GroupsOfSubjects(FactStore store, IReadOnlyList<FigureGroup> groups)
    {
        if (
            groups[0].Age is not null
            || Sets.Select(s => FactReader.Table(store, s.Table))
                .Any(t => t.HasColumn(groups[0].Dimension) || !groups[0].Reaches(t))
        )
            return null;
        var codes = FactReader.Table(store, PersonFacts.Table)[groups[0].Dimension];
        var groupOfCode = Grouping.GroupsOf(codes.Dimension!, groups);
        return [.. Enumerable.Range(0, codes.Length).Select(person => groupOfCode[codes[person]])];
    }

    /// <summary>The leaf that says who they are.</summary>
    private Who First => this is Both both ? both.Left.First : this;

    internal abstract IMarker Compile(FactStore store, TimeAxis axis);

    public static Who operator &(Who left, Who right) => new Both(left, right, false);

    /// <summary>Those of the first group who are not in the second.</summary>
    public Who Except(Who other) => new Both(this, other, true);
}

/// <summary>Sets the bits of the periods in which a subject belongs; subjects come in ascending order.</summary>
internal interface IMarker
{
    int Subjects { get; }

    void Mark(int subject, ulong[] marks);
}

/// <summary>
/// Those who have a row of the set, on the last day or on some day of the period. An event is a row of one day.
/// </summary>
public sealed record Present(FactSet Set, Presence Presence) : Who
{
    public override IReadOnlyList<FactSet> Sets => [Set];

    internal override IMarker Compile(FactStore store, TimeAxis axis) => new RowMarker(store, Set, axis, Presence, -1);
}

/// <summary>
/// Those who on the period's last day are in a spell that began more than <paramref name="Days"/> days before.
/// </summary>
public sealed record PresentLong(FactSet Set, int Days) : Who
{
    public override IReadOnlyList<FactSet> Sets => [Set];

    internal override IMarker Compile(FactStore store, TimeAxis axis) => new RowMarker(store, Set, axis, Presence.AtEnd, Days);
}

/// <summary>Those who by the period's last day have had a row of the set that is over.</summary>
public sealed record Past(FactSet Set) : Who
{
    public override IReadOnlyList<FactSet> Sets => [Set];

    internal override IMarker Compile(FactStore store, TimeAxis axis) =>
        new RowMarker(store, Set, axis, Presence.AtEnd, -1) { Stretch = (_, to) => (to, FactTable.Open) };
}

/// <summary>Those who on the period's last day have a row of the set, or had one at most so many days before.</summary>
public sealed record Recent(FactSet Set, int Days) : Who
{
    public override IReadOnlyList<FactSet> Sets => [Set];

    internal override IMarker Compile(FactStore store, TimeAxis axis) =>
        new RowMarker(store, Set, axis, Presence.AtEnd, -1) { Stretch = (from, to) => (from, to > FactTable.Open - Days ? to : to + Days) };
}

internal sealed record Both(Who Left, Who Right, bool ButNot) : Who
{
    public override IReadOnlyList<FactSet> Sets => [.. Left.Sets, .. Right.Sets];

    internal override IMarker Compile(FactStore store, TimeAxis axis) =>
        new Marker(Left.Compile(store, axis), Right.Compile(store, axis), ButNot);

    private sealed class Marker(IMarker left, IMarker right, bool butNot) : IMarker
    {
        private ulong[] _right = [];

        public int Subjects => left.Subjects;

        public void Mark(int subject, ulong[] marks)
        {
            left.Mark(subject, marks);
            if (!marks.AsSpan().ContainsAnyExcept(0UL)) return;
            if (_right.Length != marks.Length) _right = new ulong[marks.Length];
            Array.Clear(_right);
            right.Mark(subject, _right);
            for (var i = 0; i < marks.Length; i++) marks[i] &= butNot ? ~_right[i] : _right[i];
        }
    }
}

internal sealed class RowMarker(FactStore store, FactSet set, TimeAxis axis, Presence presence, int longerThan) : IMarker
{
    private readonly FactReader _reader = new(store, set, Breakdown.None);
    private readonly int[]? _born = set.Age is null ? null : PersonFacts.BirthdaysIn(store);

    public int Subjects => _reader.Source.Subjects;

    /// <summary>The days that a row marks, where they are not its own.</summary>
    public Func<int, int, (int From, int To)>? Stretch { get; init; }

    public void Mark(int subject, ulong[] marks)
    {
        var rows = _reader.Source.RowsOf(subject);
        if (rows.First == rows.End)
            return;
        var (bandFirst, bandLast) = _born is null
            ? (0, FactTable.Open)
            : (set.Age!.Value.FirstDay(_born[subject]), set.Age.Value.LastDay(_born[subject]));
        int began = 0,
            until = -1;
        foreach (var row in rows)
        {
            if (_reader.Source.From[row] > axis.Last) return;
            if (!_reader.Accepts(row)) continue;
            int from = Math.Max(_reader.Source.From[row], bandFirst), to = Math.Min(_reader.Source.To[row], bandLast);
            if (to < from) continue;
            if (longerThan >= 0)
            {
                if (until < 0 || set.Gap.Parts(until, from)) (began, until) = (_reader.Source.From[row], to);
                until = Math.Max(until, to);
                from = Math.Max(from, began + longerThan + 1);
            }

            if (Stretch is not null) (from, to) = Stretch(from, to);
            if (from <= to && to >= axis.First && from <= axis.Last) Set(marks, from, to);
        }
    }

    private void Set(ulong[] marks, int from, int to)
    {
        var (first, last) = presence == Presence.AtEnd ? (axis.FirstEndingFrom(from), axis.LastEndingBy(to))
            : (axis.FirstEndingFrom(from), axis.LastStartingBy(to));
        for (var t = first; t <= last; t++) marks[t >> 6] |= 1UL << (t & 63);
    }
}
