using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Virker.Casework;
using Virker.Kernel;
using Virker.Platform;
using Virker.Tests.Support;

namespace Virker.Tests.Casework;

public sealed class RegisterSchemaTests
{
    [Theory, EachDatabase]
    public async Task Every_table_of_the_register_can_be_read_through_its_entities(Dialect dialect)
    {
        await using var house = await TestHouse.OnAsync(dialect);
        await using var scope = house.Scope(Actor.System);
        var db = scope.ServiceProvider.GetRequiredService<VirkerContext>();
        string[] modules =
        [
            "Virker.Casework",
            "Virker.Companies",
            "Virker.Newcomers",
            "Virker.Youth",
            "Virker.Economy",
        ];
        var entities = db.Model.GetEntityTypes().Where(e => modules.Contains(e.ClrType.Namespace)).ToList();
        entities.Count.ShouldBeGreaterThan(27);
        foreach (var entity in entities)
        {
            var rows = await (Task<int>)
                typeof(RegisterSchemaTests)
                    .GetMethod(
                        nameof(CountAsync),
                        System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static
                    )!
                    .MakeGenericMethod(entity.ClrType)
                    .Invoke(null, [db])!;
            rows.ShouldBe(0, entity.Name);
        }
    }

    private static async Task<int> CountAsync<T>(VirkerContext db)
        where T : class => (await db.Set<T>().AsNoTracking().ToListAsync()).Count;
}
