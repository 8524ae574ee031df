using Virker.Platform;
using Virker.Youth;

namespace Virker.Demo;

/// <summary>
/// Delivers young people's education: out of school in the summer of the year they turn 16 or 17, 72 % straight into
/// youth education, nearly a third of the vocational students dropping out, as the plan prints. Somebody on
/// uddannelseshjælp is in no education.
/// </summary>
internal sealed class YouthWriter(World world, List<Registered> register)
{
    private const double StraightOn = 0.72;

    private readonly List<(EducationKind Kind, int From, int To, EducationEnding? Ending)> _course = [];
    private Spread _straightOn = new(Chance.For(world.Plan.Seed, Stream.Youth, 1).Unit());
    private Spread _straightCompletes = new(Chance.For(world.Plan.Seed, Stream.Youth, 2).Unit());
    private Spread _laterCompletes = new(Chance.For(world.Plan.Seed, Stream.Youth, 3).Unit());
    private Spread _kindOfCompleters = new(Chance.For(world.Plan.Seed, Stream.Youth, 4).Unit());
    private Spread _kindOfOthers = new(Chance.For(world.Plan.Seed, Stream.Youth, 5).Unit());
    private Spread _drops = new(Chance.For(world.Plan.Seed, Stream.Youth, 6).Unit());

    /// <summary>
    /// Draws the person's course and answers the highest completed education, or <paramref name="otherwise"/> for those
    /// who were grown before.
    /// </summary>
    public int Draw(int person, int otherwise)
    {
        _course.Clear();
        ref readonly var p = ref world.People[person];
        var born = DateOnly.FromDayNumber(p.Born);
        if (born.Year < world.Plan.From.Year - 30 || p.Turns(13) > world.Until)
            return p.Turns(13) > world.Until ? 0 : otherwise;
        if (p.Newcomer > 0)
            return otherwise;
        var chance = world.For(Stream.Youth, person + 10);
        Draw(ref chance, person, born.Year);
        return Highest();
    }

    /// <summary>Delivers the course that was drawn last.</summary>
    public void Write(int person)
    {
        var id = world.CitizenId(person);
        foreach (var (kind, from, to, ending) in _course)
        {
            if (from <= world.Until)
                register.Add(
                    new RegisteredEducation(
                        id,
                        kind,
                        DateOnly.FromDayNumber(from),
                        to > world.Until ? null : World.Date(to)
                    )
                    {
                        Ending = to > world.Until ? null : ending,
                    }
                );
        }
    }

    private void Draw(ref Chance chance, int person, int bornYear)
    {
        var leaves = bornYear + (chance.Says(0.47) ? 16 : 17);
        _course.Add((EducationKind.School, Day(bornYear + 6, 8, 10), Day(leaves, 6, 28), EducationEnding.Completed));
        var straight = _straightOn.Unit();
        var completes = straight < StraightOn ? _straightCompletes.Unit() < 0.905 : _laterCompletes.Unit() < 0.63;
        var start = Day(leaves, 8, chance.Between(8, 14));
        if (straight < StraightOn)
            Study(ref chance, person, Kind(completes), start, 0, completes);
        else if (straight < StraightOn + 0.06)
            Study(ref chance, person, EducationKind.Preparatory, start, 0, completes);
        else if (completes || chance.Says(0.35))
            Study(ref chance, person, Kind(completes), Day(leaves + chance.Between(1, 3), 8, 10), 1, completes);
    }

    /// <summary>Those who never complete anything begin more often on a vocational education.</summary>
    private EducationKind Kind(bool completes)
    {
        var at = completes ? _kindOfCompleters.Unit() : _kindOfOthers.Unit();
        return at < (completes ? 0.62 : 0.42) ? EducationKind.Upper
            : at < 0.91 ? EducationKind.Vocational
            : EducationKind.VocationalUpper;
    }

    private void Study(ref Chance chance, int person, EducationKind kind, int start, int attempts, bool completes)
    {
        start = AfterBenefit(person, start);
        var stays =
            kind == EducationKind.Preparatory ? chance.Between(300, 600)
            : kind == EducationKind.Higher ? chance.Between(1180, 1900)
            : kind == EducationKind.Upper ? 1050
            : chance.Between(1080, 1400);
        var ends = start + stays;
        var drops = DropsOut(ref chance, kind, attempts, completes);
        if (drops) ends = start + 40 + (int)(Math.Min(0.8, chance.Unit()) * stays * 0.6);
        if (BenefitBegins(person, start, ends) is { } stopped) (drops, ends) = (true, stopped - 1);
        _course.Add((kind, start, ends, drops ? EducationEnding.BrokenOff : EducationEnding.Completed));
        if (ends > world.Until)
            return;
        if (drops)
            TryAgain(ref chance, person, kind, ends, attempts, completes);
        else if (kind == EducationKind.Preparatory && completes)
            Study(ref chance, person, EducationKind.Vocational, NextAutumn(ends, 0), attempts, completes);
        else if ((kind == EducationKind.Upper || kind == EducationKind.VocationalUpper) && chance.Says(0.68))
            Study(ref chance, person, EducationKind.Higher, NextAutumn(ends, chance.Below(3)), 0, completes);
    }

    private void TryAgain(ref Chance chance, int person, EducationKind kind, int ends, int attempts, bool completes)
    {
        if (kind == EducationKind.Higher && !chance.Says(0.6))
            return;
        if (kind != EducationKind.Higher && (completes ? attempts > 5 : attempts > 1 || !chance.Says(0.38)))
            return;
        Study(
            ref chance,
            person,
            kind == EducationKind.Higher ? EducationKind.Higher : Kind(completes),
            NextAutumn(ends, completes ? 0 : chance.Below(2)),
            attempts + 1,
            completes
        );
    }

    private bool DropsOut(ref Chance chance, EducationKind kind, int attempts, bool completes) =>
        kind == EducationKind.Preparatory ? chance.Says(0.30)
        : kind == EducationKind.Higher ? chance.Says(0.17) && attempts < 2
        : !completes || (attempts < 2 && _drops.Unit() < (kind == EducationKind.Upper ? 0.07 : 0.06));

    /// <summary>The first day after a benefit that leaves no room for education.</summary>
    private int AfterBenefit(int person, int start)
    {
        foreach (var spell in world.SpellsOf(person))
        {
            if (Stops(spell) && spell.From <= start && start <= spell.To)
                start = spell.To == Person.Forever ? world.Until + 1 : spell.To + 1;
        }

        return start;
    }

    private int? BenefitBegins(int person, int from, int to)
    {
        foreach (var spell in world.SpellsOf(person))
        {
            if (Stops(spell) && spell.From > from && spell.From <= to) return spell.From;
        }

        return null;
    }

    private static bool Stops(in Spell spell) =>
        spell.Benefit
            is BenefitKind.EducationHelp
                or BenefitKind.ActivityReady
                or BenefitKind.JobReady
                or BenefitKind.ResourceCourse
                or BenefitKind.DisabilityPension;

    private int Highest()
    {
        var highest = 0;
        foreach (var (kind, _, to, ending) in _course)
        {
            if (to > world.Until || ending != EducationEnding.Completed)
                continue;
            highest = Math.Max(
                highest,
                kind == EducationKind.Higher ? 5
                    : kind == EducationKind.Vocational || kind == EducationKind.VocationalUpper ? 3
                    : kind == EducationKind.Upper ? 2
                    : 1
            );
        }

        return highest;
    }

    private static int NextAutumn(int day, int years)
    {
        var date = DateOnly.FromDayNumber(day);
        return Day(date.Year + years + (date.DayOfYear > 215 ? 1 : 0), 8, 12);
    }

    private static int Day(int year, int month, int day) => new DateOnly(year, month, day).DayNumber;
}
