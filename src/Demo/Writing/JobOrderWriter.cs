using Virker.Companies;
using Virker.Platform;

namespace Virker.Demo;

/// <summary>Delivers job orders with the citizens hired on them, and adult apprentices.</summary>
internal sealed class JobOrderWriter(World world, List<Registered> register)
{
    private static readonly JobOrderKind[] Kinds =
        [JobOrderKind.WageSubsidy, JobOrderKind.Ordinary, JobOrderKind.Internship];

    /// <summary>
    /// Created job orders and hires on them: wage subsidy, ordinary job, internship. 2021–2023 are printed in document
    /// 004.
    /// </summary>
    internal static (int[] Orders, int[] Hires) Of(int year) => year switch
    {
        < 2021 => ([2, 70, 12], [1, 30, 5]),
        2021 => ([1, 90, 13], [1, 39, 5]),
        2022 => ([12, 198, 92], [5, 142, 19]),
        2023 => ([100, 484, 237], [43, 205, 134]),
        _ => ([104, 500, 250], [48, 225, 140]),
    };

    /// <summary>
    /// Starts a year, and how many of them from unemployment. 53 in 2019 and 96 in 2020 are printed in document 000.
    /// </summary>
    internal static (int Starts, int FromUnemployment) Apprentices(int year) => year switch
    {
        <= 2018 => (36 + (2 * (year - 2012)), 14 + (year - 2012)),
        2019 => (53, 21),
        2020 => (96, 37),
        2021 => (104, 41),
        2022 => (110, 45),
        _ => (117, 48),
    };

    private int _orders;
    private int _apprentices;

    public void Write()
    {
        for (var year = world.Plan.From.Year; year <= world.Plan.Until.Year; year++)
        {
            var (from, to, share) = DemoYear.Of(world.Plan, year);
            var chance = world.For(Stream.JobOrders, year);
            var (orders, hires) = Of(year);
            for (var kind = 0; kind < Kinds.Length; kind++)
                WriteOrders(ref chance, kind, Part(orders[kind], share), Part(hires[kind], share), from, to);
            var (starts, fromUnemployment) = Apprentices(year);
            var unemployed = WriteApprentices(ref chance, Part(fromUnemployment, share), from, to);
            for (var i = Part(starts, share) - unemployed; i > 0; i--)
                WriteEmployedApprentice(ref chance, chance.Between(from, to));
        }
    }

    private int Part(int count, double share) => (int)Math.Round(world.Plan.Scaled(count) * share);

    private void WriteOrders(ref Chance chance, int kind, int orders, int hires, int from, int to)
    {
        // Never more than two hires an order, and none after the year it was created in.
        var filled = new int[orders];
        for (var i = 0; i < hires && orders > 0; i++) filled[hires <= orders ? i : i % orders]++;
        chance.Shuffle(filled.AsSpan());
        foreach (var hired in filled)
        {
            var created = World.WorkingDay(chance.Between(from, Math.Max(from, to - 20)));
            var company = chance.Of(world.Companies.OfThree.AsSpan(0, Math.Min(world.Companies.OfThree.Length, world.Plan.Scaled(900))));
            var closed = Math.Min(created + chance.Between(14, 120), Person.Forever - 1);
            var running = closed > world.Until;
            register.Add(
                new RegisteredJobOrder(
                    new(world.Id(Stream.JobOrder, _orders++)),
                    company.Id,
                    Kinds[kind],
                    Capital(Stories.Occupation(ref chance))
                )
                {
                    CreatedOn = DateOnly.FromDayNumber(created),
                    ClosedOn = running ? null : DateOnly.FromDayNumber(closed),
                    Positions = Math.Max(hired, chance.Says(0.2) ? 2 : 1),
                    HoursPerWeek =
                        kind == 2 ? chance.Between(8, 30)
                        : chance.Says(0.7) ? 37
                        : chance.Between(10, 32),
                    Status =
                        running ? JobOrderStatus.Open
                        : hired > 0 ? JobOrderStatus.Filled
                        : JobOrderStatus.Closed,
                    Hires = Hired(ref chance, hired, created, to),
                }
            );
        }
    }

    private List<RegisteredJobOrder.Hire> Hired(ref Chance chance, int count, int created, int to)
    {
        var hires = new List<RegisteredJobOrder.Hire>();
        for (var i = 0; i < count; i++)
        {
            var day = chance.Between(created, Math.Min(to, created + 60));
            if (Unemployed(ref chance, day) is { } person)
                hires.Add(new(world.CitizenId(person), DateOnly.FromDayNumber(day)));
        }

        return hires;
    }

    /// <summary>Somebody who is on a jobcenter benefit on the day.</summary>
    private int? Unemployed(ref Chance chance, int day)
    {
        for (var tries = 0; tries < 20_000; tries++)
        {
            var spell = world.Spells[chance.Below(world.Spells.Length)];
            if (spell.Benefit <= BenefitKind.Transition && spell.From <= day && day <= spell.To) return spell.Person;
        }

        return null;
    }

    /// <summary>Apprentices whose benefit ends where the apprenticeship begins; answers how many were found.</summary>
    private int WriteApprentices(ref Chance chance, int count, int from, int to)
    {
        var found = 0;
        for (var tries = 0; found < count && tries < 400_000; tries++)
        {
            var at = chance.Below(world.Spells.Length);
            var spell = world.Spells[at];
            if (
                spell.Benefit is not (BenefitKind.Unemployment or BenefitKind.JobReady)
                || spell.To < from - 1
                || spell.To >= to
            )
                continue;
            var start = spell.To + 1;
            if (Free(spell.Person, start) < 120 || !Grown(spell.Person, start)) continue;
            WriteApprentice(ref chance, spell.Person, ApprenticeOrigin.Unemployment, start);
            found++;
        }

        return found;
    }

    private void WriteEmployedApprentice(ref Chance chance, int day)
    {
        for (var tries = 0; tries < 20_000; tries++)
        {
            var person = chance.Below(world.People.Length);
            if (
                !Grown(person, day)
                || !world.People[person].LivesHereOn(day)
                || world.IsOnBenefit(person, day)
                || Free(person, day) < 300
            )
                continue;
            WriteApprentice(ref chance, person, ApprenticeOrigin.Employment, day);
            return;
        }
    }

    private void WriteApprentice(ref Chance chance, int person, ApprenticeOrigin comingFrom, int start)
    {
        var end = start + Math.Min(Free(person, start), chance.Between(730, 1400));
        var company = chance.Of(world.Companies.OfThree);
        register.Add(
            new RegisteredApprentice(
                world.Id(Stream.Apprentice, _apprentices++),
                world.CitizenId(person),
                company.Id,
                chance.Of(Educations)
            )
            {
                ComingFrom = comingFrom,
                From = DateOnly.FromDayNumber(start),
                To = end > world.Until ? null : DateOnly.FromDayNumber(end),
            }
        );
    }

    private static readonly string[] Educations =
    [
        "SOSU-assistent",
        "Tømrer",
        "Elektriker",
        "Murer",
        "Kok",
        "Lager og logistik",
        "Smed",
        "Pædagogisk assistent",
        "Ernæringsassistent",
        "Mekaniker",
        "Anlægsgartner",
    ];

    private bool Grown(int person, int day) =>
        world.People[person].Turns(25) <= day
        && day < world.People[person].Turns(52)
        && world.People[person].LivesHereOn(day);

    /// <summary>Days until the person's next benefit, move or the register's end and beyond.</summary>
    private int Free(int person, int day)
    {
        foreach (var spell in world.SpellsOf(person))
        {
            if (spell.To >= day) return spell.From - day - 1;
        }

        return Math.Min(world.People[person].ResidenceTo, world.Until + 2000) - day;
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
