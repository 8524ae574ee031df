using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Virker.Kernel;
using Virker.Platform;
using Virker.Tests.Support;

namespace Virker.Tests.Platform;

public sealed class BackupTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("virker-kopi-").FullName;

    private string Archive => Path.Combine(_folder, "kopi.zip");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory, EachDatabase]
    public async Task While_writes_go_on_nothing_acknowledged_before_the_backup_began_is_missing_and_the_chains_are_whole(
        Dialect dialect
    )
    {
        await using var house = await HouseAsync(dialect);
        using var stop = new CancellationTokenSource();
        var acknowledged = new List<string>();
        var writing = Task.WhenAll(
            Enumerable.Range(0, 4).Select(n => Task.Run(() => WriteAsync(house, n, acknowledged, stop.Token)))
        );
        while (Count(acknowledged) < 20)
            await Task.Delay(20);

        List<string> before;
        lock (acknowledged) before = [.. acknowledged];
        (await TakeAsync(house)).IsRefused.ShouldBeFalse();
        while (Count(acknowledged) < before.Count + 10) await Task.Delay(20);
        await stop.CancelAsync();
        await writing;

        (await RestoreAsync(house)).Refusal.ShouldBeNull();
        var restored = (await house.ReadAsync("select user_name from accounts")).Cast<string>().ToHashSet();
        before.Where(name => !restored.Contains(name)).ShouldBeEmpty();
        restored.Count.ShouldBeLessThan(Count(acknowledged));
        (await house.System.DoneAsync(new VerifyChains())).Breaks.ShouldBeEmpty();
        (await house.ReadAsync("select count(*) from files")).ShouldBe(
            await house.ReadAsync("select count(*) from accounts")
        );
        await using var scope = house.Scope(Actor.System);
        (await SchemaCheck.In(scope.ServiceProvider).DifferencesAsync()).ShouldBeEmpty();
    }

    [Theory, EachDatabase]
    public async Task Work_goes_on_after_a_restore_and_the_journal_tells_of_it(Dialect dialect)
    {
        await using var house = await HouseAsync(dialect);
        var file = await OpenAccountAsync(house, "foer");
        await TakeAsync(house);
        await OpenAccountAsync(house, "efter");

        var restored = (await RestoreAsync(house)).Value;

        restored.KeptAside.ShouldNotBeEmpty();
        (await house.ReadAsync("select user_name from accounts")).ShouldBe(["foer"]);
        await using (var scope = house.Scope(Actor.System))
        {
            var opened = (await scope.ServiceProvider.GetRequiredService<IFileStore>().OpenAsync(file)).Value;
            using var reader = new StreamReader(opened.Content);
            (await reader.ReadToEndAsync()).ShouldBe("foer");
        }

        await OpenAccountAsync(house, "siden");
        (await house.ReadAsync("select use_case from journal order by sequence"))
            .Cast<string>()
            .ShouldContain("Restore");
        (await house.System.DoneAsync(new VerifyChains())).Breaks.ShouldBeEmpty();
    }

    [Theory, EachDatabase]
    public async Task Without_keys_nothing_is_restored_and_with_them_all_is(Dialect dialect)
    {
        await using var house = await HouseAsync(dialect);
        await OpenAccountAsync(house, "foer");
        var taken = (await TakeAsync(house)).Value;
        Directory.Delete(house.Municipality.KeysFolder, recursive: true);
        File.Move(taken.KeysArchive, taken.KeysArchive + ".andetsteds");

        (await RestoreAsync(house)).Refusal!.Code.ShouldBe("backup.no-keys");
        Directory.Exists(house.Municipality.KeysFolder).ShouldBeFalse("asking for keys makes none");

        (await RestoreAsync(house, taken.KeysArchive + ".andetsteds")).Refusal.ShouldBeNull();
        (await house.System.DoneAsync(new VerifyChains())).Breaks.ShouldBeEmpty();
    }

    [Theory, EachDatabase]
    public async Task The_keys_go_where_they_are_wanted(Dialect dialect)
    {
        await using var house = await HouseAsync(dialect);
        var elsewhere = Path.Combine(
            Directory.CreateDirectory(Path.Combine(_folder, "andetsteds")).FullName,
            "noegler"
        );
        (
            await house.Services.GetRequiredService<Backups>().TakeAsync(house.Municipality, Archive, elsewhere)
        ).Value.KeysArchive.ShouldBe(elsewhere);
        Directory.GetFiles(_folder).ShouldBe([Archive]);
        (
            await house
                .Services.GetRequiredService<Backups>()
                .TakeAsync(house.Municipality, Archive + "2", Path.Combine(_folder, "findes-ikke", "noegler"))
        ).Refusal!.Code.ShouldBe("backup.no-folder");
    }

    [Theory, EachDatabase]
    public async Task One_flipped_bit_anywhere_is_noticed_and_nothing_is_touched(Dialect dialect)
    {
        await using var house = await HouseAsync(dialect);
        await OpenAccountAsync(house, "foer");
        await TakeAsync(house);
        await OpenAccountAsync(house, "efter");
        var whole = File.ReadAllBytes(Archive);
        var random = new Random(1);
        for (var i = 0; i < 200; i++)
        {
            var bytes = (byte[])whole.Clone();
            bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
            File.WriteAllBytes(Archive, bytes);

            (await RestoreAsync(house)).IsRefused.ShouldBeTrue();
        }

        (await house.CountAsync("accounts")).ShouldBe(2);
        Directory.GetFileSystemEntries(house.Municipality.Folder, "gendannes-*").ShouldBeEmpty();
    }

    [Theory, EachDatabase]
    public async Task Refuses_what_is_no_backup_what_is_cut_off_and_what_is_another_municipalitys(Dialect dialect)
    {
        await using var house = await HouseAsync(dialect);
        await OpenAccountAsync(house, "foer");
        await TakeAsync(house);
        var whole = File.ReadAllBytes(Archive);

        await using var other = await HouseAsync(dialect);
        await OpenAccountAsync(other, "andre");
        (await RestoreAsync(other)).Refusal!.Code.ShouldBe("backup.foreign");
        (await RestoreAsync(house, into: house.Municipality with { Slug = "anden-by" })).Refusal!.Code.ShouldBe(
            "backup.foreign"
        );

        File.WriteAllBytes(Archive, whole[..(whole.Length / 2)]);
        (await RestoreAsync(house)).Refusal!.Code.ShouldBe("backup.damaged");
        File.WriteAllBytes(Archive, whole[..40]);
        (await RestoreAsync(house)).Refusal!.Code.ShouldBe("backup.not-one");
        File.WriteAllText(Archive, "ikke en kopi");
        (await RestoreAsync(house)).Refusal!.Code.ShouldBe("backup.not-one");
        File.Delete(Archive);
        (await RestoreAsync(house)).Refusal!.Code.ShouldBe("backup.not-found");
    }

    [Theory, EachDatabase]
    public async Task Refuses_while_a_server_runs(Dialect dialect)
    {
        await using var house = await HouseAsync(dialect);
        await OpenAccountAsync(house, "foer");
        await TakeAsync(house);
        using (MunicipalityUse.Hold(house.Municipality))
            (await RestoreAsync(house)).Refusal!.Code.ShouldBe("backup.in-use");

        (await RestoreAsync(house)).IsRefused.ShouldBeFalse();
    }

    [Theory, EachDatabase]
    public async Task Two_restores_in_one_second_each_keep_what_they_replaced(Dialect dialect)
    {
        await using var house = await HouseAsync(dialect);
        await OpenAccountAsync(house, "foer");
        await TakeAsync(house);

        var (first, second) = ((await RestoreAsync(house)).Value, (await RestoreAsync(house)).Value);

        first.KeptAside.Intersect(second.KeptAside).ShouldBeEmpty();
        first.KeptAside.Concat(second.KeptAside).Where(Path.IsPathRooted).Where(p => !Path.Exists(p)).ShouldBeEmpty();
        (await house.ReadAsync("select user_name from accounts")).ShouldBe(["foer"]);
    }

    [Theory, EachDatabase]
    public async Task Writes_over_no_earlier_backup(Dialect dialect)
    {
        await using var house = await HouseAsync(dialect);
        await TakeAsync(house);

        (await TakeAsync(house)).Refusal!.Code.ShouldBe("backup.exists");
    }

    [Fact]
    public async Task Only_its_owner_may_read_a_backup_and_its_keys()
    {
        if (OperatingSystem.IsWindows()) return;
        await using var house = await HouseAsync(Dialect.Sqlite);
        var taken = (await TakeAsync(house)).Value;

        foreach (var path in new[] { taken.Archive, taken.KeysArchive })
            File.GetUnixFileMode(path).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
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

    private Task<Outcome<BackupTaken>> TakeAsync(TestHouse house) =>
        house.Services.GetRequiredService<Backups>().TakeAsync(house.Municipality, Archive);

    private Task<Outcome<BackupRestored>> RestoreAsync(
        TestHouse house,
        string? keys = null,
        Municipality? into = null
    ) => house.Services.GetRequiredService<Restores>().RestoreAsync(Archive, keys, null, into ?? house.Municipality);

    private static int Count(List<string> names)
    {
        lock (names) return names.Count;
    }

    private static async Task WriteAsync(TestHouse house, int writer, List<string> acknowledged, CancellationToken stop)
    {
        for (var i = 0; !stop.IsCancellationRequested; i++)
        {
            var name = $"skriver-{writer}-{i}";
            await OpenAccountAsync(house, name);
            lock (acknowledged) acknowledged.Add(name);
        }
    }

    /// <summary>An account and a file in one use case.</summary>
    private static async Task<FileId> OpenAccountAsync(TestHouse house, string name)
    {
        await using var scope = house.Scope(Actor.System);
        var (create, store) = (
            scope.ServiceProvider.GetRequiredService<IUseCase<CreateAccount, AccountCreated>>(),
            scope.ServiceProvider.GetRequiredService<IFileStore>()
        );
        var saved = await scope
            .ServiceProvider.GetRequiredService<UnitOfWork>()
            .RunAsync(
                "Prove",
                async () =>
                {
                    (await create.RunAsync(new(name, "Prøve", null, []))).Refusal.ShouldBeNull();
                    return await store.SaveAsync(
                        new($"{name}.txt", new MemoryStream(Encoding.UTF8.GetBytes(name)), FileKind.Papers)
                    );
                },
                default
            );
        return saved.Value;
    }
}
