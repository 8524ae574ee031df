using Virker.Casework;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Demo;

/// <summary>
/// Delivers paid hours beside a benefit, partial returns from sickness, and employment in the time without benefit.
/// </summary>
internal sealed class HoursWriter(World world, List<Registered> register)
{
    private const int LeastGap = 45;

    /// <summary>How much of a month's wages is known before the month is complete.</summary>
    private const double ReportedEarly = 0.7;

    /// <summary>The last day that wages are complete to: the last whole month but one.</summary>
    public static DateOnly IncomeUntil(DemoPlan plan) =>
        new DateOnly(plan.Until.AddDays(1).Year, plan.Until.AddDays(1).Month, 1).AddMonths(-1).AddDays(-1);

    /// <summary>Share with paid hours in a month by benefit, at the register's end.</summary>
    private static double ShareWithHours(int benefit) => benefit switch
    {
        BenefitKind.JobReady => 0.19,
        BenefitKind.ActivityReady => 0.128,
        BenefitKind.EducationHelp => 0.15,
        BenefitKind.Transition => 0.20,
        BenefitKind.ResourceCourse => 0.084,
        _ => 0,
    };

    public void Write(int person)
    {
        var chance = world.For(Stream.Hours, person);
        var id = world.CitizenId(person);
        foreach (var spell in world.SpellsOf(person))
        {
            if (ShareWithHours(spell.Benefit) is var share and > 0) WritePaid(ref chance, id, spell, share);
            if (spell.Benefit == BenefitKind.SickPay) WritePartial(ref chance, id, spell);
        }

        if (world.People[person].Turns(16) < world.Until) WriteEmployment(person, id);
    }

    /// <summary>
    /// Half of the spell's months, one stretch, for twice the share: hours come and go together. Of the register's last
    /// month only what was reported early is known.
    /// </summary>
    private void WritePaid(ref Chance chance, CitizenId citizen, in Spell spell, double share)
    {
        var first = DateOnly.FromDayNumber(spell.From).AddDays(31) is var f
            ? new DateOnly(f.Year, f.Month, 1)
            : default;
        var last = DateOnly.FromDayNumber(EndOf(ref chance, spell));
        var months = ((last.Year - first.Year) * 12) + last.Month - first.Month + 1;
        if (months < 1 || !chance.Says(share * 2)) return;
        var length = Math.Max(1, months / 2);
        var start = first.AddMonths(chance.Below(Math.Max(1, months - length + 1)));
        var usual = 3 + (int)chance.Exponential(16);
        for (var i = 0; i < length && start.AddMonths(i) <= world.Plan.Until; i++)
        {
            var (month, hours, early) = (
                start.AddMonths(i),
                Math.Clamp(usual + chance.Between(-4, 5), 1, 100),
                chance.Says(ReportedEarly)
            );
            if (month >= world.Plan.From && (early || month <= IncomeUntil(world.Plan)))
                register.Add(new RegisteredHours(citizen, month, hours));
        }
    }

    /// <summary>
    /// When a spell will be over, also where the register does not go so far: the day that its length was drawn to.
    /// What happens along the way is laid out over the whole spell, and the
    /// register's last months look like those before. Where no length was drawn, as much is left as somebody who
    /// looks in on a random day must expect.
    /// </summary>
    private int EndOf(ref Chance chance, in Spell spell) => spell.Ends != Person.Forever ? spell.Ends
        : world.Until + (int)Math.Min(5000, (world.Until - spell.From) * ((1 / Math.Max(0.05, chance.Unit())) - 1));

    private void WritePartial(ref Chance chance, CitizenId citizen, in Spell spell)
    {
        var days = EndOf(ref chance, spell) - spell.From;
        if (days < 35 || !chance.Says(0.62)) return;
        var from = spell.From + (int)(days * (0.45 + (0.25 * chance.Unit())));
        var hours = chance.Between(4, 30);
        if (from <= world.Until)
            register.Add(
                new RegisteredPartialReturn(citizen, DateOnly.FromDayNumber(from), World.Date(spell.To), hours)
            );
    }

    private void WriteEmployment(int person, CitizenId id)
    {
        ref readonly var p = ref world.People[person];
        var chance = world.For(Stream.Work, person);
        var from = Math.Max(Math.Max(p.ResidenceFrom, p.Turns(16)), world.Plan.From.DayNumber);
        var end = Math.Min(Math.Min(p.ResidenceTo, p.Turns(BenefitKind.PensionAge) - 1), world.Until);
        var able = p.Newcomer > 0 ? (p.Roots == Roots.Ukraine ? 0.94 : 0.80) : p.Exposure == 1f ? 0.74 : 0.945;
        if (p.Newcomer > 0 && world.Newcomers[p.Newcomer - 1].SpouseSupported) able = 0.1;
        foreach (var spell in world.SpellsOf(person))
        {
            WriteJob(ref chance, person, id, from, Math.Min(end, spell.From - 1), able);
            if (
                spell.Benefit
                    is BenefitKind.DisabilityPension
                        or BenefitKind.SeniorPension
                        or BenefitKind.EarlyRetirement
                || spell.To == Person.Forever
            )
                return;
            from = Math.Max(from, spell.To + 1);
        }

        WriteJob(ref chance, person, id, from, end, able);
    }

    private void WriteJob(ref Chance chance, int person, CitizenId id, int from, int to, double able)
    {
        // A time without benefit that runs at the register's end may become a long one.
        if (from > to || (to < world.Until && to - from < LeastGap)) return;
        ref readonly var p = ref world.People[person];
        var young = from < p.Turns(19);
        var takes = young ? 0.62 : from > p.Turns(60) ? able * 0.88 : able;
        if (!chance.Says(takes)) return;
        var begins = from == p.ResidenceFrom && p.Newcomer == 0 ? from : from + chance.Below(21);
        if (begins > to)
            return;
        var hours =
            young ? chance.Between(6, 14)
            : chance.Says(0.78) ? 37
            : chance.Between(15, 34);
        register.Add(
            new RegisteredEmployment(
                id,
                DateOnly.FromDayNumber(begins),
                World.Date(to >= world.Until ? Person.Forever : to),
                hours
            )
        );
    }
}
