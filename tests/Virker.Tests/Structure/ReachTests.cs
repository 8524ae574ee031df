using Virker.Kernel;

namespace Virker.Tests.Structure;

/// <summary>
/// Every use case can be reached: a page, a file's address, a command or a job asks for it, by itself or through other
/// use cases. The fictive municipality and the tests do not count.
/// </summary>
public sealed class ReachTests
{
    private static readonly string[] Entrances = ["Web", "Cli"];

    [Fact]
    public void Every_use_case_is_reached_from_a_page_a_command_or_a_job()
    {
        var asked = Asked();
        var handlers = Modules
            .Handlers(Modules.Types(r => r.Name != "Demo"))
            .SelectMany(h => Modules.Contracts(h).Select(c => (Handler: h, Request: c.GetGenericArguments()[0])))
            .ToList();
        handlers.Count.ShouldBeGreaterThan(200);
        Wall.Holds(Unreached(handlers, asked));
    }

    [Fact]
    public void The_wall_falls_for_a_use_case_that_nobody_asks_for()
    {
        var handlers = Modules
            .Handlers(typeof(ReachTests).Assembly.GetTypes().Where(t => t.Namespace == "Virker.Tests.Structure.Seeded"))
            .SelectMany(h => Modules.Contracts(h).Select(c => (Handler: h, Request: c.GetGenericArguments()[0])))
            .ToList();
        handlers.ShouldNotBeEmpty();
        Unreached(handlers, []).Count().ShouldBe(handlers.Select(h => h.Request).Distinct().Count());
        Unreached(handlers, [handlers[0].Request])
            .ShouldNotContain($"{handlers[0].Request.Name} is reached by nothing");
    }

    private static IEnumerable<string> Unreached(
        IReadOnlyList<(Type Handler, Type Request)> handlers,
        HashSet<Type> first
    )
    {
        var (reached, grown) = (first.ToHashSet(), true);
        while (grown)
            grown =
                handlers
                    .Where(h => reached.Contains(h.Request))
                    .SelectMany(h => AskedBy(h.Handler))
                    .ToList()
                    .Count(reached.Add) > 0;
        return handlers.Where(h => !reached.Contains(h.Request)).Select(h => $"{h.Request.Name} is reached by nothing");
    }

    /// <summary>
    /// What the entrances name, and what jobs and other services of the modules that are no use cases are made with.
    /// </summary>
    private static HashSet<Type> Asked()
    {
        var named = Entrances.SelectMany(e => Named($"Virker.{e}")).ToHashSet();
        var services = Modules
            .Types(r => r.Name != "Demo" && !Entrances.Contains(r.Name))
            .Where(t => t.IsClass && !Modules.Contracts(t).Any());
        var requests = Modules
            .Handlers(Modules.Types())
            .SelectMany(Modules.Contracts)
            .Select(c => c.GetGenericArguments()[0]);
        return
        [
            .. requests.Where(r => named.Contains(r.FullName!)),
            .. services.SelectMany(AskedBy),
            .. Modules
                .Handlers(Modules.Types(r => Entrances.Contains(r.Name)))
                .SelectMany(Modules.Contracts)
                .Select(c => c.GetGenericArguments()[0]),
        ];
    }

    private static IEnumerable<Type> AskedBy(Type type) =>
        type.GetConstructors()
            .SelectMany(c => c.GetParameters())
            .Select(p => p.ParameterType)
            .Where(p => p.IsGenericType && p.GetGenericTypeDefinition() == typeof(IUseCase<,>))
            .Select(p => p.GetGenericArguments()[0]);

    private static IReadOnlyList<string> Named(string assembly)
    {
        using var binary = Binary.Of(assembly);
        return [.. binary.ForeignTypes().Select(t => t.Type)];
    }
}
