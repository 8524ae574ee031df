using Virker.Casework;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Demo;

/// <summary>
/// Delivers a citizen's benefit spells, target groups and cases. A case begins with the first benefit that the
/// jobcenter has a case for and ends a month after the last; it moves to another team with the benefit, and now and
/// then to a colleague.
/// </summary>
internal sealed class CaseWriter(World world, List<Registered> register)
{
    private const int ClosesAfter = 30;
    private const int NewCaseAfter = 120;

    private int _cases;

    /// <summary>Who has the citizen from when; empty for one without a case.</summary>
    public List<(int From, Worker Worker)> Turns { get; } = [];

    public void Write(int person)
    {
        Turns.Clear();
        var id = world.CitizenId(person);
        var spells = world.SpellsOf(person);
        foreach (var spell in spells)
            register.Add(
                new RegisteredBenefit(id, spell.Benefit, DateOnly.FromDayNumber(spell.From), World.Date(spell.To))
            );
        WriteTargetGroups(person, id, spells);
        for (var i = 0; i < spells.Length;)
        {
            if (spells[i].Benefit > Roster.LastWithCase)
            {
                i++;
                continue;
            }

            var next = i + 1;
            while (
                next < spells.Length
                && spells[next].Benefit <= Roster.LastWithCase
                && spells[next].From - spells[next - 1].To <= NewCaseAfter
            )
                next++;
            WriteCase(id, spells[i..next]);
            i = next;
        }
    }

    private void WriteCase(CitizenId citizen, ReadOnlySpan<Spell> spells)
    {
        var number = _cases++;
        var chance = world.For(Stream.Cases, number);
        var last = spells[^1].To;
        var closed = last == Person.Forever || last + ClosesAfter > world.Until ? Person.Forever : last + ClosesAfter;
        var turns = DrawTurns(ref chance, spells, closed == Person.Forever ? world.Until : closed);
        var running = turns[^1].Worker;
        register.Add(
            new RegisteredCase(
                new(world.Id(Stream.Case, number)),
                citizen,
                running.Team,
                running.Id,
                DateOnly.FromDayNumber(spells[0].From)
            )
            {
                Closed = World.Date(closed),
                Turns =
                [
                    .. turns.Select((turn, at) => new RegisteredCase.Turn(
                        turn.Worker.Id,
                        turn.Worker.Team,
                        DateOnly.FromDayNumber(turn.From),
                        World.Date(at + 1 < turns.Count ? turns[at + 1].From - 1 : closed)
                    )),
                ],
            }
        );
        Turns.AddRange(turns);
    }

    private List<(int From, Worker Worker)> DrawTurns(ref Chance chance, ReadOnlySpan<Spell> spells, int end)
    {
        var turns = new List<(int From, Worker Worker)>();
        for (var i = 0; i < spells.Length; i++)
        {
            var until = i + 1 < spells.Length ? spells[i + 1].From - 1 : end;
            var worker = world.Roster.Draw(ref chance, spells[i].Benefit);
            if (turns.Count > 0 && world.Roster.Keeps(turns[^1].Worker, spells[i].Benefit))
                worker = turns[^1].Worker;
            else
                turns.Add((spells[i].From, worker));
            for (
                var day = spells[i].From + 60 + (int)chance.Exponential(620);
                day < until;
                day += 60 + (int)chance.Exponential(620)
            )
            {
                var colleague = world.Roster.Colleague(ref chance, spells[i].Benefit, worker);
                if (colleague.Id == worker.Id) continue;
                turns.Add((day, worker = colleague));
            }
        }

        return turns;
    }

    private void WriteTargetGroups(int person, CitizenId id, ReadOnlySpan<Spell> spells)
    {
        for (var i = 0; i < spells.Length;)
        {
            var group = TargetGroup(person, spells[i]);
            var next = i + 1;
            while (
                next < spells.Length
                && TargetGroup(person, spells[next]) == group
                && spells[next].From == spells[next - 1].To + 1
            )
                next++;
            if (group > 0)
                register.Add(
                    new RegisteredTargetGroup(
                        id,
                        group,
                        DateOnly.FromDayNumber(spells[i].From),
                        World.Date(spells[next - 1].To)
                    )
                );
            i = next;
        }
    }

    /// <summary>
    /// LAB § 6, nr. 1–13, by benefit; of young people and newcomers some are ready for job or education and some are
    /// not.
    /// </summary>
    internal int TargetGroup(int person, in Spell spell) => spell.Benefit switch
    {
        BenefitKind.Unemployment => 1,
        BenefitKind.JobReady => 2,
        BenefitKind.ActivityReady => 3,
        BenefitKind.EducationHelp => world.For(Stream.Cases, -1 - person).Says(0.42) ? 4 : 5,
        BenefitKind.Transition => world.For(Stream.Cases, -1 - person).Says(0.55) ? 2 : 3,
        BenefitKind.SickPay => 6,
        BenefitKind.JobClarification => 7,
        BenefitKind.ResourceCourse => 8,
        BenefitKind.UnemploymentFlex or BenefitKind.FlexJob => 9,
        BenefitKind.Rehabilitation => 10,
        BenefitKind.DisabilityPension => 11,
        _ => 0,
    };
}
