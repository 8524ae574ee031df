using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Virker.Insight;

/// <summary>Looks a member of a cohort up on the follow-up day.</summary>
internal interface ILook
{
    /// <summary>A member whose follow-up day has not come, or who is left out.</summary>
    const int Nowhere = -1;

    /// <summary>
    /// The day that places the member in a period, or <see cref="Nowhere"/>, and whether the status holds.
    /// </summary>
    int Look(int subject, int row, int day, out bool holds);
}

/// <summary>In any table, with any conditions.</summary>
internal readonly struct StatusLook(FactStore store, StatusAfter measure) : ILook
{
    private readonly FactReader _status = new(store, measure.Status, Breakdown.None);
    private readonly FactReader[] _except = [.. measure.Except.Select(e => new FactReader(store, e, Breakdown.None))];
    private readonly int _dataDate = store.DataDate.DayNumber;
    private readonly FollowUp _after = measure.After;
    private readonly bool _isNegated = measure.Negated;
    private readonly bool _byEntry = measure.By == CohortPeriod.Entry;

    /// <summary>
    /// Whether the status is any row of the cohort's own table, so many days later, and no subject's rows share a day:
    /// then only the rows that follow can hold.
    /// </summary>
    public bool IsPlain =>
        _status.TakesAll
        && _except.Length == 0
        && _after.IsDays
        && measure.Status.Table == measure.Set.Table
        && _status.Source.IsDisjoint;

    public FactTable Source => _status.Source;

    public (int Days, int DataDate, bool IsNegated, bool ByEntry) Plain =>
        (_after.From(0), _dataDate, _isNegated, _byEntry);

    public int Look(int subject, int row, int day, out bool holds)
    {
        holds = false;
        var followUp = _after.From(day);
        if (followUp > _dataDate) return ILook.Nowhere;
        foreach (var except in _except)
        {
            if (except.Covers(subject, followUp)) return ILook.Nowhere;
        }

        holds = _status.Covers(subject, followUp) != _isNegated;
        return _byEntry ? day : followUp;
    }
}

/// <summary>Among the rows that follow the member's own.</summary>
internal readonly struct RowsAfter(StatusLook look) : ILook
{
    private readonly int[] _subject = look.Source.Subject;
    private readonly int[] _from = look.Source.From;
    private readonly int[] _to = look.Source.To;
    private readonly int _days = look.Plain.Days;
    private readonly int _dataDate = look.Plain.DataDate;
    private readonly bool _isNegated = look.Plain.IsNegated;
    private readonly bool _byEntry = look.Plain.ByEntry;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Look(int subject, int row, int day, out bool holds)
    {
        var followUp = day + _days;
        holds = _isNegated;
        if (followUp > _dataDate) return ILook.Nowhere;
        var next = row + 1;
        if (next < _subject.Length)
        {
            // Most often the next row decides, and whether it is the subject's own and has begun by then cannot be
            // foreseen: so both are asked at once.
            ref int subjects = ref MemoryMarshal.GetArrayDataReference(_subject),
                from = ref MemoryMarshal.GetArrayDataReference(_from),
                to = ref MemoryMarshal.GetArrayDataReference(_to);
            var hasBegun = (Unsafe.Add(ref subjects, next) == subject) & (Unsafe.Add(ref from, next) <= followUp);
            var lasts = Unsafe.Add(ref to, next) >= followUp;
            if (hasBegun & !lasts) lasts = CoveredLater(subject, next + 1, followUp);
            holds ^= hasBegun & lasts;
        }

        return _byEntry ? day : followUp;
    }

    private bool CoveredLater(int subject, int row, int followUp)
    {
        for (; row < _subject.Length && _subject[row] == subject && _from[row] <= followUp; row++)
        {
            if (_to[row] >= followUp) return true;
        }

        return false;
    }
}
