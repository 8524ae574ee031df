using Microsoft.Extensions.DependencyInjection;
using Virker.Platform;
using Virker.Tests.Support;

namespace Virker.Tests.Platform;

public sealed class SchemaTests
{
    private static readonly Script First = new(
        "Prove",
        1,
        "001-first",
        "create table proven (id integer not null primary key);"
    );
    private static readonly Script Second = new(
        "Prove",
        2,
        "002-second",
        "create table proven_more (id integer not null primary key);"
    );

    private static Migrator Migrator => new([], new TestClock());

    [Theory, EachDatabase]
    public async Task The_model_and_the_real_tables_agree(Dialect dialect)
    {
        await using var house = await TestHouse.OnAsync(dialect);
        await using var scope = house.Scope(Actor.System);

        (await SchemaCheck.In(scope.ServiceProvider).DifferencesAsync()).ShouldBeEmpty();
    }

    [Theory, EachDatabase]
    public async Task A_column_that_differs_is_found(Dialect dialect)
    {
        await using var house = await TestHouse.OnAsync(dialect);
        await using (var connection = await house.OpenAsync())
        {
            await Sql.RunAsync(connection, null, "alter table idempotency drop column result", default);
            await Sql.RunAsync(connection, null, "alter table idempotency add column extra text", default);
            await Sql.RunAsync(connection, null, "alter table stated_reasons drop column reason", default);
            await Sql.RunAsync(connection, null, "alter table stated_reasons add column reason integer", default);
        }

        await using var scope = house.Scope(Actor.System);
        var found = await SchemaCheck.In(scope.ServiceProvider).DifferencesAsync();

        found.ShouldContain("idempotency.result: the database has no such column");
        found.ShouldContain("idempotency.extra: no entity has this column");
        found.ShouldContain("stated_reasons.reason: is integer, the model has text");
        found.ShouldContain("stated_reasons.reason: is null, the model has not null");
    }

    [Theory, EachDatabase]
    public async Task A_reference_that_the_row_does_not_say_is_found(Dialect dialect)
    {
        await using var house = await TestHouse.OnAsync(dialect);
        await using (var connection = await house.OpenAsync())
        {
            var column = TypeWords.Fill("{id}", dialect, "reminders");
            await Sql.RunAsync(connection, null, "alter table reminders drop column version", default);
            await Sql.RunAsync(
                connection,
                null,
                $"alter table reminders add column version {column} references cases (id)",
                default
            );
        }

        await using var scope = house.Scope(Actor.System);
        (await SchemaCheck.In(scope.ServiceProvider).DifferencesAsync()).ShouldContain(
            "reminders.version: refers to cases, which the row does not say"
        );
    }

    [Theory, EachDatabase]
    public async Task Every_script_has_a_twin_for_the_other_database(Dialect dialect)
    {
        await using var house = await TestHouse.OnAsync(dialect);
        var migrator = house.Services.GetRequiredService<Migrator>();

        migrator
            .ScriptsFor(Dialect.Sqlite)
            .Select(s => (s.Module, s.Name))
            .ShouldBe(migrator.ScriptsFor(Dialect.Postgres).Select(s => (s.Module, s.Name)));
    }

    [Theory, EachDatabase]
    public async Task Runs_each_script_once_and_knows_when_nothing_is_missing(Dialect dialect)
    {
        await using var database = await FreshDatabase.CreateAsync(dialect, migrated: false);
        await using var services = new ServiceCollection().AddVirker().BuildServiceProvider();
        var migrator = services.GetRequiredService<Migrator>();

        (await migrator.MigrateAsync(database.Address)).ShouldBeGreaterThan(0);

        (await migrator.MigrateAsync(database.Address)).ShouldBe(0);
        (await migrator.IsCurrentAsync(database.Address)).ShouldBeTrue();
    }

    [Theory, EachDatabase]
    public async Task Refuses_a_script_that_was_changed_after_it_ran(Dialect dialect) =>
        (await RefusedAsync(dialect, [First], [First with { Sql = First.Sql + " -- ændret" }])).ShouldContain(
            "Prove/001-first er ændret"
        );

    [Theory, EachDatabase]
    public async Task Refuses_when_a_script_that_ran_is_gone(Dialect dialect) =>
        (await RefusedAsync(dialect, [First, Second], [First])).ShouldContain("Prove/002-second, som ikke findes");

    [Theory, EachDatabase]
    public async Task Refuses_a_number_that_is_skipped(Dialect dialect) =>
        (await RefusedAsync(dialect, [], [First, Second with { Number = 3 }])).ShouldContain("sprunget over");

    [Theory, EachDatabase]
    public async Task Refuses_a_number_that_is_used_twice(Dialect dialect) =>
        (await RefusedAsync(dialect, [], [First, Second with { Number = 1 }])).ShouldContain("brugt to gange");

    [Theory, EachDatabase]
    public async Task A_script_that_fails_leaves_nothing_behind(Dialect dialect)
    {
        await using var database = await FreshDatabase.CreateAsync(dialect, migrated: false);
        await using var connection = await Connections.OpenAsync(database.Address);
        var failing = Second with { Sql = "create table half_done (id integer); select * from no_such_table;" };

        (
            await Should.ThrowAsync<SchemaException>(() => Migrator.ApplyAsync(connection, [First, failing], default))
        ).Message.ShouldContain("Prove/002-second");

        (await Migrator.ApplyAsync(connection, [First, Second], default)).ShouldBe(1);
        (
            await Should.ThrowAsync<System.Data.Common.DbException>(() =>
                Sql.RunAsync(connection, null, "select * from half_done", default)
            )
        ).Message.ShouldContain("half_done");
    }

    [Theory, EachDatabase]
    public async Task Eight_that_start_at_once_run_each_script_once(Dialect dialect)
    {
        await using var database = await FreshDatabase.CreateAsync(dialect, migrated: false);
        var scripts = Enumerable
            .Range(1, 12)
            .Select(n => new Script(
                "Prove",
                n,
                $"{n:000}-table",
                $"create table proven_{n} (id integer not null primary key)"
            ))
            .ToList();

        var ran = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            await using var connection = await Connections.OpenAsync(database.Address);
            return await Migrator.ApplyAsync(connection, scripts, default);
        })));

        ran.Sum().ShouldBe(12);
    }

    [Fact]
    public void A_script_waits_for_the_one_that_it_says_it_comes_after()
    {
        Script[] low = [new("Low", 1, "001-first", "-- after High 2\nselect 1"), new("Low", 2, "002-second", "select 2")];
        Script[] high = [.. Enumerable.Range(1, 3).Select(n => new Script("High", n, $"{n:000}-x", $"select {n}"))];

        Migrator.InOrder([low, high]).Select(s => (s.Module, s.Number)).ShouldBe([
            ("High", 1), ("High", 2), ("Low", 1), ("Low", 2), ("High", 3),
        ]);
        Should.Throw<SchemaException>(() => Migrator.InOrder([low])).Message.ShouldContain("Low/001-first");
    }

    private static async Task<string> RefusedAsync(Dialect dialect, Script[] before, Script[] after)
    {
        await using var database = await FreshDatabase.CreateAsync(dialect, migrated: false);
        await using var connection = await Connections.OpenAsync(database.Address);
        await Migrator.ApplyAsync(connection, before, default);
        return (
            await Should.ThrowAsync<SchemaException>(() => Migrator.ApplyAsync(connection, after, default))
        ).Message;
    }
}
