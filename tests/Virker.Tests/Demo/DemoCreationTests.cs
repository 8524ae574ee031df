using Microsoft.Extensions.DependencyInjection;
using Virker.Demo;
using Virker.Platform;

namespace Virker.Tests.Demo;

/// <summary>Creating the municipality in a data folder, as the command line does.</summary>
public sealed class DemoCreationTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("virker-demo-").FullName;
    private readonly ServiceProvider _services;

    public DemoCreationTests() => _services = new ServiceCollection().AddLogging().AddSingleton(new DataFolder(_folder)).AddVirker().BuildServiceProvider();

    [Fact]
    public async Task The_printed_figures_lie_within_ten_per_cent_and_it_is_not_made_twice()
    {
        var plan = new DemoPlan(20_000);
        var created = await CreateAsync(plan, replace: false);
        created.IsRefused.ShouldBeFalse(created.Refusal?.Text);
        var facts = await DemoCheck.RunAsync(created.Value.Municipality.Database);
        facts.Count.ShouldBeGreaterThan(100);
        facts.Where(f => f.Verdict != FactVerdict.Ok).Select(f => $"{f.Text}: {f.Expected} / {f.Register}").ShouldBeEmpty();
        (await CreateAsync(plan, replace: false)).Refusal!.Code.ShouldBe("demo.exists");
    }

    [Fact]
    public async Task A_broken_off_creation_leaves_the_old_municipality_and_no_half_made_one()
    {
        var small = new DemoPlan(1_000);
        var database = (await CreateAsync(small, replace: false)).Value.Municipality.Database;
        var before = File.ReadAllBytes(database.Connection);
        using var broken = new CancellationTokenSource();
        await Should.ThrowAsync<OperationCanceledException>(() => CreateAsync(small with { Seed = 2 }, replace: true, _ => broken.Cancel(), broken.Token));
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

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await _services.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private Task<Virker.Kernel.Outcome<DemoCreated>> CreateAsync(DemoPlan plan, bool replace, Action<string>? progress = null, CancellationToken ct = default) =>
        new DemoMunicipality(_services).CreateAsync(plan, null, replace, progress ?? (_ => { }), ct);
}
