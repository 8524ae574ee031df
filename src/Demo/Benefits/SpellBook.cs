namespace Virker.Demo;

/// <summary>
/// A time on a benefit; <see cref="To"/> is <see cref="Person.Forever"/> while it runs at the register's end.
/// </summary>
internal readonly record struct Spell(int Person, int Benefit, int From, int To)
{
    /// <summary>
    /// The day that it will be over, also where the register does not go so far; <see cref="Person.Forever"/> where
    /// nobody knows.
    /// </summary>
    public int Ends { get; init; } = To;
}

/// <summary>
/// The spells while they are being made: who is busy until when, which end in which month, how many run of each
/// benefit.
/// </summary>
internal sealed class SpellBook(DemoPlan plan, Person[] people)
{
    private readonly List<Spell> _spells = new(people.Length * 2);
    private readonly int[] _busyUntil = [.. people.Select(p => p.HeldUntil)];
    private readonly int[] _running = new int[BenefitKind.Most + 1];
    private readonly Dictionary<int, List<int>> _endingIn = [];
    private readonly int _until = plan.Until.DayNumber;

    public Spell this[int number] => _spells[number];

    public int Count => _spells.Count;

    public IEnumerable<Spell> All => _spells;

    public int Running(int benefit) => _running[benefit];

    public bool IsFree(int person, int day) => _busyUntil[person] < day;

    /// <summary>
    /// Writes a spell down as running; its end is no later than the last day before the pension age or as a resident.
    /// Answers its number.
    /// </summary>
    public int Add(int person, int benefit, int day, int length)
    {
        var last = length == Person.Forever ? LastDay(person) : Math.Min(LastDay(person), day + length - 1);
        _running[benefit]++;
        _spells.Add(default);
        Set(_spells.Count - 1, new(person, benefit, day, last));
        return _spells.Count - 1;
    }

    /// <summary>Lets a running spell end on another day, no later than it can.</summary>
    public void Move(int number, int to)
    {
        var spell = _spells[number];
        Set(number, spell with { To = Math.Min(to, LastDay(spell.Person)) });
    }

    public void End(int number) => _running[_spells[number].Benefit]--;

    /// <summary>Numbers of the spells that end in a month; each is answered once.</summary>
    public List<int> TakeEnding(int month) =>
        _endingIn.Remove(month, out var numbers)
            ? [.. numbers.Where(n => _spells[n].To != Person.Forever && Month(_spells[n].To) == month)]
            : [];

    /// <summary>The last day that the person can be on a benefit.</summary>
    public int LastDay(int person) =>
        Math.Min(people[person].Turns(BenefitKind.PensionAge) - 1, people[person].ResidenceTo);

    public static int Month(int day) => DateOnly.FromDayNumber(day) is var date ? (date.Year * 12) + date.Month : 0;

    private void Set(int number, Spell spell)
    {
        _busyUntil[spell.Person] = spell.To;
        _spells[number] = spell.To > _until ? spell with { To = Person.Forever, Ends = spell.To }
            : spell with { Ends = spell.To };
        if (spell.To > _until) return;
        var month = Month(spell.To);
        if (!_endingIn.TryGetValue(month, out var ending)) _endingIn[month] = ending = [];
        ending.Add(number);
    }
}
