using System.Data.Common;
using Virker.Kernel;
using Virker.Platform;
using Virker.Tests.Support;

namespace Virker.Tests.Platform;

/// <summary>A script that is written once makes the same table on both databases.</summary>
public sealed class TypeWordTests
{
    private static readonly Script Visits = new(
        "Prove",
        1,
        "001-visits",
        """
        create table visits (
          id {counted} primary key, visitor {id} not null, at {instant} not null, on_day {day}, paid {flag} not null default {no},
          told {flag} not null default {yes}, price {amount}, share {decimal}, rounds {number}, bytes {long}, note {text}, proof {blob});
        """
    );

    private static Migrator Migrator => new([], new TestClock());

    [Theory, EachDatabase]
    public async Task A_table_is_written_once_and_holds_what_the_context_writes(Dialect dialect)
    {
        await using var database = await FreshDatabase.CreateAsync(dialect, migrated: false);
        await using var connection = await Connections.OpenAsync(database.Address);
        var (visitor, at) = (Guid.NewGuid(), new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));
        await Migrator.ApplyAsync(connection, [Visits.On(dialect)], default);

        await Sql.RunAsync(
            connection,
            null,
            "insert into visits (visitor, at, on_day, price, bytes, proof) values (@visitor, @at, @day, @price, @bytes, @proof)",
            default,
            ("visitor", visitor),
            ("at", at),
            ("day", new DateOnly(2026, 11, 24)),
            ("price", 9_000_000_000L),
            ("bytes", 9_000_000_000L),
            ("proof", new byte[] { 1, 2 })
        );

        foreach (var said in new[] { "visitor = @visitor", "at = @at", "on_day = @day", "not paid", "told", "id = 1" })
            (
                await Sql.ScalarAsync(
                    connection,
                    null,
                    $"select count(*) from visits where {said}",
                    default,
                    ("visitor", visitor),
                    ("at", at),
                    ("day", new DateOnly(2026, 11, 24))
                )
            ).ShouldBe(1L, said);
    }

    [Fact]
    public void The_hash_is_of_what_is_written_and_so_the_same_on_both()
    {
        Visits.On(Dialect.Sqlite).Hash.ShouldBe(Visits.On(Dialect.Postgres).Hash);
        Visits.On(Dialect.Sqlite).Hash.ShouldBe(Visits.Hash);
        (Visits with { Sql = Visits.Sql.Replace("{day}", "{instant}") }).On(Dialect.Sqlite).Hash.ShouldNotBe(Visits.Hash);
    }

    [Fact]
    public void A_script_for_one_database_is_run_as_it_stands()
    {
        var own = Visits with { Sql = "insert into visits (note) values ('{day}');" };

        own.On(Dialect.Sqlite, isForBoth: false).ShouldBe(own);
    }

    [Theory]
    [InlineData("create table a (b {date});", "Prove/001-visits.sql, linje 1, kolonne 19: ordet {date} kendes ikke")]
    [InlineData("-- why\r\ncreate table a (\r\n  b {Day});", "linje 3, kolonne 5: ordet {Day} kendes ikke")]
    [InlineData("create table a (b {});", "linje 1, kolonne 19: ordet {} kendes ikke")]
    public void An_unknown_word_is_named_with_its_file_and_place(string sql, string message) =>
        Should.Throw<SchemaException>(() => (Visits with { Sql = sql }).On(Dialect.Sqlite))
            .Message.ShouldContain(message);

    [Theory, EachDatabase]
    public async Task One_that_fails_half_way_leaves_nothing_and_is_run_when_it_is_mended(Dialect dialect)
    {
        await using var database = await FreshDatabase.CreateAsync(dialect, migrated: false);
        await using var connection = await Connections.OpenAsync(database.Address);
        var failing = (Visits with { Sql = Visits.Sql + "\nalter table nobody add column a {day};" }).On(dialect);

        (
            await Should.ThrowAsync<SchemaException>(() => Migrator.ApplyAsync(connection, [failing], default))
        ).Message.ShouldContain("Prove/001-visits");
        await Should.ThrowAsync<DbException>(() => Sql.RunAsync(connection, null, "select * from visits", default));

        (await Migrator.ApplyAsync(connection, [Visits.On(dialect)], default)).ShouldBe(1);
    }
}
