using Virker.Kernel;

namespace Virker.Demo;

/// <summary>
/// The municipality that is being written: people by birth date, their spells by person, newcomers, companies and the
/// jobcenter's teams.
/// </summary>
internal sealed class World
{
    private static readonly TimeZoneInfo Copenhagen = TimeZoneInfo.FindSystemTimeZoneById("Europe/Copenhagen");

    private readonly int[] _firstSpell;

    public World(DemoPlan plan)
    {
        Plan = plan;
        var newcomers = new NewcomerCourses(plan);
        Newcomers = newcomers.Build();
        People = new Population(plan).Build(newcomers.People(Newcomers));
        NewcomerPersons = new int[Newcomers.Count];
        for (var i = 0; i < People.Length; i++)
        {
            if (People[i].Newcomer > 0) NewcomerPersons[People[i].Newcomer - 1] = i;
        }

        Spells = new BenefitCourse(plan, People).Run(ProgrammeSpells());
        _firstSpell = FirstSpells();
        Companies = new CompanyRegister(plan);
        Roster = new Roster(plan, Spells);
    }

    public DemoPlan Plan { get; }

    public Person[] People { get; }

    public Spell[] Spells { get; }

    public IReadOnlyList<Newcomer> Newcomers { get; }

    /// <summary>The person of each newcomer.</summary>
    public int[] NewcomerPersons { get; }

    public CompanyRegister Companies { get; }

    public Roster Roster { get; }

    public int Until => Plan.Until.DayNumber;

    public ReadOnlySpan<Spell> SpellsOf(int person) =>
        Spells.AsSpan(_firstSpell[person], _firstSpell[person + 1] - _firstSpell[person]);

    public CitizenId CitizenId(int person) => new(Chance.Id(Plan.Seed, Stream.Citizen, person));

    public Guid Id(Stream kind, long number) => Chance.Id(Plan.Seed, kind, number);

    public Chance For(Stream stream, int number = 0) => Chance.For(Plan.Seed, stream, number);

    public bool IsOnBenefit(int person, int day, int highest = BenefitKind.Most)
    {
        foreach (var spell in SpellsOf(person))
        {
            if (spell.From <= day && day <= spell.To && spell.Benefit <= highest) return true;
        }

        return false;
    }

    /// <summary>A day number as a column holds it; null is running or never.</summary>
    public static DateOnly? Date(int day) => day == Person.Forever ? null : DateOnly.FromDayNumber(day);

    /// <summary>A Danish clock time of a day as an instant.</summary>
    public static DateTimeOffset At(int day, int hour, int minute)
    {
        var local = DateOnly.FromDayNumber(day).ToDateTime(new TimeOnly(hour, minute));
        return new DateTimeOffset(local, Copenhagen.GetUtcOffset(local)).ToUniversalTime();
    }

    /// <summary>The day itself, or the Monday after a weekend.</summary>
    public static int WorkingDay(int day) =>
        DateOnly.FromDayNumber(day).DayOfWeek switch
        {
            DayOfWeek.Saturday => day + 2,
            DayOfWeek.Sunday => day + 1,
            _ => day,
        };

    private IEnumerable<Spell> ProgrammeSpells()
    {
        for (var i = 0; i < Newcomers.Count; i++)
        {
            foreach (var (from, to) in Newcomers[i].OnBenefit)
            {
                if (from <= Until && to >= Plan.From.DayNumber && from <= to) yield return new(NewcomerPersons[i],
                    BenefitKind.Transition, from, to > Until ? Person.Forever : to) { Ends = to };
            }
        }
    }

    private int[] FirstSpells()
    {
        var first = new int[People.Length + 1];
        foreach (var spell in Spells) first[spell.Person + 1]++;
        for (var i = 0; i < People.Length; i++) first[i + 1] += first[i];
        return first;
    }
}
