using Virker.Casework;
using Virker.Office;
using Virker.Platform;

namespace Virker.Demo;

/// <summary>
/// Writes the plan of those who have a running case: a goal, and some steps that are done, under way, agreed or past
/// their day.
/// </summary>
internal sealed class MyPlanWriter(World world, BulkLoad load)
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

    private readonly BulkTable _steps = load.Table(
        "my_plan_steps",
        "id",
        "citizen_id",
        "kind",
        "title",
        "status",
        "owner",
        "area",
        "minutes_per_week",
        "from_day",
        "to_day",
        "agreed_at",
        "agreed_by",
        "notice",
        "read_at",
        "meeting_id",
        "made_at",
        "made_by",
        "changed_at",
        "version"
    );

    private readonly BulkTable _goals = load.Table(
        "my_plan_goals",
        "id",
        "citizen_id",
        "text",
        "from_day",
        "to_day",
        "made_by",
        "version"
    );
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
        _goals.Write(
            world.Id(Stream.MyPlan, _number++),
            id,
            chance.Of(Goals),
            DateOnly.FromDayNumber(begun),
            default,
            worker.Name,
            1
        );
        var first = chance.Below(Steps.Length);
        for (var i = 0; i < 2 + chance.Below(3); i++)
            WriteStep(ref chance, id, worker, Steps[(first + (i * 2)) % Steps.Length], begun);
    }

    private void WriteStep(
        ref Chance chance,
        Guid citizen,
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
        BulkValue readAt = read is { } at ? at : BulkValue.Null;
        _steps.Write(
            world.Id(Stream.MyPlan, _number++),
            citizen,
            step.Kind.Code,
            step.Title,
            status.Code,
            step.Owner.Code,
            Department.Employment.Code,
            step.Hours * 60,
            DateOnly.FromDayNumber(from),
            DateOnly.FromDayNumber(to),
            agreed,
            worker.Name,
            $"Vi har aftalt: {step.Title}. Sig til, hvis aftalen ikke passer.",
            readAt,
            default,
            agreed,
            worker.Name,
            agreed,
            1
        );
    }
}
