using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using Virker.Insight;
using Virker.Kernel;
using Virker.Platform;
using Virker.Tests.Support;
using Virker.Tests.Structure;

namespace Virker.Tests.Insight;

/// <summary>A module declares its facts and figures in its own folder, and nothing else is told of them.</summary>
public sealed class OwnFactTests
{
    private static readonly DateOnly DataDate = new(2024, 6, 30);

    [Fact]
    public async Task A_new_key_figure_on_a_new_fact_is_one_folder_of_one_module()
    {
        var services = new ServiceCollection();
        foreach (var part in new[] { typeof(Catalogue), typeof(CycleFactSource), typeof(CycleFigures) })
            services.AddPart(part);
        await using var house = services.BuildServiceProvider();
        using var scope = house.CreateScope();

        var load = new FactLoad(DataDate, new Numbered());
        foreach (var source in scope.ServiceProvider.GetServices<IFactSource>()) await source.LoadAsync(load, default);
        var catalogue = house.GetRequiredService<Catalogue>();
        var figure = catalogue.Get("cykler.lange-laan");
        var store = new FactStore(DataDate, "1", load.Tables);

        (catalogue.AreaOf(figure.Id).Name, figure.Evaluate(store, figure.LatestPeriod(store)).Value!.Value)
            .ShouldBe(("Cykler", new Fraction(1, 1)));
        figure.Definition.ShouldBe("Personer, der på periodens sidste dag har lånt en ladcykel i mindst 30 dage.");
        figure
            .Evaluate(new(DataDate, "2", []), FigurePeriod.Month(2024, 6))
            .Why.ShouldBe("Oplysninger om »Lånte cykler« er ikke indlæst. De kommer fra: Cykelkælderen.");
    }

    [Fact]
    public void A_row_or_a_figure_on_a_column_of_another_table_is_refused()
    {
        Should.Throw<FactException>(() => new FactSet(CycleFacts.Table).With(PersonFacts.Sex, "mand"))
            .Message.ShouldBe("Tabellen cycle-loans har ingen kolonne sex.");
        Should.Throw<FactException>(() =>
                new FactTableBuilder(CycleFacts.Table).Spell(0, DataDate, null).Set(PersonFacts.Sex, 1)
            )
            .Message.ShouldBe("Tabellen cycle-loans har ingen kolonne sex.");
    }

    /// <summary>Insight keeps the engine and what everybody shares; a module's facts stand in the module.</summary>
    [Fact]
    public void Insight_declares_no_table_but_the_shared_ones()
    {
        Modules.Types(r => r.Name == "Insight").SelectMany(Declared).Select(t => t.Id)
            .ShouldBe(["persons", "residence", "register-spells"], ignoreOrder: true);
        Declared(typeof(CycleFacts)).ShouldBe([CycleFacts.Table]);
        typeof(FactTableBuilder)
            .GetMethods()
            .Where(m => m.Name == nameof(FactTableBuilder.Set))
            .Where(m => m.GetParameters()[0].ParameterType != typeof(FactColumn))
            .ShouldBeEmpty("rows are set by column, not by place");
    }

    [Fact]
    public void Insight_says_no_word_of_a_module()
    {
        Wall.Holds(
            Repository
                .Sources.Where(f => f.Path.StartsWith("src/Insight/", StringComparison.Ordinal))
                .Where(f => !f.Path.StartsWith("src/Insight/Registers/", StringComparison.Ordinal))
                .SelectMany(f => OwnWords(f.Path, f.Text()))
        );
        OwnWords("src/Insight/X.cs", "Name = \"Borgere på kontanthjælp\"").ShouldHaveSingleItem();
        OwnWords("src/Insight/X.cs", "new FactColumn(\"benefit\", …)").ShouldHaveSingleItem();
        OwnWords("src/Insight/X.cs", "/// \"får {benefit|en ydelse}\" is said").ShouldBeEmpty();
    }

    /// <summary>What a figure counts in is brought by a module, once.</summary>
    [Fact]
    public void Every_table_that_a_figure_counts_in_is_brought()
    {
        var brought = Modules
            .Types()
            .Where(t => t.IsClass && typeof(IFactSource).IsAssignableFrom(t))
            .SelectMany(t => ((IFactSource)RuntimeHelpers.GetUninitializedObject(t)).Tables)
            .ToList();

        brought.Select(t => t.Id).ShouldBeUnique();
        HouseCatalogue
            .It.All.SelectMany(i => i.Measure.Sets)
            .SelectMany(s => s.Needs)
            .Distinct()
            .Except(brought)
            .ShouldBeEmpty();
        Modules.Types(r => r.Name != "Insight").SelectMany(Declared).Except(brought)
            .ShouldBeEmpty("tables that are declared and never brought");
    }

    private static IEnumerable<TableDeclaration> Declared(Type type) =>
        type.GetFields(
                System.Reflection.BindingFlags.Static
                    | System.Reflection.BindingFlags.Public
                    | System.Reflection.BindingFlags.NonPublic
            )
            .Where(f => f.FieldType == typeof(TableDeclaration))
            .Select(f => (TableDeclaration)f.GetValue(null)!);

    private static IEnumerable<string> OwnWords(string path, string text) =>
        text.Split('\n')
            .Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal))
            .SelectMany(line => ModuleWords.In(line))
            .Select(word => $"{path} says {word}");

    private sealed class Numbered : IPersonNumbers
    {
        public int Count => 3;

        public int Of(CitizenId citizen) => 0;

        public CitizenId IdOf(int number) => default;

        public bool Has(CitizenId citizen) => true;
    }
}

/// <summary>Stems of the modules' words, in string literals.</summary>
internal static partial class ModuleWords
{
    public static IEnumerable<string> In(string line) =>
        Literal().Matches(line).SelectMany(m => Word().Matches(m.Value)).Select(m => m.Value);

    [System.Text.RegularExpressions.GeneratedRegex("\"[^\"]*\"")]
    private static partial System.Text.RegularExpressions.Regex Literal();

    [System.Text.RegularExpressions.GeneratedRegex(
        "benefit|scheme|compan|newcomer|education|ydelse|dagpenge|hjælp|virksomhed|samtale|nyankom|flygtning|uddannelse|arbejdspligt|refusion|sanktion|indsats|målgruppe|kommunens",
        System.Text.RegularExpressions.RegexOptions.IgnoreCase
    )]
    private static partial System.Text.RegularExpressions.Regex Word();
}

/// <summary>A fact that no module of the house has, as a module would declare it.</summary>
internal static class CycleFacts
{
    public static readonly FactColumn Kind = new(
        "kind",
        "Cykel",
        "Cyklens slags",
        new("cycle", "Cykel", [new(1, "lad", "Ladcykel"), new(2, "by", "Bycykel")])
    )
    {
        Said = new Dictionary<string, string> { ["lad"] = "en ladcykel" },
    };

    public static readonly FactColumn Days = new("days", "Dage", "Aftalte dage", unit: "dage") { OneUnit = "dag" };

    public static readonly TableDeclaration Table = new("cycle-loans", FactShape.Spells, FactSubject.Person)
    {
        Name = "Lånte cykler",
        Meaning = "Dage, hvor personen har lånt en cykel.",
        Source = "Cykelkælderen",
        Columns = [Kind, Days],
        Words = new("har lånt {kind|en cykel}{>=days|| i mindst *}", "lån af {kind|en cykel}"),
    };
}

internal sealed class CycleFactSource : IFactSource
{
    public IReadOnlyList<TableDeclaration> Tables => [CycleFacts.Table];

    public Task<string> VersionAsync(CancellationToken ct) => Task.FromResult("1");

    public Task LoadAsync(FactLoad load, CancellationToken ct)
    {
        var loans = new FactTableBuilder(CycleFacts.Table);
        foreach (var (person, kind, days) in new[] { (0, "lad", 45), (1, "lad", 7), (2, "by", 60) })
            loans.Spell(person, new DateOnly(2024, 6, 3), null).Set(CycleFacts.Kind, kind).Set(CycleFacts.Days, days);
        load.Add(loans.Build());
        return Task.CompletedTask;
    }
}

internal sealed class CycleFigures : IFigures
{
    public FigureArea Area => new("Cykler", 95);

    public IReadOnlyList<Indicator> All { get; } =
        [
            new(
                "cykler.lange-laan",
                "Personer med en ladcykel i lang tid",
                "personer",
                1,
                new Heads(
                    new FactSet(CycleFacts.Table).With(CycleFacts.Kind, "lad") with
                    {
                        Minimums = [new(CycleFacts.Days, 30)],
                    },
                    Presence.AtEnd
                )
            )
            {
                Source = "Cykelkælderen",
            },
        ];
}
