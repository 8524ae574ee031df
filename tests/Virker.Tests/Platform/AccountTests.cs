using Microsoft.Extensions.DependencyInjection;
using Virker.Kernel;
using Virker.Platform;
using Virker.Tests.Support;

namespace Virker.Tests.Platform;

public sealed class AccountTests
{
    private static readonly Guid Team = Guid.NewGuid();

    private static CreateAccount Worker(string name = "mette") =>
        new(name, "Mette Prøvesen", "en god lang sætning", [RoleAssignment.Of(Role.CaseWorker, Team)]);

    [Theory, EachDatabase]
    public async Task Gives_the_rights_of_an_accounts_roles_with_their_limits(Dialect dialect)
    {
        await using var house = await TestHouse.OnAsync(dialect);
        var id = (await house.As(Role.Administrator).DoneAsync(Worker())).Id;

        var actor = (await FindAsync(house, id))!.ActorOn(house.Clock.Today);

        var given = actor.Roles.ShouldHaveSingleItem();
        given.Role.ShouldBe(Role.CaseWorker);
        given.Units.ShouldBe([Team]);
    }

    [Theory, EachDatabase]
    public async Task One_name_is_one_account_whatever_its_letters_size(Dialect dialect)
    {
        await using var house = await TestHouse.OnAsync(dialect);
        await house.System.DoneAsync(Worker("Åse"));

        (await house.System.RefusedAsync(Worker("åSE "))).ShouldBe("account.user-name-taken");
    }

    [Theory]
    [InlineData("kort", "account.password-short")]
    [InlineData("aaaaaaaaaaaaaaaa", "account.password-weak")]
    [InlineData("mette1234567", "account.password-weak")]
    public void Refuses_a_password_that_is_easy_to_guess(string password, string code) =>
        CreateAccountHandler.Decide(Worker() with { Password = password }, taken: false)!.Code.ShouldBe(code);

    [Fact]
    public void Refuses_a_citizens_role_without_a_citizen() =>
        CreateAccountHandler
            .Decide(Worker() with { Roles = [RoleAssignment.Of(Role.Citizen)] }, taken: false)!
            .Code.ShouldBe("account.citizen-link");

    [Fact]
    public void Refuses_a_team_for_a_role_that_is_the_whole_municipalitys()
    {
        foreach (var role in Role.SignedIn.Where(r => !r.HasUnits && r != Role.Citizen && r != Role.Company))
            CreateAccountHandler
                .Decide(Worker() with { Roles = [RoleAssignment.Of(role, Team)] }, taken: false)!
                .Code.ShouldBe("role.units", role.Name);
    }

    [Theory, EachDatabase]
    public async Task Nobody_gives_themselves_a_role(Dialect dialect)
    {
        await using var house = await TestHouse.OnAsync(dialect);
        var id = (await house.System.DoneAsync(Worker())).Id;
        var self = house.As(new Actor(id, "Mette", [RoleAssignment.Of(Role.Administrator)]));

        (await self.RefusedAsync(new AssignRole(id, RoleAssignment.Of(Role.Administrator)))).ShouldBe(
            "account.own-roles"
        );
    }

    [Theory, EachDatabase]
    public async Task A_withdrawn_role_opens_nothing_and_ends_the_sessions(Dialect dialect)
    {
        await using var house = await TestHouse.OnAsync(dialect);
        var id = (await house.System.DoneAsync(Worker())).Id;
        var before = (await FindAsync(house, id))!;

        await house.As(Role.Administrator).DoneAsync(new WithdrawRole(id, before.Roles[0].Id));

        var after = (await FindAsync(house, id))!;
        after.ActorOn(house.Clock.Today).Roles.ShouldBeEmpty();
        after.SecurityStamp.ShouldNotBe(before.SecurityStamp);
    }

    [Theory, EachDatabase]
    public async Task A_closed_account_opens_nothing(Dialect dialect)
    {
        await using var house = await TestHouse.OnAsync(dialect);
        var id = (await house.System.DoneAsync(Worker())).Id;

        await house.As(Role.Administrator).DoneAsync(new CloseAccount(id));

        (await FindAsync(house, id))!.ActorOn(house.Clock.Today).Roles.ShouldBeEmpty();
        (await house.System.DoneAsync(new ListAccounts())).Accounts.ShouldBeEmpty();
    }

    [Theory, EachDatabase]
    public async Task Keeps_passkeys_and_finds_the_account_by_one(Dialect dialect)
    {
        await using var house = await TestHouse.OnAsync(dialect);
        var id = (await house.System.DoneAsync(Worker())).Id;
        await using var scope = house.Scope(Actor.Anonymous);
        var accounts = scope.ServiceProvider.GetRequiredService<IAccounts>();
        var account = (await accounts.FindAsync(id))!;
        account.Passkeys.Add(
            new([1, 2, 3], [4, 5], house.Clock.GetUtcNow(), 7, ["internal"], new(true, true, false), [6], [7])
            {
                Name = "Telefon",
            }
        );

        account = (await accounts.UpdateAsync(account)).Value;
        account.Passkeys[0] = account.Passkeys[0] with { SignCount = 8 };
        await accounts.UpdateAsync(account);

        var found = (await accounts.FindByPasskeyAsync([1, 2, 3]))!;
        found.Id.ShouldBe(id);
        var passkey = found.Passkeys.ShouldHaveSingleItem();
        (passkey.SignCount, passkey.Name, passkey.Transports.Single()).ShouldBe((8u, "Telefon", "internal"));
    }

    [Theory, EachDatabase]
    public async Task Two_who_save_the_same_account_do_not_overwrite_each_other(Dialect dialect)
    {
        await using var house = await TestHouse.OnAsync(dialect);
        var id = (await house.System.DoneAsync(Worker())).Id;
        await using var scope = house.Scope(Actor.Anonymous);
        var accounts = scope.ServiceProvider.GetRequiredService<IAccounts>();
        var (mine, theirs) = ((await accounts.FindAsync(id))!, (await accounts.FindAsync(id))!);
        theirs.DisplayName = "Deres";
        (await accounts.UpdateAsync(theirs)).IsRefused.ShouldBeFalse();

        (await accounts.UpdateAsync(mine)).Refusal!.Code.ShouldBe("conflict.changed-meanwhile");
    }

    [Theory, EachDatabase]
    public async Task The_journal_tells_who_changed_an_account_and_no_secret(Dialect dialect)
    {
        await using var house = await TestHouse.OnAsync(dialect);
        await house.As(Role.Administrator).DoneAsync(Worker());

        (await house.ReadAsync("select distinct use_case from journal")).ShouldBe(["CreateAccount"]);
        var after = string.Concat(await house.ReadAsync("select after from journal"));
        after.ShouldContain("mette");
        var hash = (string)(await house.ReadAsync("select password_hash from accounts"))[0]!;
        after.ShouldNotContain(hash);
    }

    private static async Task<Account?> FindAsync(TestHouse house, UserId id)
    {
        await using var scope = house.Scope(Actor.System);
        return await scope.ServiceProvider.GetRequiredService<IAccounts>().FindAsync(id);
    }
}
