using Microsoft.Extensions.DependencyInjection;
using Virker.Kernel;
using Virker.Platform;
using Virker.Tests.Support;

namespace Virker.Tests.Platform;

public sealed class OutboxTests
{
    [Theory, EachDatabase]
    public async Task News_reaches_its_handlers_once_after_the_commit(Dialect dialect)
    {
        await using var house = await HouseAsync(dialect);
        await PublishAsync(house, new("Ida"));
        (await house.CountAsync("accounts")).ShouldBe(0);

        (await DeliverAsync(house)).ShouldBe(1);
        (await DeliverAsync(house)).ShouldBe(0);

        (await house.ReadAsync("select user_name from accounts")).ShouldBe(["Ida"]);
        (await house.ReadAsync("select use_case from journal")).ShouldBe([nameof(OpensAccount)]);
    }

    [Theory, EachDatabase]
    public async Task News_of_a_use_case_that_is_refused_is_never_told(Dialect dialect)
    {
        await using var house = await HouseAsync(dialect);
        await PublishAsync(house, new("Ida"), refuse: true);

        (await house.CountAsync("outbox")).ShouldBe(0);
    }

    [Theory, EachDatabase]
    public async Task Nothing_is_published_outside_a_use_case(Dialect dialect)
    {
        await using var house = await HouseAsync(dialect);
        await using var scope = house.Scope(Actor.System);

        Should.Throw<InvalidOperationException>(() =>
            scope.ServiceProvider.GetRequiredService<IEvents>().Publish(new PersonCame("Ida"))
        );
    }

    [Theory, EachDatabase]
    public async Task A_handler_that_fails_is_tried_later_and_leaves_nothing_half_done(Dialect dialect)
    {
        await using var house = await HouseAsync(dialect);
        await PublishAsync(house, new("Fejl 040460-1234"));

        (await DeliverAsync(house)).ShouldBe(0);
        (await house.CountAsync("accounts")).ShouldBe(0);
        (await DeliverAsync(house)).ShouldBe(0, "it is not due yet");
        var problem = (string)(await house.ReadAsync("select problem from outbox"))[0]!;
        problem.ShouldContain("040460-");
        problem.ShouldNotContain("1234");

        OpensAccount.Mended = true;
        house.Clock.Advance(TimeSpan.FromSeconds(11));
        (await DeliverAsync(house)).ShouldBe(1);
        OpensAccount.Mended = false;
        (await house.CountAsync("accounts")).ShouldBe(1);
    }

    [Theory, EachDatabase]
    public async Task What_fails_again_and_again_becomes_a_dead_letter_that_the_administrator_sees_and_revives(
        Dialect dialect
    )
    {
        await using var house = await HouseAsync(dialect);
        await PublishAsync(house, new("Fejl"));
        for (var i = 0; i < 12; i++)
        {
            await DeliverAsync(house);
            house.Clock.Advance(TimeSpan.FromHours(7));
        }

        var administrator = house.As(Role.Administrator);
        var dead = (await administrator.DoneAsync(new SeeOutbox())).Failed.ShouldHaveSingleItem();
        (dead.IsDead, dead.Attempts, dead.Handler).ShouldBe((true, 12, nameof(OpensAccount)));

        await administrator.DoneAsync(new RetryDelivery(dead.Event, dead.Handler));
        (await house.As(Role.CaseWorker).RefusedAsync(new SeeOutbox())).ShouldBe("permission.denied");
        (await house.ReadAsync("select dead_at from outbox")).ShouldBe([null]);
        (await house.ReadAsync("select use_case from journal")).ShouldBe([nameof(RetryDelivery)]);
        ((string)(await house.ReadAsync("select before from journal"))[0]!).ShouldContain("\"attempts\":12");
    }

    [Theory, EachDatabase]
    public async Task Two_servers_that_deliver_at_once_change_things_once(Dialect dialect)
    {
        await using var house = await HouseAsync(dialect);
        for (var i = 0; i < 10; i++) await PublishAsync(house, new($"Person {i}"));

        var delivered = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => DeliverAsync(house))));

        delivered.Sum().ShouldBe(10);
        (await house.CountAsync("accounts")).ShouldBe(10);
    }

    [Theory, EachDatabase]
    public async Task The_news_cannot_be_read_in_the_database(Dialect dialect)
    {
        await using var house = await HouseAsync(dialect);
        await PublishAsync(house, new("Ida Hemmelig"));

        ((string)(await house.ReadAsync("select payload from outbox"))[0]!).ShouldNotContain("Ida");
    }

    private static Task<TestHouse> HouseAsync(Dialect dialect) => TestHouse.OnAsync(dialect, services =>
        services.AddScoped<OpensAccount>().AddSingleton(new Listener(typeof(PersonCame), typeof(OpensAccount))));

    private static Task<int> DeliverAsync(TestHouse house) =>
        house.Services.GetRequiredService<Outbox>().DeliverAsync(house.Municipality);

    private static async Task PublishAsync(TestHouse house, PersonCame news, bool refuse = false)
    {
        await using var scope = house.Scope(Actor.System);
        var events = scope.ServiceProvider.GetRequiredService<IEvents>();
        await scope.ServiceProvider.GetRequiredService<UnitOfWork>().RunAsync<Done>("Prove", () =>
        {
            events.Publish(news);
            return Task.FromResult<Outcome<Done>>(refuse ? new Refusal("prove.no", "Nej.") : Done.It);
        }, default);
    }

    internal sealed record PersonCame(string Name) : IEvent;

    internal sealed class OpensAccount(VirkerContext db, IUseCase<CreateAccount, AccountCreated> create)
        : IHandle<PersonCame>
    {
        public static bool Mended { get; set; }

        public async Task<Outcome<Done>> HandleAsync(PersonCame news, CancellationToken ct = default)
        {
            db.Add(
                new AccountRow
                {
                    Id = NewId.Of<UserId>(),
                    UserName = news.Name,
                    UserNameKey = news.Name,
                    SecurityStamp = "x",
                }
            );
            await db.SaveChangesAsync(ct);
            if (news.Name.StartsWith("Fejl", StringComparison.Ordinal) && !Mended)
                throw new InvalidOperationException($"Could not for {news.Name}");
            create.ShouldNotBeNull();
            return Done.It;
        }
    }
}
