using Microsoft.Extensions.DependencyInjection;
using Virker.Demo;
using Virker.Platform;

namespace Virker.Tests.Demo;

/// <summary>Creating the municipality in a data folder, as the command line does.</summary>
public sealed class DemoCreationTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("virker-demo-").FullName;
    private readonly ServiceProvider _services;

    public DemoCreationTests() =>
        _services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(new DataFolder(_folder))
            .AddVirker()
            .BuildServiceProvider();

    [Fact]
    public async Task The_printed_figures_lie_within_ten_per_cent_where_they_are_not_of_a_few_and_it_is_not_made_twice()
    {
        var plan = new DemoPlan(20_000);
        var created = await CreateAsync(plan, replace: false);
        created.IsRefused.ShouldBeFalse(created.Refusal?.Text);
        var facts = await DemoCheck.RunAsync(created.Value.Municipality.Database);
        facts.Count.ShouldBeGreaterThan(100);
        facts.Count(f => f.Verdict == FactVerdict.Ok).ShouldBeGreaterThan(facts.Count * 7 / 10);
        facts
            .Where(f => f.Verdict is not (FactVerdict.Ok or FactVerdict.Few))
            .Select(f => $"{f.Text}: {f.Expected} / {f.Register}")
            .ShouldBeEmpty();
        (await CreateAsync(plan, replace: false)).Refusal!.Code.ShouldBe("demo.exists");
    }

    [Fact]
    public async Task A_broken_off_creation_leaves_the_old_municipality_and_no_half_made_one()
    {
        var small = new DemoPlan(1_000);
        var database = (await CreateAsync(small, replace: false)).Value.Municipality.Database;
        var before = File.ReadAllBytes(database.Connection);
        using var broken = new CancellationTokenSource();
        await Should.ThrowAsync<OperationCanceledException>(() =>
            CreateAsync(small with { Seed = 2 }, replace: true, _ => broken.Cancel(), broken.Token)
        );
        File.ReadAllBytes(database.Connection).ShouldBe(before);
        Directory.GetFiles(Path.GetDirectoryName(database.Connection)!).ShouldNotContain(f => f.Contains(".ny"));
    }

    [Theory]
    [InlineData(10, 10, "--inhabitants")]
    [InlineData(1000, 0, "--years")]
    public async Task Refuses_a_plan_that_cannot_be_made(int inhabitants, int years, string named) =>
        (await CreateAsync(new(inhabitants, years), replace: false)).Refusal!.Text.ShouldContain(named);

    [Fact]
    public void A_difference_of_more_than_ten_per_cent_is_outside_at_the_printed_size()
    {
        var fact = new PrintedFact("Noget", "Et dokument", 100, default, default, _ => "");
        DemoCheck.Decide(fact, 100, 1, 110).Verdict.ShouldBe(FactVerdict.Ok);
        DemoCheck.Decide(fact, 100, 1, 111).Verdict.ShouldBe(FactVerdict.Outside);
        DemoCheck.Decide(fact, 0, 1, 1).Verdict.ShouldBe(FactVerdict.Outside);
        DemoCheck.Decide(fact, 100, 1, double.NaN).Verdict.ShouldBe(FactVerdict.NotCovered);
    }

    [Fact]
    public void In_a_smaller_municipality_a_few_persons_are_chance_and_are_said_to_be_few()
    {
        var count = new PrintedFact("Noget", "Et dokument", 40, default, default, _ => "");
        DemoCheck.Decide(count, 10, 0.25, 10.9).Verdict.ShouldBe(FactVerdict.Ok);
        DemoCheck.Decide(count, 10, 0.25, 13).Verdict.ShouldBe(FactVerdict.Few);
        DemoCheck.Decide(count, 10, 0.25, 14).Verdict.ShouldBe(FactVerdict.Outside);
        var share = new PrintedFact("En andel", "Et dokument", 20, default, default, _ => "", IsShare: true)
        {
            Whole = _ => "",
        };
        DemoCheck.Decide(share, 20, 0.25, 27, whole: 100).Verdict.ShouldBe(FactVerdict.Few);
        DemoCheck.Decide(share, 20, 0.25, 29, whole: 100).Verdict.ShouldBe(FactVerdict.Outside);
        DemoCheck.Decide(share, 20, 1, 27, whole: 100).Verdict.ShouldBe(FactVerdict.Outside);
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await _services.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private Task<Virker.Kernel.Outcome<DemoCreated>> CreateAsync(
        DemoPlan plan,
        bool replace,
        Action<string>? progress = null,
        CancellationToken ct = default
    ) => new DemoMunicipality(_services).CreateAsync(plan, null, replace, progress ?? (_ => { }), ct);
}
