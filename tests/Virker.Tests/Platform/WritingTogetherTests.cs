using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Virker.Kernel;
using Virker.Platform;
using Virker.Tests.Support;

namespace Virker.Tests.Platform;

public sealed class WritingTogetherTests
{
    private static readonly StateReason Reason = new(NewId.Of<CitizenId>(), "Vikar for en kollega i dag.");

    [Theory, EachDatabase]
    public async Task Twenty_identical_posts_at_once_have_one_effect_and_one_answer(Dialect dialect)
    {
        await using var house = await TestHouse.OnAsync(dialect);
        var worker = house.As(Role.CaseWorker);
        var key = Guid.NewGuid();

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(_ => Task.Run(() => worker.RunAsync(Reason, key)))
        );

        answers.Select(a => a.Value).Distinct().ShouldHaveSingleItem();
        (await house.CountAsync("stated_reasons")).ShouldBe(1);
        (await house.CountAsync("journal")).ShouldBe(1);
        (await house.CountAsync("idempotency")).ShouldBe(1);
    }

    [Theory, EachDatabase]
    public async Task A_key_that_comes_with_another_content_is_refused_so_that_no_text_is_lost(Dialect dialect)
    {
        await using var house = await TestHouse.OnAsync(dialect);
        var worker = house.As(Role.CaseWorker);
        var key = Guid.NewGuid();
        await worker.RunAsync(Reason, key);

        var again = await worker.RunAsync(Reason with { Reason = "En anden begrundelse." }, key);

        again.Refusal!.Code.ShouldBe("idempotency.key-reused");
    }

    [Theory, EachDatabase]
    public async Task A_key_of_somebody_else_is_refused(Dialect dialect)
    {
        await using var house = await TestHouse.OnAsync(dialect);
        var key = Guid.NewGuid();
        await house.As(Role.CaseWorker).RunAsync(Reason, key);

        (await house.As(Role.CaseWorker).RunAsync(Reason, key)).Refusal!.Code.ShouldBe("idempotency.key-reused");
    }

    [Theory, EachDatabase]
    public async Task A_refused_write_may_be_sent_again_with_its_key(Dialect dialect)
    {
        await using var house = await TestHouse.OnAsync(dialect);
        var worker = house.As(Role.CaseWorker);
        var key = Guid.NewGuid();

        (await worker.RunAsync(Reason with { Reason = "kort" }, key)).IsRefused.ShouldBeTrue();

        (await worker.RunAsync(Reason, key)).IsRefused.ShouldBeFalse();
    }

    [Theory, EachDatabase]
    public async Task The_answer_kept_for_a_repeated_write_cannot_be_read_in_the_database(Dialect dialect)
    {
        await using var house = await TestHouse.OnAsync(dialect);
        var created = await house.System.RunAsync(
            new CreateAccount("mette", "Mette", null, [RoleAssignment.Of(Role.CaseWorker)]),
            Guid.NewGuid()
        );

        ((string)(await house.ReadAsync("select result from idempotency"))[0]!).ShouldNotContain(
            created.Value.Id.Value.ToString()
        );
    }

    [Theory, EachDatabase]
    public async Task Nothing_is_saved_outside_a_use_case(Dialect dialect)
    {
        await using var house = await TestHouse.OnAsync(dialect);
        await using var scope = house.Scope(Actor.System);
        var db = scope.ServiceProvider.GetRequiredService<VirkerContext>();
        db.Add(new AccessReviewRow { Sequence = 1 });

        await Should.ThrowAsync<InvalidOperationException>(() => db.SaveChangesAsync());
        Should.Throw<NotSupportedException>(() => db.SaveChanges());
    }

    [Theory, EachDatabase]
    public async Task The_journal_masks_a_cpr_number_in_running_text(Dialect dialect)
    {
        await using var house = await TestHouse.OnAsync(dialect);
        await house.As(Role.CaseWorker).DoneAsync(Reason with { Reason = "Ringede om 030365-1234 og 0202651234." });

        var texts =
            string.Concat(await house.ReadAsync("select after from journal"))
            + string.Concat(await house.ReadAsync("select reason from stated_reasons"));

        texts.ShouldContain("030365-");
        texts.ShouldNotContain("1234");
    }

    [Theory, EachDatabase]
    public async Task Two_who_meet_on_one_row_get_a_clear_choice(Dialect dialect)
    {
        await using var house = await TestHouse.OnAsync(dialect);
        var id = (await house.System.DoneAsync(new CreateAccount("mette", "Mette", null, []))).Id;
        await using var scope = house.Scope(Actor.System);
        var db = scope.ServiceProvider.GetRequiredService<VirkerContext>();
        var work = scope.ServiceProvider.GetRequiredService<UnitOfWork>();

        var outcome = await work.RunAsync<Done>("Prove", async () =>
        {
            var row = await db.Set<AccountRow>().SingleAsync(a => a.Id == id);
            await db.Set<AccountRow>().ExecuteUpdateAsync(set => set.SetProperty(a => a.Version, 9));
            row.DisplayName = "Andet";
            await db.SaveChangesAsync();
            return Done.It;
        }, default);

        outcome.Refusal!.Code.ShouldBe("conflict.changed-meanwhile");
        (await house.ReadAsync("select display_name from accounts")).ShouldBe(["Mette"]);
    }

    [Theory, EachDatabase]
    public async Task A_use_case_inside_another_commits_with_it_or_not_at_all(Dialect dialect)
    {
        await using var house = await TestHouse.OnAsync(dialect);
        await using var scope = house.Scope(Actor.System);
        var work = scope.ServiceProvider.GetRequiredService<UnitOfWork>();
        var inner = scope.ServiceProvider.GetRequiredService<IUseCase<CreateAccount, AccountCreated>>();

        var refused = await work.RunAsync<Done>("Outer", async () =>
        {
            (await inner.RunAsync(new("mette", "Mette", null, []))).IsRefused.ShouldBeFalse();
            return new Refusal("outer.no", "Nej.");
        }, default);
        refused.IsRefused.ShouldBeTrue();
        (await house.CountAsync("accounts")).ShouldBe(0);

        (await work.RunAsync<Done>("Outer", async () =>
        {
            await inner.RunAsync(new("mette", "Mette", null, []));
            return Done.It;
        }, default)).IsRefused.ShouldBeFalse();
        (await house.ReadAsync("select use_case from journal")).ShouldBe(["CreateAccount"]);
    }

    [Theory, EachDatabase]
    public async Task Many_looks_at_once_are_each_on_disk_when_they_are_answered(Dialect dialect)
    {
        await using var house = await TestHouse.OnAsync(dialect);
        var citizens = Enumerable.Range(0, 40).Select(_ => NewId.Of<CitizenId>()).ToList();

        await Task.WhenAll(
            citizens.Select(citizen =>
                Task.Run(async () =>
                {
                    await house.System.DoneAsync(new SeeOwnLooks(citizen));
                    var own = (await house.System.DoneAsync(new SeeOwnLooks(citizen))).Looks;
                    own.Count.ShouldBe(1);
                })
            )
        );

        (await house.CountAsync("access_log")).ShouldBe(80);
    }

    [Theory, EachDatabase]
    public async Task A_look_that_cannot_be_logged_is_not_shown_and_the_next_one_is(Dialect dialect)
    {
        await using var house = await TestHouse.OnAsync(dialect);
        var citizen = NewId.Of<CitizenId>();
        await using (var connection = await house.OpenAsync())
            await Sql.RunAsync(connection, null, "alter table chain_heads rename to chain_heads_away", default);
        await Should.ThrowAsync<Exception>(() => house.System.RunAsync(new SeeOwnLooks(citizen)));

        await using (var connection = await house.OpenAsync())
            await Sql.RunAsync(connection, null, "alter table chain_heads_away rename to chain_heads", default);
        (await house.System.RunAsync(new SeeOwnLooks(citizen))).IsRefused.ShouldBeFalse();
    }
}
