using Virker.Casework;
using Virker.Platform;
using Virker.Rules;

namespace Virker.Demo;

/// <summary>
/// Delivers that sick pay which has run past the law's day has been reassessed: nearly always in time, now and then
/// late, and of a few it is still to be done.
/// </summary>
internal sealed class ReassessmentWriter(World world, List<Registered> register)
{
    private static readonly string[] Grounds =
    [
        "Revalidering er sandsynlig, og afklaringen er i gang.",
        "Arbejdsevnen er ved at blive afklaret i en virksomhed.",
        "Borgeren ventes tilbage i ordinært arbejde.",
    ];

    private int _number;

    public void Write(int person)
    {
        List<SicknessReassessment.Paid> paid = [];
        foreach (var spell in world.SpellsOf(person))
        {
            if (spell.Benefit == BenefitKind.SickPay && spell.From <= world.Until)
                paid.Add(
                    new(
                        DateOnly.FromDayNumber(spell.From),
                        spell.To < world.Until ? DateOnly.FromDayNumber(spell.To) : null
                    )
                );
        }

        var today = DateOnly.FromDayNumber(world.Until);
        if (paid.Count == 0 || paid[^1].To is not null)
            return;
        var by = Lawbook
            .Current.Answer(new SicknessReassessment(), new(paid), today)
            .Match<DateOnly?>(f => f.Answer.On, _ => null);
        if (by is not { } due || due > today)
            return;
        var chance = world.For(Stream.Reassessment, _number);
        if (chance.Says(0.06)) return;
        var on = due.AddDays(chance.Says(0.9) ? -chance.Between(0, 20) : chance.Between(1, 12));
        if (on < SicknessReassessment.Begun(paid))
            on = due;
        if (on > today)
            return;
        register.Add(
            new RegisteredReassessment(world.Id(Stream.Reassessment, _number), world.CitizenId(person), due, on)
            {
                Outcome = ReassessmentOutcome.Extended,
                Reason = Grounds[chance.Between(0, Grounds.Length - 1)],
                NextOn = chance.Says(0.5) ? today.AddDays(chance.Between(10, 160)) : null,
                MadeAt = World.At(on.DayNumber, 10, 0),
                MadeBy = "Fiktiv sagsbehandler",
            }
        );
        _number++;
    }
}
