using Microsoft.Extensions.DependencyInjection;
using Virker.Casework;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;
using Virker.Tests.Support;

namespace Virker.Tests.Casework;

/// <summary>What a role is limited by is held, or the role opens nothing: no limit is only written down.</summary>
public sealed class RoleLimitTests
{
    [Theory, EachDatabase]
    public async Task A_role_limited_by_something_that_is_not_held_opens_nothing(Dialect dialect)
    {
        await using var office = await JobOffice.OpenAsync(dialect);
        foreach (
            var (limit, word) in new[] { ("subjects = '15.20.*'", "KLE 15.20.*"), ("sensitivity = 1", "følsomme") }
        )
        {
            var id = (
                await office.House.System.DoneAsync(
                    new CreateAccount(
                        $"snaever-{word.Length}",
                        "Nete Prøvesen",
                        null,
                        [RoleAssignment.Of(Role.CaseWorker, office.Team.Value)]
                    )
                )
            ).Id;
            (await AccountAsync(office, id)).ActorOn(office.Today).Roles.ShouldHaveSingleItem();
            await ChangeAsync(
                office.House,
                $"update account_roles set {limit} where user_id = @user",
                ("user", id.Value)
            );

            var account = await AccountAsync(office, id);
            account.ActorOn(office.Today).Roles.ShouldBeEmpty();
            account.Roles.ShouldHaveSingleItem().Shut.ShouldNotBeNull().ShouldContain(word);
            (await office.House.As(account.ActorOn(office.Today)).RefusedAsync(new SeeCaseload())).ShouldBe(
                "permission.denied"
            );
        }
    }

    [Theory, EachDatabase]
    public async Task A_team_named_for_one_role_opens_nothing_to_another(Dialect dialect)
    {
        await using var office = await JobOffice.OpenAsync(dialect);
        var citizen = await office.CitizenAsync();
        var own = NewId.Of<TeamId>();
        var both = office.House.As(
            new Actor(
                NewId.Of<UserId>(),
                "Lea Prøvesen",
                [RoleAssignment.Of(Role.TeamLeader, own.Value), RoleAssignment.Of(Role.CaseWorker, office.Team.Value)]
            )
        );
        (await both.DoneAsync(new SeeCaseload(office.Team)))
            .Cases.ShouldHaveSingleItem()
            .Citizen.ShouldBe(citizen, "a case worker of the team");
        (
            await both.RefusedAsync(
                new SetCover(office.Anna.User, office.Bo.User, office.Today, office.Today, "Kursus")
            )
        ).ShouldBe("cover.not-yours", "and its leader is another");
        var cover = (
            await office.Anna.DoneAsync(
                new SetCover(office.Anna.User, office.Bo.User, office.Today, office.Today, "Kursus")
            )
        ).Id;
        (await both.RefusedAsync(new EndCover(cover))).ShouldBe("cover.not-found");
        (await both.RefusedAsync(new SetWorkerTerms(office.Anna.User, 80, ""))).ShouldBe("worker.not-found");

        var leader = office.House.As(Role.TeamLeader, office.Team.Value);
        await leader.DoneAsync(new EndCover(cover));
    }

    [Theory, EachDatabase]
    public async Task Taking_part_in_plans_with_a_team_opens_none_of_its_lists(Dialect dialect)
    {
        await using var office = await JobOffice.OpenAsync(dialect);
        await office.CitizenAsync();
        var both = office.House.As(
            new Actor(
                NewId.Of<UserId>(),
                "Begge dele",
                [
                    RoleAssignment.Of(Role.PlanPartner, office.Team.Value),
                    RoleAssignment.Of(Role.CaseWorker, Guid.NewGuid()),
                ]
            )
        );
        (await both.RefusedAsync(new SeeCaseload(office.Team))).ShouldBe("team.not-yours");
        (await both.DoneAsync(new SeeCaseload())).Total.ShouldBe(0);
        (await both.DoneAsync(new SeeToday())).Rows.ShouldBeEmpty();
    }

    /// <summary>
    /// What is asked inside another use case has the whole person's roles to find its own permission among.
    /// </summary>
    [Fact]
    public async Task The_access_log_names_the_role_that_gave_the_right()
    {
        await using var office = await JobOffice.OpenAsync(Dialect.Sqlite);
        var citizen = await office.CitizenAsync();
        var both = office.House.As(
            new Actor(
                NewId.Of<UserId>(),
                "Cora Prøvesen",
                [RoleAssignment.Of(Role.Controller), RoleAssignment.Of(Role.CaseWorker, office.Team.Value)]
            )
        );
        await both.DoneAsync(new SeeCitizen(citizen));
        (await office.House.ReadAsync("select role from access_log where use_case = 'SeeCitizen'")).ShouldBe([
            Role.CaseWorker.Id,
        ]);
    }

    [Theory, EachDatabase]
    public async Task A_role_opens_on_its_days_only(Dialect dialect)
    {
        await using var office = await JobOffice.OpenAsync(dialect);
        var id = (await office.House.System.DoneAsync(new CreateAccount("vikar", "Vera Prøvesen", null, []))).Id;
        await office
            .House.As(Role.Administrator)
            .DoneAsync(
                new AssignRole(
                    id,
                    RoleAssignment.Of(Role.CaseWorker, office.Team.Value),
                    office.Today.AddDays(1),
                    office.Today.AddDays(2)
                )
            );
        var account = await AccountAsync(office, id);
        foreach (var (day, opens) in new[] { (0, false), (1, true), (2, true), (3, false) })
            account.ActorOn(office.Today.AddDays(day)).Roles.Count.ShouldBe(opens ? 1 : 0, $"day {day}");
    }

    private static async Task<Account> AccountAsync(JobOffice office, UserId id)
    {
        await using var scope = office.House.Scope(Actor.System);
        return (await scope.ServiceProvider.GetRequiredService<IAccounts>().FindAsync(id))!;
    }

    private static async Task ChangeAsync(TestHouse house, string sql, params (string Name, object? Value)[] values)
    {
        await using var connection = await house.OpenAsync();
        await Sql.RunAsync(connection, null, sql, default, values);
    }
}
