using System.Security.Cryptography;
using Virker.Kernel;
using Virker.Platform;
using Virker.Tests.Support;

namespace Virker.Tests.Platform;

public sealed class AuditTests
{
    private const int Rows = 12;

    private static readonly string[] Chains = ["access_log", "journal"];

    [Theory, EachDatabase]
    public async Task An_untouched_chain_is_whole(Dialect dialect)
    {
        await using var house = await TestHouse.OnAsync(dialect);
        await FillAsync(house);

        var report = await VerifyAsync(house);

        report.Breaks.ShouldBeEmpty();
        report.Heads.ShouldEachBe(h => h.Sequence >= Rows);
    }

    [Theory, EachDatabase]
    public async Task Every_altered_cell_is_found_and_named(Dialect dialect)
    {
        await using var house = await TestHouse.OnAsync(dialect);
        await FillAsync(house);
        foreach (var table in VerifyChainsHandler.Tables)
        {
            foreach (var column in table.Columns.Append("hash"))
            {
                await TamperAsync(
                    house,
                    $"update {table.Name} set {column} = {Altered(dialect, table.Name, column)} where sequence = 5",
                    async () =>
                    {
                        var found = (await VerifyAsync(house)).Breaks.ShouldHaveSingleItem($"{table.Name}.{column}");
                        (found.Table, found.Sequence, found.Problem).ShouldBe(
                            (table.Name, 5, "rækken er ændret"),
                            column
                        );
                    }
                );
            }
        }
    }

    [Theory, EachDatabase("delete from {0} where sequence = 4", 4L)]
    [EachDatabase("delete from {0} where sequence = 1", 1L)]
    [EachDatabase("delete from {0} where sequence = (select max(sequence) from {0})", null)]
    [EachDatabase("delete from {0} where sequence > 3", 4L)]
    [EachDatabase("delete from {0}", 1L)]
    [EachDatabase(
        "update {0} set sequence = -3 where sequence = 3; update {0} set sequence = 3 where sequence = 7; update {0} set sequence = 7 where sequence = -3",
        null
    )]
    public async Task A_row_that_is_removed_or_moved_is_found(Dialect dialect, string sql, long? at)
    {
        await using var house = await TestHouse.OnAsync(dialect);
        await FillAsync(house);
        foreach (var table in Chains)
        {
            await TamperAsync(house, string.Format(sql, table), async () =>
            {
                var found = (await VerifyAsync(house)).Breaks.ShouldHaveSingleItem(table);
                found.Table.ShouldBe(table);
                if (at is { } sequence) found.Sequence.ShouldBe(sequence);
            });
        }
    }

    [Theory, EachDatabase]
    public async Task Cutting_off_the_end_and_setting_the_head_back_is_found(Dialect dialect)
    {
        await using var house = await TestHouse.OnAsync(dialect);
        await FillAsync(house);
        foreach (var table in Chains)
        {
            var sql =
                $"delete from {table} where sequence > 6; update chain_heads set sequence = 6, hash = (select hash from {table} where sequence = 6) where name = '{table}'";
            await TamperAsync(
                house,
                sql,
                async () => (await VerifyAsync(house)).Breaks.ShouldHaveSingleItem().Table.ShouldBe(table)
            );
        }
    }

    [Theory, EachDatabase]
    public async Task An_older_copy_put_in_place_is_found_from_what_was_seen_before(Dialect dialect)
    {
        await using var house = await TestHouse.OnAsync(dialect);
        await FillAsync(house);
        var before = await HeadsAsync(house);
        await FillAsync(house);
        (await VerifyAsync(house)).Breaks.ShouldBeEmpty();

        await using (var connection = await house.OpenAsync())
        {
            foreach (var (table, sequence, hash, seal) in before)
            {
                await Sql.RunAsync(connection, null, $"delete from {table} where sequence > {sequence}", default);
                await Sql.RunAsync(
                    connection,
                    null,
                    $"update chain_heads set sequence = {sequence}, hash = @hash, seal = @seal where name = '{table}'",
                    default,
                    ("hash", hash),
                    ("seal", seal)
                );
            }
        }

        (await VerifyAsync(house)).Breaks.Count.ShouldBe(2);
    }

    [Theory, EachDatabase]
    public async Task A_row_added_without_the_key_is_found(Dialect dialect)
    {
        await using var house = await TestHouse.OnAsync(dialect);
        await FillAsync(house);
        await using (var connection = await house.OpenAsync())
        await using (var transaction = await connection.BeginTransactionAsync())
        {
            await new HashChain(transaction, RandomNumberGenerator.GetBytes(32)).AppendAsync(
                AccessLog.Table,
                [
                    [
                        house.Clock.GetUtcNow(),
                        null,
                        "En anden",
                        null,
                        Guid.NewGuid(),
                        "SeeCitizen",
                        "Behandling af din sag",
                        null,
                        false,
                        "",
                    ],
                ],
                default
            );
            await transaction.CommitAsync();
        }

        (await VerifyAsync(house)).Breaks.ShouldHaveSingleItem().Table.ShouldBe("access_log");
    }

    [Theory, EachDatabase]
    public async Task Flipping_any_one_bit_is_found(Dialect dialect)
    {
        await using var house = await TestHouse.OnAsync(dialect);
        await FillAsync(house);
        var random = new Random(1);
        for (var i = 0; i < 60; i++)
        {
            var (sequence, bit) = (random.Next(1, Rows + 1), random.Next(0, 256));
            var hash = (byte[])(await house.ReadAsync($"select hash from journal where sequence = {sequence}"))[0]!;
            hash[bit / 8] ^= (byte)(1 << (bit % 8));
            await TamperAsync(house, $"update journal set hash = {Literal(dialect, hash)} where sequence = {sequence}",
                async () => (await VerifyAsync(house)).Breaks.ShouldHaveSingleItem().Sequence.ShouldBe(sequence));
        }
    }

    [Theory, EachDatabase]
    public async Task The_chain_stays_whole_when_many_write_at_once(Dialect dialect)
    {
        await using var house = await TestHouse.OnAsync(dialect);
        var citizen = NewId.Of<CitizenId>();

        await Task.WhenAll(
            Enumerable
                .Range(0, 60)
                .Select(i =>
                    Task.Run(() =>
                        i % 3 == 0
                            ? house.As(Role.CaseWorker).DoneAsync(new StateReason(citizen, "Vikar for en kollega."))
                                as Task
                            : LookAsync(house, citizen)
                    )
                )
        );

        var report = await VerifyAsync(house);
        report.Breaks.ShouldBeEmpty();
        (await house.CountAsync("access_log")).ShouldBe(40);
        (await house.CountAsync("journal")).ShouldBe(20);
    }

    /// <summary>
    /// Each row through a use case: a reason stated is a row in the journal and a look at the citizen.
    /// </summary>
    private static async Task FillAsync(TestHouse house)
    {
        for (var i = 0; i < Rows; i++)
            await house.System.DoneAsync(
                new CreateAccount(
                    $"konto-{Guid.NewGuid():N}",
                    "Prøve Prøvesen",
                    null,
                    [RoleAssignment.Of(Role.Citizen)]
                )
                {
                    Citizen = NewId.Of<CitizenId>(),
                }
            );
    }

    private static async Task LookAsync(TestHouse house, CitizenId citizen) =>
        (await house.System.RunAsync(new SeeOwnLooks(citizen))).IsRefused.ShouldBeFalse();

    private static Task<ChainReport> VerifyAsync(TestHouse house) => house.System.DoneAsync(new VerifyChains());

    /// <summary>Does the harm, looks, and puts the tables back as they were.</summary>
    private static async Task TamperAsync(TestHouse house, string sql, Func<Task> look)
    {
        await using var connection = await house.OpenAsync();
        string[] tables = [.. Chains, "chain_heads"];
        await Sql.RunAsync(
            connection,
            null,
            string.Concat(
                tables.Select(t => $"drop table if exists kept_{t}; create table kept_{t} as select * from {t};")
            ),
            default
        );
        await Sql.RunAsync(connection, null, sql, default);
        await look();
        await Sql.RunAsync(
            connection,
            null,
            string.Concat(
                tables.Select(t => $"delete from {t}; insert into {t} select * from kept_{t}; drop table kept_{t};")
            ),
            default
        );
    }

    private static async Task<IReadOnlyList<(string Table, long Sequence, byte[] Hash, byte[] Seal)>> HeadsAsync(
        TestHouse house
    )
    {
        await using var connection = await house.OpenAsync();
        await using var command = Sql.Command(connection, null, "select name, sequence, hash, seal from chain_heads");
        await using var reader = await command.ExecuteReaderAsync();
        var heads = new List<(string, long, byte[], byte[])>();
        while (await reader.ReadAsync())
            heads.Add(
                (reader.GetString(0), reader.GetInt64(1), (byte[])reader.GetValue(2), (byte[])reader.GetValue(3))
            );
        return heads;
    }

    private static string Altered(Dialect dialect, string table, string column) => column switch
    {
        "at" or "review" => $"{column} + 1",
        "user_id" or "citizen_id" or "hash" => Literal(dialect, Guid.NewGuid().ToByteArray()),
        _ => "'noget andet'",
    };

    private static string Literal(Dialect dialect, byte[] bytes) =>
        dialect == Dialect.Sqlite ? $"x'{Convert.ToHexString(bytes)}'" : $"'\\x{Convert.ToHexString(bytes)}'::bytea";
}
