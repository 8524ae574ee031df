using Microsoft.Extensions.DependencyInjection;
using Virker.Kernel;
using Virker.Platform;
using Virker.Tests.Demo;

namespace Virker.Tests.Casework;

public sealed class CaseRelationTests
{
    [Theory, Support.EachDatabase]
    public async Task Who_works_with_a_citizen(Dialect dialect)
    {
        await using var town = await WrittenTown.OnAsync(dialect);
        var (citizen, team, worker) = await town.RunningCaseAsync();
        var stranger = NewId.Of<UserId>();
        (Actor Actor, Relation Relation, string Who)[] matrix =
        [
            (new(worker, "", [RoleAssignment.Of(Role.CaseWorker)]), Relation.Work, "the case's own worker"),
            (new(stranger, "", [RoleAssignment.Of(Role.CaseWorker, team)]), Relation.Work, "a worker of the team"),
            (new(stranger, "", [RoleAssignment.Of(Role.TeamLeader, team)]), Relation.Work, "the team's leader"),
            (
                new(stranger, "", [RoleAssignment.Of(Role.CaseWorker, Guid.NewGuid())]),
                Relation.None,
                "a worker of another team"
            ),
            (new(stranger, "", [RoleAssignment.Of(Role.CaseWorker)]), Relation.None, "a worker without a team"),
            (new(stranger, "", [RoleAssignment.Of(Role.Controller, team)]), Relation.None, "a controller of the unit"),
            (
                new(
                    stranger,
                    "",
                    [RoleAssignment.Of(Role.Politician, team), RoleAssignment.Of(Role.CaseWorker, Guid.NewGuid())]
                ),
                Relation.None,
                "a unit from a role that has no cases"
            ),
            (new(stranger, "", [RoleAssignment.Of(Role.Citizen)]) { Citizen = citizen }, Relation.Self, "the citizen"),
            (
                new(stranger, "", [RoleAssignment.Of(Role.Citizen)]) { Citizen = NewId.Of<CitizenId>() },
                Relation.None,
                "another citizen"
            ),
            (Actor.Anonymous, Relation.None, "the public"),
        ];
        await using var scope = town.House.Scope(Actor.System);
        var relations = scope.ServiceProvider.GetRequiredService<ICitizenRelations>();
        foreach (var (actor, relation, who) in matrix)
            (await relations.BetweenAsync(actor, [citizen]))[citizen].ShouldBe(relation, who);
    }

    [Fact]
    public async Task An_unknown_citizen_is_nobodys()
    {
        await using var town = await WrittenTown.OnAsync(Dialect.Sqlite);
        var (known, team, worker) = await town.RunningCaseAsync();
        var unknown = NewId.Of<CitizenId>();
        await using var scope = town.House.Scope(Actor.System);
        var relations = await scope
            .ServiceProvider.GetRequiredService<ICitizenRelations>()
            .BetweenAsync(new(worker, "", [RoleAssignment.Of(Role.CaseWorker, team)]), [unknown, known, known]);
        relations.Count.ShouldBe(2);
        relations[unknown].ShouldBe(Relation.None);
        relations[known].ShouldBe(Relation.Work);
    }

    [Fact]
    public async Task A_closed_case_gives_no_relation()
    {
        await using var town = await WrittenTown.OnAsync(Dialect.Sqlite);
        await using var scope = town.House.Scope(Actor.System);
        var closed = new List<(Guid Citizen, Guid Team, Guid Worker)>();
        await RowReader.ReadAsync(
            scope.ServiceProvider.GetRequiredService<VirkerContext>(),
            "select citizen_id, team_id, worker_id from cases c where closed is not null and not exists (select 1 from cases r where r.citizen_id = c.citizen_id and r.closed is null) limit 1",
            row => closed.Add((row.Id(0), row.Id(1), row.Id(2)))
        );
        var (citizen, team, worker) = (new CitizenId(closed[0].Citizen), closed[0].Team, new UserId(closed[0].Worker));
        var relations = await scope
            .ServiceProvider.GetRequiredService<ICitizenRelations>()
            .BetweenAsync(new(worker, "", [RoleAssignment.Of(Role.CaseWorker, team)]), [citizen]);
        relations[citizen].ShouldBe(Relation.None);
    }
}
