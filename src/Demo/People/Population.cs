namespace Virker.Demo;

/// <summary>
/// Everybody who lives in the municipality at some time of the register, sorted by birth date. The people are fitted to
/// a census day: so many residents, of whom the printed share is aged 16–66. Before and after it there are births,
/// deaths and moves in and out at ordinary rates.
/// </summary>
internal sealed class Population(DemoPlan plan)
{
    /// <summary>The day of the printed 50,800 people aged 16–66.</summary>
    public static readonly DateOnly Census = new(2021, 12, 31);

    private static readonly (int From, int To, double Share)[] Ages =
    [
        (0, 5, 0.060),
        (6, 15, 0.113),
        (16, 19, 0.047),
        (20, 29, 0.127),
        (30, 39, 0.112),
        (40, 49, 0.120),
        (50, 59, 0.140),
        (60, 66, 0.089),
        (67, 74, 0.102),
        (75, 84, 0.070),
        (85, 100, 0.020),
    ];

    private readonly List<Person> _people = new((int)(plan.Inhabitants * 1.4));
    private readonly int _from = plan.From.DayNumber;
    private readonly int _until = plan.Until.DayNumber;
    private Chance _chance = Chance.For(plan.Seed, Stream.People);

    public Person[] Build(IEnumerable<Person> newcomers)
    {
        var census = Census.DayNumber;
        foreach (var (from, to, share) in Ages)
        {
            var count = plan.Scaled(share * DemoPlan.PrintedInhabitants);
            for (var i = 0; i < count; i++)
                AddPlace(
                    census - (int)(365.25 * (from + ((i + _chance.Unit()) * (to - from + 1) / count))),
                    LastDay(census, from)
                );
        }

        AddBirths(census);
        AddThoseWhoDied(census);
        _people.AddRange(newcomers);
        var people = _people.ToArray();
        Array.Sort(
            people,
            (a, b) => (a.Born, a.ResidenceFrom, a.ResidenceTo).CompareTo((b.Born, b.ResidenceFrom, b.ResidenceTo))
        );
        return people;
    }

    /// <summary>A resident at the census of this age: the day of death within the register, or never.</summary>
    private int LastDay(int census, int age)
    {
        var mean = age >= 85 ? 4.5 : age >= 75 ? 14 : age >= 67 ? 40 : age >= 50 ? 160 : 2500;
        var day = census + 1 + (int)_chance.Exponential(mean * 365.25);
        return day > _until ? Person.Forever : day;
    }

    private void AddBirths(int census)
    {
        var births = (int)(plan.Inhabitants * 0.0095 * Math.Max(0, _until - census) / 365.25);
        for (var i = 0; i < births; i++) AddPlace(census + 1 + _chance.Below(_until - census), Person.Forever);
    }

    private void AddThoseWhoDied(int census)
    {
        var deaths = (int)(plan.Inhabitants * 0.0108 * Math.Max(0, Math.Min(census, _until) - _from) / 365.25);
        for (var i = 0; i < deaths; i++)
        {
            var day = _from + _chance.Below(Math.Max(1, Math.Min(census, _until) - _from));
            var age = 100 - Math.Min(60, (int)_chance.Exponential(19));
            AddPlace(day - (int)(365.25 * (age - _chance.Unit())), day);
        }
    }

    /// <summary>
    /// One place in the municipality: the one who lives there moves out now and then, and somebody of the same age
    /// moves in.
    /// </summary>
    private void AddPlace(int born, int lastDay)
    {
        var start = Math.Max(_from, born);
        var moveIn = MovedIn(born, start);
        while (true)
        {
            var age = (start - born) / 365.25;
            var mean = age is >= 18 and < 35 ? 24 : 85;
            var leaves = start + 1 + (int)_chance.Exponential(mean * 365.25);
            var last = Math.Min(leaves, lastDay);
            if (last >= _until) last = Person.Forever;
            _people.Add(Draw(born, moveIn, last));
            if (last == Person.Forever || last == lastDay) return;
            born = Math.Min(last, born + _chance.Between(-300, 300));
            start = moveIn = last + 1;
        }
    }

    private int MovedIn(int born, int start)
    {
        if (start == born || _chance.Says(0.42)) return born;
        return born + _chance.Below(Math.Max(1, start - born));
    }

    private Person Draw(int born, int from, int to)
    {
        var roots = _chance.Weighted([0.875, 0.018, 0.027, 0.045, 0.013, 0.022]);
        var education = _chance.Weighted([0, 0.24, 0.07, 0.40, 0.06, 0.16, 0.07]);
        var weak = education == 1 ? 0.50 : education <= 3 ? 0.30 : 0.16;
        if (DateOnly.FromDayNumber(born) is { Day: 1, Month: 1 }) born++;
        return new Person
        {
            Born = born,
            ResidenceFrom = Math.Max(from, born),
            ResidenceTo = to,
            Man = _chance.Says(0.505),
            Roots = (Roots)roots,
            Education = (byte)education,
            Exposure = _chance.Says(weak) ? 1f : 0.18f,
        };
    }
}
