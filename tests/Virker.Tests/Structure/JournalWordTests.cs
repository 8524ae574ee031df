using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Virker.Kernel;
using Virker.Platform;
using Virker.Tests.Support;
using Virker.Web;
using Virker.Web.Pages.Oversight.Journal;

namespace Virker.Tests.Structure;

/// <summary>
/// Whatever can stand in the journal is called something in Danish, from one place: each table, each column, each code
/// of an enum, each command. A name that is no longer needed goes.
/// </summary>
public sealed class JournalWordTests
{
    [Fact]
    public async Task Each_table_and_column_that_can_be_journalled_has_a_Danish_name()
    {
        await using var house = await TestHouse.OnSqliteAsync();
        await using var scope = house.Scope(Actor.System);
        var entities = scope.ServiceProvider.GetRequiredService<VirkerContext>().Model.GetEntityTypes().ToList();
        entities.Count.ShouldBeGreaterThan(80);
        Wall.Holds(Nameless(entities));
        var tables = entities.Select(e => e.GetTableName()!).ToHashSet();
        var columns = entities
            .SelectMany(e =>
                e.GetProperties()
                    .SelectMany(p => new[] { p.GetColumnName(), $"{e.GetTableName()}.{p.GetColumnName()}" })
            )
            .ToHashSet();
        Wall.Holds(
            JournalWords
                .All.Keys.Select(k => k.Split(' ', 2))
                .Where(k => k[0] == "table" ? !tables.Contains(k[1]) : k[0] == "column" && !columns.Contains(k[1]))
                .Select(k => $"{k[0]} {k[1]} is in no journal")
        );
    }

    [Fact]
    public void Each_command_and_each_listener_has_a_Danish_name()
    {
        var commands = Modules
            .Types()
            .Where(t => (typeof(ICommand).IsAssignableFrom(t) && !t.IsInterface) || Listens(t))
            .Select(t => t.Name)
            .ToList();
        commands.Count.ShouldBeGreaterThan(120);
        Wall.Holds(commands.Where(c => JournalWords.Action(c) == c).Select(c => $"{c} has no name in Danish"));
        JournalWords
            .All.Keys.Where(k => k.StartsWith("action ", StringComparison.Ordinal))
            .Select(k => k["action ".Length..])
            .Except(commands)
            .ShouldBe(["SignIn", "Import"], ignoreOrder: true);
    }

    /// <summary>What a listener changes stands in the journal under its own name.</summary>
    private static bool Listens(Type type) =>
        type.IsClass
        && type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IHandle<>));

    [Fact]
    public void No_two_tables_have_the_same_name() => JournalWords.Tables.Select(t => t.Name).ShouldBeUnique();

    [Fact]
    public async Task The_page_says_what_was_changed_in_Danish_with_days_yes_and_no_and_the_words_of_codes()
    {
        await using var web = await WebHouse.OpenAsync();
        await using (var scope = web.Scope(Actor.System))
        {
            (
                await scope
                    .ServiceProvider.GetRequiredService<IUseCase<SwitchConnector, Done>>()
                    .RunAsync(new("statistikbanken", true))
            ).Refusal.ShouldBeNull();
        }

        var officer = await web.AsAsync(Role.DataProtectionOfficer);
        var page = await officer.GetAsync("/tilsyn/aendringer?tabel=connectors");
        page.Words.ShouldContain("Forbindelse til andre tilføjet");
        page.Words.ShouldContain("Tænder eller slukker en forbindelse");
        page.Words.ShouldContain("Tændt Ja");
        page.Words.ShouldNotContain("is_on");
        var all = await officer.GetAsync("/tilsyn/aendringer");
        all.Document.QuerySelectorAll("dt").Length.ShouldBeGreaterThan(20);
        all.Document.QuerySelectorAll("dt, select[name=tabel] option")
            .Select(e => e.TextContent)
            .Where(t => t.Contains('_'))
            .ShouldBeEmpty();
    }

    private static IEnumerable<string> Nameless(IEnumerable<IEntityType> entities)
    {
        foreach (var entity in entities)
        {
            var table = entity.GetTableName()!;
            if (JournalWords.Table(table) == table) yield return $"{table} has no name in Danish";
            foreach (var property in entity.GetProperties())
            {
                var column = property.GetColumnName();
                if (JournalWords.Column(table, column) == column)
                    yield return $"{table}.{column} has no name in Danish";
                foreach (var code in Codes(property).Where(c => !JournalWords.All.ContainsKey($"value {column} {c}")))
                    yield return $"{table}.{column}: {code} has no word in Danish";
            }
        }
    }

    private static IReadOnlyList<string> Codes(IProperty property) =>
        (Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType) is { IsEnum: true } type
            ? Enum.GetNames(type)
            : [];
}
