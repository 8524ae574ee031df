using Microsoft.Extensions.DependencyInjection;
using System.Text;
using Virker.Kernel;
using Virker.Platform;
using Virker.Tests.Support;

namespace Virker.Tests.Platform;

/// <summary>What is erased stays erased, though an older backup is put in place.</summary>
public sealed class ErasureTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("virker-sletning-").FullName;

    private string Archive => Path.Combine(_folder, "kopi");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory, EachDatabase]
    public async Task A_restore_erases_again_with_all_that_hangs_on_it_and_so_does_the_next(Dialect dialect)
    {
        await using var house = await HouseAsync(dialect);
        var (gone, file) = (await AccountAsync(house, "slettes"), await FileAsync(house));
        await AccountAsync(house, "bliver");
        await TakeAsync(house);
        await EraseAccountAsync(house, gone);
        await InUseCaseAsync(house, async scope => await scope.GetRequiredService<IFileStore>().RemoveAsync(file));
        await AccountAsync(house, "efter");

        var restored = (await RestoreAsync(house)).Value;
        restored.ErasedAgain.ShouldBe(3, "the account, its role and the file");
        restored.Warnings.ShouldBeEmpty();
        await IsErasedAsync(house);
        (await house.System.DoneAsync(new VerifyChains())).Breaks.ShouldBeEmpty();
        (await house.ReadAsync("select after from journal where use_case = 'Restore'"))
            .ShouldHaveSingleItem()!
            .ToString()!
            .ShouldContain("\"erased\":3");
        Directory
            .EnumerateFiles(house.Municipality.FilesFolder, "*", SearchOption.AllDirectories)
            .ShouldBeEmpty("the bytes are gone too");

        (await RestoreAsync(house)).Value.ErasedAgain.ShouldBe(3, "the ledger came through the first restore");
        await IsErasedAsync(house);
    }

    [Theory, EachDatabase]
    public async Task The_ledger_is_there_when_the_database_is_not(Dialect dialect)
    {
        await using var house = await HouseAsync(dialect);
        var gone = await AccountAsync(house, "slettes");
        await AccountAsync(house, "bliver");
        await TakeAsync(house);
        await EraseAccountAsync(house, gone);
        (await house.System.DoneAsync(new CopyErasures())).Lines.ShouldBe(1);
        (await house.System.DoneAsync(new CopyErasures())).Lines.ShouldBe(0);
        await ChangeAsync(house, "drop table erasures");

        (await RestoreAsync(house)).Value.ErasedAgain.ShouldBe(2);
        await IsErasedAsync(house);
        (await house.CountAsync("erasures")).ShouldBe(1);
    }

    [Theory, EachDatabase]
    public async Task Without_the_ledger_it_is_said_and_with_a_copy_of_it_all_is_erased(Dialect dialect)
    {
        await using var house = await HouseAsync(dialect);
        var gone = await AccountAsync(house, "slettes");
        await AccountAsync(house, "bliver");
        await TakeAsync(house);
        await EraseAccountAsync(house, gone);
        await house.System.DoneAsync(new CopyErasures());
        var copy = Path.Combine(_folder, "sletninger.txt");
        File.Move(ErasureLedger.PathOf(house.Municipality), copy);
        await ChangeAsync(house, "drop table erasures");

        (await RestoreAsync(house)).Value.Warnings.ShouldHaveSingleItem().ShouldContain("--erasures");
        (await house.ReadAsync("select user_name from accounts order by user_name")).ShouldBe(["bliver", "slettes"]);

        (await RestoreAsync(house, copy)).Value.Warnings.ShouldBeEmpty();
        await IsErasedAsync(house);
        (await RestoreAsync(house, copy + "-findes-ikke")).Refusal!.Code.ShouldBe("erasures.not-found");
    }

    [Theory, EachDatabase]
    public async Task A_line_that_is_planted_or_taken_out_is_noticed_and_nothing_is_touched(Dialect dialect)
    {
        await using var house = await HouseAsync(dialect);
        await EraseAccountAsync(house, await AccountAsync(house, "slettes"));
        await TakeAsync(house);
        var ledger = ErasureLedger.PathOf(house.Municipality);
        var whole = File.ReadAllText(ledger);
        var line = whole.Split('\n')[0] + "\n";
        foreach (
            var changed in new[]
            {
                line + whole,
                whole[line.Length..],
                whole.Replace("accounts", "journal"),
                whole[..^10],
                "",
            }
        )
        {
            File.WriteAllText(ledger, changed);
            (await RestoreAsync(house)).Refusal!.Code.ShouldBe("erasures.changed");
            (await house.System.RefusedAsync(new CopyErasures())).ShouldBe("erasures.changed");
        }

        Directory.GetFileSystemEntries(house.Municipality.Folder, "gendannes-*").ShouldBeEmpty();
    }

    /// <summary>
    /// A stolen device whose key was removed does not sign in again because a backup was put in place.
    /// </summary>
    [Theory, EachDatabase]
    public async Task A_removed_passkey_does_not_come_back(Dialect dialect)
    {
        await using var house = await HouseAsync(dialect);
        var id = await AccountAsync(house, "mette");
        await PasskeysAsync(
            house,
            id,
            keys =>
                keys.Add(
                    new([1, 2, 3], [4, 5], house.Clock.GetUtcNow(), 7, [], new(true, true, false), [6], [7])
                    {
                        Name = "Telefon",
                    }
                )
        );
        await TakeAsync(house);
        await PasskeysAsync(house, id, keys => keys.Clear());

        (await RestoreAsync(house)).Value.ErasedAgain.ShouldBe(1);
        (await house.CountAsync("account_passkeys")).ShouldBe(0);
        (await house.CountAsync("accounts")).ShouldBe(1);
    }

    private Task<TestHouse> HouseAsync(Dialect dialect) =>
        TestHouse.OnAsync(
            dialect,
            services =>
                services.AddSingleton(
                    new DataFolder(
                        Directory.CreateDirectory(Path.Combine(_folder, Guid.NewGuid().ToString("N"))).FullName
                    )
                )
        );

    private async Task TakeAsync(TestHouse house) =>
        (
            await house.Services.GetRequiredService<Backups>().TakeAsync(house.Municipality, Archive)
        ).Refusal.ShouldBeNull();

    /// <summary>A second after the last one: what was there before is kept under the second's name.</summary>
    private Task<Outcome<BackupRestored>> RestoreAsync(TestHouse house, string? erasures = null)
    {
        house.Clock.Advance(TimeSpan.FromSeconds(1));
        return house.Services.GetRequiredService<Restores>().RestoreAsync(Archive, null, erasures, house.Municipality);
    }

    private static async Task IsErasedAsync(TestHouse house)
    {
        (await house.ReadAsync("select user_name from accounts")).ShouldBe(["bliver"]);
        (await house.CountAsync("account_roles")).ShouldBe(1);
        (await house.CountAsync("files")).ShouldBe(0);
    }

    private static async Task<UserId> AccountAsync(TestHouse house, string name) =>
        (await house.System.DoneAsync(new CreateAccount(name, "Prøve", null, [RoleAssignment.Of(Role.Clerk)]))).Id;

    private static async Task<FileId> FileAsync(TestHouse house)
    {
        var id = default(FileId);
        await InUseCaseAsync(
            house,
            async scope =>
            {
                id = (
                    await scope
                        .GetRequiredService<IFileStore>()
                        .SaveAsync(
                            new("papir.txt", new MemoryStream(Encoding.UTF8.GetBytes("et papir")), FileKind.Papers)
                        )
                ).Value;
                return Done.It;
            }
        );
        return id;
    }

    /// <summary>As a use case that erases does it: the rows go, and the ledger is written with them.</summary>
    private static Task EraseAccountAsync(TestHouse house, UserId account) => InUseCaseAsync(house, async scope =>
    {
        var db = scope.GetRequiredService<VirkerContext>();
        scope.GetRequiredService<IErasures>().Note("accounts", "id", account.Value, "Prøve");
        await db.SaveChangesAsync();
        await Sql.RunAsync(db, "delete from account_roles where user_id = @id", default, ("id", account.Value));
        await Sql.RunAsync(db, "delete from accounts where id = @id", default, ("id", account.Value));
        return Done.It;
    });

    private static Task PasskeysAsync(TestHouse house, UserId id, Action<IList<Passkey>> change) =>
        InScopeAsync(
            house,
            async scope =>
            {
                var accounts = scope.GetRequiredService<IAccounts>();
                var account = (await accounts.FindAsync(id))!;
                change(account.Passkeys);
                (await accounts.UpdateAsync(account)).Refusal.ShouldBeNull();
            }
        );

    private static Task InUseCaseAsync(TestHouse house, Func<IServiceProvider, Task<Outcome<Done>>> work) =>
        InScopeAsync(
            house,
            async scope =>
                (
                    await scope.GetRequiredService<UnitOfWork>().RunAsync("Prove", () => work(scope), default)
                ).Refusal.ShouldBeNull()
        );

    private static async Task InScopeAsync(TestHouse house, Func<IServiceProvider, Task> work)
    {
        await using var scope = house.Scope(Actor.System);
        await work(scope.ServiceProvider);
    }

    private static async Task ChangeAsync(TestHouse house, string sql)
    {
        await using var connection = await house.OpenAsync();
        await Sql.RunAsync(connection, null, sql, default);
    }
}
