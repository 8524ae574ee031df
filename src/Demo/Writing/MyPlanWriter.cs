using Virker.Casework;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Demo;

/// <summary>
/// Delivers the plan of those who have a running case: a goal, and some steps that are done, under way, agreed or past
/// their day.
/// </summary>
internal sealed class MyPlanWriter(World world, List<Registered> register)
{
    private static readonly string[] Goals =
    [
        "Et job på lager eller i produktion",
        "En elevplads som SOSU-assistent",
        "Et job i detailhandlen",
        "Et kontorjob med få timer til en begyndelse",
        "At blive faglært inden for byggeri",
        "Et job i køkken eller kantine",
        "Et fleksibelt job tæt på hjemmet",
    ];

    private static readonly (PlanStepKind Kind, string Title, PlanOwner Owner, int Hours)[] Steps =
    [
        (PlanStepKind.JobSearch, "Søge to job om ugen", PlanOwner.Citizen, 4),
        (PlanStepKind.ApplicationTarget, "Skrive til tre virksomheder", PlanOwner.Citizen, 3),
        (PlanStepKind.Position, "Se på stillingen, som virksomhedskonsulenten har fundet", PlanOwner.Municipality, 1),
        (PlanStepKind.OwnActivity, "Opdatere cv på Jobnet", PlanOwner.Citizen, 2),
        (PlanStepKind.OwnActivity, "Gå på sprogcafé", PlanOwner.Citizen, 3),
        (PlanStepKind.Treatment, "Gå til fysioterapi", PlanOwner.Citizen, 2),
        (PlanStepKind.Meeting, "Møde med virksomhedskonsulenten", PlanOwner.Municipality, 1),
        (PlanStepKind.Measure, "Praktik to formiddage om ugen", PlanOwner.Municipality, 8),
        (PlanStepKind.Job, "Prøve få timer hos den tidligere arbejdsgiver", PlanOwner.Citizen, 6),
    ];

    private int _number;

    public void Write(int person, List<(int From, Worker Worker)> turns)
    {
        var spells = world.SpellsOf(person);
        if (
            turns.Count == 0
            || spells.Length == 0
            || spells[^1].To != Person.Forever
            || spells[^1].Benefit > Roster.LastWithCase
        )
            return;
        var chance = world.For(Stream.MyPlan, person);
        if (chance.Says(0.07))
            return;
        var (id, worker, begun) = (
            world.CitizenId(person),
            turns[^1].Worker,
            Math.Max(spells[^1].From, world.Until - 500)
        );
        register.Add(
            new RegisteredGoal(
                world.Id(Stream.MyPlan, _number++),
                id,
                chance.Of(Goals),
                DateOnly.FromDayNumber(begun),
                worker.Name
            )
        );
        var first = chance.Below(Steps.Length);
        for (var i = 0; i < 2 + chance.Below(3); i++)
            WriteStep(ref chance, id, worker, Steps[(first + (i * 2)) % Steps.Length], begun);
    }

    private void WriteStep(
        ref Chance chance,
        CitizenId citizen,
        Worker worker,
        (PlanStepKind Kind, string Title, PlanOwner Owner, int Hours) step,
        int begun
    )
    {
        var from = chance.Between(Math.Min(begun, world.Until - 5), world.Until);
        var to = from + chance.Between(14, 120);
        var status =
            to < world.Until - 10 ? (chance.Says(0.85) ? PlanStepStatus.Finished : PlanStepStatus.Dropped)
            : chance.Says(0.6) ? PlanStepStatus.UnderWay
            : PlanStepStatus.Planned;
        var agreed = World.At(from, 10, 0);
        var read = chance.Says(0.8) ? agreed.AddHours(20) : (DateTimeOffset?)null;
        register.Add(
            new RegisteredStep(new(world.Id(Stream.MyPlan, _number++)), citizen, step.Kind, step.Title)
            {
                Status = status,
                Owner = step.Owner,
                HoursPerWeek = step.Hours,
                From = DateOnly.FromDayNumber(from),
                To = DateOnly.FromDayNumber(to),
                AgreedAt = agreed,
                AgreedBy = worker.Name,
                Notice = $"Vi har aftalt: {step.Title}. Sig til, hvis aftalen ikke passer.",
                ReadAt = read,
                MadeAt = agreed,
                MadeBy = worker.Name,
            }
        );
    }
}
