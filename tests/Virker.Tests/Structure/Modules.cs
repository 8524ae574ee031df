using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Tests.Structure;

/// <summary>The compiled rooms of the house, by reflection.</summary>
internal static class Modules
{
    public static Assembly Of(Room room) => Assembly.Load(room.Assembly);

    public static IEnumerable<Type> Types(Func<Room, bool>? which = null) =>
        House
            .Rooms.Where(which ?? (_ => true))
            .SelectMany(r => Of(r).GetTypes())
            .Where(t =>
                !t.Name.Contains('<')
                && !t.IsDefined(typeof(System.Runtime.CompilerServices.CompilerGeneratedAttribute))
            );

    public static IEnumerable<Type> Handlers(IEnumerable<Type> types) =>
        types.Where(t =>
            t is { IsClass: true, IsAbstract: false, IsGenericTypeDefinition: false } && Contracts(t).Any()
        );

    public static IEnumerable<Type> Contracts(Type handler) =>
        handler.GetInterfaces().Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IUseCase<,>));

    /// <summary>The composed house without a database: who may what, and which entities there are.</summary>
    public static ServiceProvider Compose()
    {
        var services = new ServiceCollection().AddLogging().AddVirker();
        return services.BuildServiceProvider();
    }
}
