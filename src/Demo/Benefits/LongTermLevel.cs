namespace Virker.Demo;

/// <summary>
/// Holds how many have been on kontanthjælp and on ledighedsydelse for over two years at the level that the plan prints
/// (430 and 58 in November 2022, and fewer after). Left to chance, so small counts would lie more than ten per cent off
/// in one municipality of four. Time is counted over both kinds of kontanthjælp, and goes on over a pause without a
/// whole calendar month, as the figures count it.
/// </summary>
internal sealed class LongTermLevel
{
    private const int TwoYears = 730;

    private readonly DemoPlan _plan;
    private readonly SpellBook _book;
    private readonly Group[] _groups =
    [
        new(
            [BenefitKind.JobReady, BenefitKind.ActivityReady],
            [(new(2014, 1, 1), 0.370), (new(2022, 11, 30), 0.363), (new(2023, 12, 31), 0.337)]
        ),
        new(
            [BenefitKind.UnemploymentFlex],
            [(new(2014, 1, 1), 0.310), (new(2022, 11, 30), 0.291), (new(2023, 12, 31), 0.268)]
        ),
    ];

    private Chance _chance;
    private int _seen;

    public LongTermLevel(DemoPlan plan, SpellBook book)
    {
        (_plan, _book) = (plan, book);
        _chance = Chance.For(plan.Seed, Stream.Benefits, TwoYears);
    }

    /// <summary>
    /// Moves ends of long chains out of the month or into it. Call before the month's ends are taken.
    /// </summary>
    public void Hold(int first, int last)
    {
        for (; _seen < _book.Count; _seen++)
        {
            foreach (var group in _groups.Where(g => g.Benefits.Contains(_book[_seen].Benefit)))
                group.See(_seen, _book);
        }

        foreach (var group in _groups)
        {
            group.Running.RemoveAll(n => _book[n].To < first);
            Hold(group, [.. group.Running.Where(n => group.Begun[n] < last - TwoYears)], first, last);
        }
    }

    private void Hold(Group group, List<int> longOnes, int first, int last)
    {
        var ending = longOnes.Where(n => _book[n].To <= last).ToList();
        var staying = longOnes.Where(n => _book[n].To > last && _book[n].From < first).ToArray();
        var wanted = group.Wanted(_plan, DateOnly.FromDayNumber(last));
        var most = Math.Max(2, wanted / 25);
        foreach (
            var number in ending
                .Where(n => _book.LastDay(_book[n].Person) > last)
                .Take(Math.Max(0, wanted - staying.Length))
        )
            _book.Move(number, last + _chance.Between(20, 200));
        _chance.Shuffle(staying.AsSpan());
        foreach (var number in staying.Take(Math.Clamp(staying.Length - wanted, 0, most)))
            _book.Move(number, _chance.Between(first, last));
    }

    /// <summary>
    /// Benefits that are counted together, the share of their level that is over two years by date, and where each
    /// spell's chain begun.
    /// </summary>
    private sealed class Group(int[] benefits, (DateOnly Day, double Share)[] shares)
    {
        private readonly Dictionary<int, int> _latest = [];

        public int[] Benefits => benefits;

        public List<int> Running { get; } = [];

        public Dictionary<int, int> Begun { get; } = [];

        public void See(int number, SpellBook book)
        {
            var spell = book[number];
            var goesOn =
                _latest.TryGetValue(spell.Person, out var before) && !WholeMonthBetween(book[before].To, spell.From);
            Begun[number] = goesOn ? Begun[before] : spell.From;
            _latest[spell.Person] = number;
            Running.Add(number);
        }

        public int Wanted(DemoPlan plan, DateOnly day)
        {
            var next = Math.Clamp(Array.FindIndex(shares, s => s.Day > day), 1, shares.Length - 1);
            var (a, b) = (shares[next - 1], shares[next]);
            var part =
                day > shares[^1].Day
                    ? 1
                    : Math.Clamp((day.DayNumber - a.Day.DayNumber) / (double)(b.Day.DayNumber - a.Day.DayNumber), 0, 1);
            return plan.Scaled(
                benefits.Sum(benefit => BenefitLevels.On(benefit, day)) * (a.Share + ((b.Share - a.Share) * part))
            );
        }

        private static bool WholeMonthBetween(int ended, int begins)
        {
            if (ended == Person.Forever) return false;
            var last = DateOnly.FromDayNumber(ended);
            return new DateOnly(last.Year, last.Month, 1).AddMonths(2).DayNumber <= begins;
        }
    }
}
