using Microsoft.Extensions.DependencyInjection;
using Virker.Casework;
using Virker.Economy;
using Virker.Insight;
using Virker.Kernel;
using Virker.Platform;
using Virker.Targets;
using Virker.Tests.Demo;
using Virker.Tests.Support;

namespace Virker.Tests.Targets;

/// <summary>Figures follow what is committed, without the register being read again.</summary>
public sealed class KeptUpTests
{
    private const string Sick = "sygedagpenge.delvis-raskmeldt";

    [Theory, EachDatabase]
    public async Task A_changed_case_is_in_the_figures_within_a_second_as_if_everything_had_been_read_again(
        Dialect dialect
    )
    {
        await using var town = await WrittenTown.OnAsync(dialect, 2000);
        var before = await FiguresAsync(town, TimeSpan.Zero);
        var facts = await StoreAsync(town);
        var (citizen, _, _) = await town.RunningCaseAsync();
        var day = facts.DataDate.AddMonths(-2);
        await ChangeAsync(
            town,
            new BenefitSpellRow
            {
                Id = 900_001,
                CitizenId = citizen,
                Benefit = 6,
                FromDay = new(day.Year, day.Month, 1),
            },
            new PartialReturnRow
            {
                Id = 900_001,
                CitizenId = citizen,
                FromDay = new(day.Year, day.Month, 1),
            }
        );

        var after = await FiguresAsync(town, TimeSpan.FromSeconds(1));
        after.Single(f => f.Id == Sick).Value.ShouldNotBe(before.Single(f => f.Id == Sick).Value);
        var renewed = await StoreAsync(town);
        renewed
            .Find(ResidenceFacts.Table)
            .ShouldBeSameAs(facts.Find(ResidenceFacts.Table), "what did not change is not read again");
        after.Select(f => (f.Id, f.Value)).ShouldBe((await AnewAsync(town)).Select(f => (f.Id, f.Value)));
        await SameRowsAsync(town, renewed);
    }

    [Fact]
    public async Task A_figure_is_worked_out_once_until_one_of_its_tables_changes()
    {
        await using var town = await WrittenTown.OnAsync(Dialect.Sqlite);
        await FiguresAsync(town, TimeSpan.Zero);
        var (citizen, _, _) = await town.RunningCaseAsync();
        var conversations = HouseCatalogue.It.Get("samtaler.holdt");
        var store = await StoreAsync(town);
        var kept = conversations.Evaluate(store, conversations.LatestPeriod(store.DataDate));
        await ChangeAsync(town, new PartialReturnRow { Id = 900_001, CitizenId = citizen, FromDay = store.DataDate });
        town.House.Clock.Advance(TimeSpan.FromSeconds(1));
        var later = await StoreAsync(town);
        later.ShouldNotBeSameAs(store);
        conversations.Evaluate(later, kept.Period).ShouldBeSameAs(kept);
        var partial = HouseCatalogue.It.Get(Sick);
        partial.Evaluate(later, kept.Period).ShouldNotBeSameAs(partial.Evaluate(store, kept.Period));
    }

    [Theory, EachDatabase]
    public async Task Somebody_who_is_new_in_the_register_is_in_the_figures_and_nobody_else_is_read_again(
        Dialect dialect
    )
    {
        await using var town = await WrittenTown.OnAsync(dialect, 2000);
        await FiguresAsync(town, TimeSpan.Zero);
        var facts = await StoreAsync(town);
        var (day, newcomer) = (facts.DataDate.AddMonths(-2), NewId.Of<CitizenId>());
        await using (var scope = town.House.Scope(Actor.System))
            await scope.ServiceProvider.TakeInAsync(
                new RegisteredCitizen(newcomer, SmallTown.CprOf(new(1990, 4, 1)), "Ny", "Borger")
                {
                    AddressProtected = null,
                    ResidenceFrom = day,
                }
            );
        await ChangeAsync(
            town,
            new BenefitSpellRow
            {
                Id = 900_001,
                CitizenId = newcomer,
                Benefit = 6,
                FromDay = new(day.Year, day.Month, 1),
            }
        );

        var after = await FiguresAsync(town, TimeSpan.FromSeconds(1));
        var renewed = await StoreAsync(town);
        (renewed.Find(PersonFacts.Table)!.Count, renewed.Find(BenefitFacts.Table)!.Count).ShouldBe(
            (facts.Find(PersonFacts.Table)!.Count + 1, facts.Find(BenefitFacts.Table)!.Count + 1)
        );
        renewed
            .Find(EmploymentFacts.Table)
            .ShouldBeSameAs(facts.Find(EmploymentFacts.Table), "what did not change is not read again");
        after.Select(f => (f.Id, f.Value)).ShouldBe((await AnewAsync(town)).Select(f => (f.Id, f.Value)));
        var conversations = (await StoreAsync(town)).Find(ConversationFacts.Table);
        await ChangeAsync(
            town,
            new PartialReturnRow
            {
                Id = 900_001,
                CitizenId = newcomer,
                FromDay = day,
            }
        );
        (await FiguresAsync(town, TimeSpan.FromSeconds(1)))
            .Select(f => (f.Id, f.Value))
            .ShouldBe((await AnewAsync(town)).Select(f => (f.Id, f.Value)));
        (await StoreAsync(town)).Find(ConversationFacts.Table).ShouldBeSameAs(conversations);
    }

    [Fact]
    public async Task A_regulation_of_the_law_is_in_the_figures_that_ask_the_law()
    {
        await using var town = await WrittenTown.OnAsync(Dialect.Sqlite);
        await FiguresAsync(town, TimeSpan.Zero);
        var facts = await StoreAsync(town);
        await ChangeAsync(
            town,
            new RegulationRow
            {
                Id = NewId.Of<RegulationId>(),
                Title = "Regulering",
                ImportedBy = NewId.Of<UserId>(),
                ImportedByName = "Prøve",
                ImportedAt = town.House.Clock.GetUtcNow(),
            }
        );
        town.House.Clock.Advance(TimeSpan.FromSeconds(1));
        var renewed = await StoreAsync(town);
        renewed.Find(DueConversationFacts.Table).ShouldNotBeSameAs(facts.Find(DueConversationFacts.Table));
        renewed.Find(BenefitFacts.Table).ShouldBeSameAs(facts.Find(BenefitFacts.Table));
    }

    /// <summary>The job that has facts and figures ready leaves nothing to be read for whoever asks next.</summary>
    [Fact]
    public async Task The_facts_are_read_before_anybody_asks()
    {
        await using var town = await WrittenTown.OnAsync(Dialect.Sqlite);
        await using var scope = town.House.Scope(Actor.System);
        var job = scope.ServiceProvider.GetServices<IJob>().Single(j => j.Name == "targets.facts");
        (await job.RunAsync()).IsRefused.ShouldBeFalse();
        var kept = scope.ServiceProvider.GetRequiredService<KeptHere<LoadedFacts, RegisterMoment>>().Entry.Held!;
        kept.Value.Store.Find(BenefitFacts.Table)!.Count.ShouldBeGreaterThan(0);
        (await StoreAsync(town)).ShouldBeSameAs(kept.Value.Store);
    }

    private static async Task<IReadOnlyList<KeyFigureLine>> FiguresAsync(WrittenTown town, TimeSpan later)
    {
        town.House.Clock.Advance(later);
        return (await town.House.System.DoneAsync(new SeeKeyFigures())).Lines;
    }

    private static async Task<FactStore> StoreAsync(WrittenTown town)
    {
        await using var scope = town.House.Scope(Actor.System);
        return await scope.ServiceProvider.GetRequiredService<MunicipalFacts>().ReadAsync();
    }

    /// <summary>As a new process would see it.</summary>
    private static async Task<IReadOnlyList<KeyFigureLine>> AnewAsync(WrittenTown town)
    {
        await using var scope = town.House.Scope(Actor.System);
        var services = scope.ServiceProvider;
        var nothing = ActivatorUtilities.CreateInstance<KeptHere<LoadedFacts, RegisterMoment>>(
            services,
            new KeptEntries<LoadedFacts, RegisterMoment>()
        );
        var fresh = ActivatorUtilities.CreateInstance<MunicipalFacts>(services, nothing);
        return (await new SeeKeyFiguresHandler(HouseCatalogue.It, fresh).RunAsync(new())).Value.Lines;
    }

    private static async Task SameRowsAsync(WrittenTown town, FactStore renewed)
    {
        await using var scope = town.House.Scope(Actor.System);
        var register = scope.ServiceProvider.GetRequiredService<IPersonRegister>();
        var load = new FactLoad(renewed.DataDate, await register.NumbersAsync(default));
        foreach (var source in scope.ServiceProvider.GetServices<IFactSource>()) await source.LoadAsync(load, default);
        foreach (var table in load.Tables)
        {
            var own = renewed.Find(table.Declaration)!;
            Rows(own).ShouldBe(Rows(table), ignoreOrder: true, table.Declaration.Id);
            own.Subject.ShouldBe(table.Subject);
            own.From.ShouldBe(table.From);
        }
    }

    private static List<string> Rows(FactTable table) =>
        [
            .. Enumerable
                .Range(0, table.Count)
                .Select(i =>
                    $"{table.Subject[i]} {table.From[i]} {table.To[i]} {string.Join(' ', table.Columns.Select(c => c[i]))}"
                ),
        ];

    /// <summary>Saved as a use case saves: in one transaction with its rows in the journal.</summary>
    private static async Task ChangeAsync(WrittenTown town, params object[] rows)
    {
        await using var scope = town.House.Scope(Actor.System);
        var db = scope.ServiceProvider.GetRequiredService<VirkerContext>();
        var done = await scope.ServiceProvider.GetRequiredService<UnitOfWork>().RunAsync<Done>("Prøve", async () =>
        {
            db.AddRange(rows);
            await db.SaveChangesAsync();
            return Done.It;
        }, default);
        done.IsRefused.ShouldBeFalse();
    }
}
