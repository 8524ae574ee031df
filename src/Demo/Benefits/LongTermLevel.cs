namespace Virker.Demo;

/// <summary>
/// Holds how many have been on a benefit for over two years at the level that the plan prints (430 and 58 in November 2022, and fewer after). Left to
/// chance, so small counts would lie more than ten per cent off in one municipality of four.
/// </summary>
internal sealed class LongTermLevel(DemoPlan plan, SpellBook book)
{
    private const int TwoYears = 730;

    /// <summary>Share of those on the benefit, by date.</summary>
    private static readonly Dictionary<int, (DateOnly Day, double Share)[]> Shares = new()
    {
        [BenefitKind.ActivityReady] = [(new(2014, 1, 1), 0.500), (new(2022, 11, 30), 0.478), (new(2023, 12, 31), 0.440)],
        [BenefitKind.UnemploymentFlex] = [(new(2014, 1, 1), 0.310), (new(2022, 11, 30), 0.291), (new(2023, 12, 31), 0.268)],
    };

    private readonly Dictionary<int, List<int>> _running = Shares.Keys.ToDictionary(b => b, _ => new List<int>());
    private int _seen;
    private Chance _chance = Chance.For(plan.Seed, Stream.Benefits, 730);

    /// <summary>Moves ends of long spells out of the month or into it. Call before the month's ends are taken.</summary>
    public void Hold(int first, int last)
    {
        for (; _seen < book.Count; _seen++)
        {
            if (_running.TryGetValue(book[_seen].Benefit, out var numbers)) numbers.Add(_seen);
        }

        foreach (var (benefit, numbers) in _running)
        {
            numbers.RemoveAll(n => book[n].To < first);
            Hold(benefit, [.. numbers.Where(n => book[n].From < last - TwoYears)], first, last);
        }
    }

    private void Hold(int benefit, List<int> longOnes, int first, int last)
    {
        var ending = longOnes.Where(n => book[n].To <= last).ToList();
        var staying = longOnes.Where(n => book[n].To > last).ToArray();
        var wanted = Wanted(benefit, DateOnly.FromDayNumber(last));
        var most = Math.Max(2, wanted / 25);
        foreach (var number in ending.Where(n => book.LastDay(book[n].Person) > last).Take(Math.Clamp(wanted - staying.Length, 0, Math.Max(most, ending.Count)))) book.Move(number, last + _chance.Between(20, 200));
        _chance.Shuffle(staying.AsSpan());
        foreach (var number in staying.Take(Math.Clamp(staying.Length - wanted, 0, most))) book.Move(number, _chance.Between(first, last));
    }

    private int Wanted(int benefit, DateOnly day)
    {
        var shares = Shares[benefit];
        var next = Math.Clamp(Array.FindIndex(shares, s => s.Day > day), 1, shares.Length - 1);
        var (a, b) = (shares[next - 1], shares[next]);
        var part = day > shares[^1].Day ? 1 : (day.DayNumber - a.Day.DayNumber) / (double)(b.Day.DayNumber - a.Day.DayNumber);
        return plan.Scaled(BenefitLevels.On(benefit, day) * (a.Share + ((b.Share - a.Share) * Math.Clamp(part, 0, 1))));
    }
}
