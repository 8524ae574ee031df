namespace Virker.Insight;

/// <summary>Rows whose column holds one of the keys, or something below one of them in the hierarchy.</summary>
public sealed record Where(FactColumn Column, IReadOnlyList<string> Keys);

/// <summary>Rows whose number is at least so much.</summary>
public sealed record AtLeast(FactColumn Column, int Number);

/// <summary>
/// Days on which the person is at least <paramref name="From"/> and at most <paramref name="To"/> years old: a spell is
/// cut at the birthdays.
/// </summary>
public readonly record struct AgeBand(int From, int To)
{
    internal int FirstDay(int born) => Birthdays.Of(From)[born];

    internal int LastDay(int born) => Birthdays.Of(To + 1)[born] - 1;
}

/// <summary>When two spells of a person are one: how long a break may be without starting a new one.</summary>
public readonly record struct Gap
{
    private const int Never = -1;

    private readonly int _days;
    private readonly bool _wholeMonth;

    private Gap(int days, bool wholeMonth) => (_days, _wholeMonth) = (days, wholeMonth);

    /// <summary>Nothing is joined: each row of the table is a spell of its own, also where two touch.</summary>
    public static Gap NothingJoins => new(Never, false);

    /// <summary>A break of more than so many whole days starts a new spell; 0 joins only what touches.</summary>
    public static Gap Days(int days) => new(days, false);

    /// <summary>
    /// Only a whole calendar month without a day starts a new spell, as for kontanthjælp at jobindsats.
    /// </summary>
    public static Gap WholeCalendarMonth => new(0, true);

    /// <summary>The longest break in days that joins; null where a whole calendar month decides.</summary>
    internal int? LongestBreak => _wholeMonth ? null : _days;

    internal bool JoinsNothing => _days == Never;

    /// <summary>
    /// Whether a row that begins on <paramref name="nextDay"/> starts a new spell after one whose days end with
    /// <paramref name="lastDay"/>.
    /// </summary>
    internal bool Parts(int lastDay, int nextDay) => JoinsNothing || (lastDay < nextDay && Breaks(lastDay, nextDay));

    internal bool Breaks(int lastDay, int nextDay)
    {
        var free = nextDay - lastDay - 1;
        if (!_wholeMonth) return free > _days;
        if (free < 28) return false;
        var after = DateOnly.FromDayNumber(lastDay + 1);
        var month = after.Day == 1 ? after : new DateOnly(after.Year, after.Month, 1).AddMonths(1);
        return month.AddMonths(1).DayNumber <= nextDay;
    }

    /// <summary>In Danish, for the definition.</summary>
    public override string ToString() => _wholeMonth ? "et nyt forløb begynder efter en hel kalendermåned uden"
        : JoinsNothing ? "hver række er et forløb" : _days == 0 ? "en dag uden begynder et nyt forløb"
            : $"et nyt forløb begynder efter mere end {_days} {WhoWords.Days(_days)} uden";
}

/// <summary>Which facts an indicator counts: rows of one table, those that pass every condition.</summary>
public sealed record FactSet(TableDeclaration Table)
{
    public IReadOnlyList<Where> Conditions { get; init; } = [];

    /// <summary>Conditions on the person (table <see cref="PersonFacts"/>).</summary>
    public IReadOnlyList<Where> PersonConditions { get; init; } = [];

    public IReadOnlyList<AtLeast> Minimums { get; init; } = [];

    public AgeBand? Age { get; init; }

    public Gap Gap { get; init; } = Gap.Days(0);

    /// <summary>With a condition on one of the table's own columns.</summary>
    public FactSet With(FactColumn column, params string[] keys)
    {
        Table.IndexOf(column);
        return this with { Conditions = [.. Conditions, new(column, keys)] };
    }

    public FactSet Aged(int from, int to) => this with { Age = new(from, to) };

    /// <summary>The tables that must be there.</summary>
    public IEnumerable<TableDeclaration> Needs =>
        Age is null && PersonConditions.Count == 0 ? [Table] : [Table, PersonFacts.Table];

    public bool Equals(FactSet? other) => other is not null && ToString() == other.ToString();

    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    /// <summary>A stable text of the whole condition.</summary>
    public override string ToString() =>
        string.Join(
            '|',
            [
                Table.Id,
                .. Conditions.Select(c => $"{c.Column}={string.Join(',', c.Keys)}"),
                .. PersonConditions.Select(c => $"person.{c.Column}={string.Join(',', c.Keys)}"),
                .. Minimums.Select(m => $"{m.Column}>={m.Number}"),
                Age is { } age ? $"{age.From}-{age.To} år" : "",
                Gap.ToString(),
            ]
        );
}
