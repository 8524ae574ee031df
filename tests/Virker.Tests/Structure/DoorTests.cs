using System.Reflection;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Virker.Kernel;
using Virker.Platform;
using Virker.Tests.Support;
using Virker.Web;

namespace Virker.Tests.Structure;

/// <summary>
/// The parts of a page ask at once, and a page may end while they do. So whatever a component is handed reaches the
/// database only through what takes its turn (<see cref="RequestTurn"/>): use cases, and the few readings that are
/// none.
/// </summary>
public sealed class DoorTests
{
    [Fact]
    public async Task Nothing_that_a_component_asks_reaches_the_database_beside_the_turn()
    {
        IReadOnlyList<ServiceDescriptor> registered = [];
        await using var web = await WebHouse.OpenAsync(also: services => registered = [.. services]);
        web.Services.GetServices<IModuleGrants>().ShouldNotBeEmpty();
        registered.Count.ShouldBeGreaterThan(300);

        var asked = typeof(AnswerStatus)
            .Assembly.GetTypes()
            .Where(t => typeof(IComponent).IsAssignableFrom(t))
            .SelectMany(Injected)
            .ToList();
        asked
            .Count(a => a.Asked.IsGenericType && a.Asked.GetGenericTypeDefinition() == typeof(IUseCase<,>))
            .ShouldBeGreaterThan(150);
        Wall.Holds(
            asked.SelectMany(a => Ways(a.Asked, registered, []).Select(way => $"{a.Component.Name} asks {way}"))
        );
    }

    [Fact]
    public void The_wall_falls_for_a_seeded_violation()
    {
        var services = new ServiceCollection().AddScoped<Beside>().AddScoped<Through>().AddScoped<Far>();

        Ways(typeof(Far), [.. services], []).ShouldBe(["Far > Beside > VirkerContext"]);
        Ways(typeof(Through), [.. services], []).ShouldBeEmpty();
    }

    private static IEnumerable<(Type Component, Type Asked)> Injected(Type component) =>
        component
            .GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Where(p => p.IsDefined(typeof(InjectAttribute)))
            .Select(p => (component, p.PropertyType))
            .Concat(
                component.GetConstructors().SelectMany(c => c.GetParameters()).Select(p => (component, p.ParameterType))
            );

    /// <summary>Every way from a service to the context that passes nobody who takes the turn.</summary>
    private static IEnumerable<string> Ways(
        Type service,
        IReadOnlyList<ServiceDescriptor> registered,
        IReadOnlyList<Type> before
    )
    {
        if (service == typeof(VirkerContext))
            return [string.Join(" > ", before.Append(service).Select(t => t.Name))];
        if (before.Contains(service))
            return [];
        var one =
            service.IsGenericType && service.GetGenericTypeDefinition() == typeof(IEnumerable<>)
                ? service.GetGenericArguments()[0]
                : service;
        return registered
            .Where(d => !d.IsKeyedService)
            .Select(d => Made(d, one))
            .OfType<Type>()
            .Distinct()
            .SelectMany(made =>
                made.GetConstructors() is [var first, ..]
                && Parameters(first) is { } needs
                && !needs.Contains(typeof(RequestTurn))
                    ? needs.SelectMany(n => Ways(n, registered, [.. before, service]))
                    : []
            );
    }

    private static IReadOnlyList<Type> Parameters(ConstructorInfo constructor) =>
        [.. constructor.GetParameters().Select(p => p.ParameterType)];

    /// <summary>
    /// What is made when it is asked for; what a factory hands out under another name is found under that name.
    /// </summary>
    private static Type? Made(ServiceDescriptor descriptor, Type asked)
    {
        if (descriptor.ServiceType == asked)
            return descriptor.ImplementationType ?? descriptor.ImplementationInstance?.GetType() ?? HandedOut(asked);
        var isOpen =
            asked.IsGenericType
            && descriptor.ServiceType.IsGenericTypeDefinition
            && descriptor.ServiceType == asked.GetGenericTypeDefinition();
        return isOpen ? descriptor.ImplementationType?.MakeGenericType(asked.GetGenericArguments()) : null;
    }

    private static Type? HandedOut(Type asked) =>
        House
            .Rooms.Select(Modules.Of)
            .Append(typeof(AnswerStatus).Assembly)
            .SelectMany(a => a.GetTypes())
            .FirstOrDefault(t => t is { IsClass: true, IsAbstract: false } && asked.IsAssignableFrom(t));

    private sealed class Beside(VirkerContext db)
    {
        public VirkerContext Db => db;
    }

    private sealed class Through(RequestTurn turn, VirkerContext db)
    {
        public (RequestTurn, VirkerContext) All => (turn, db);
    }

    private sealed class Far(Beside near)
    {
        public Beside Near => near;
    }
}
