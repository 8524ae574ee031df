using System.Collections.Concurrent;
using System.Reflection;
using Virker.Kernel;

namespace Virker.Platform;

/// <summary>
/// The permission of a use case, by its request: it is named where the use case is (<see cref="RequiresAttribute"/>),
/// and a page, a menu or a button asks for the use case and never for the permission's name.
/// </summary>
public static class Permissions
{
    private static readonly ConcurrentDictionary<Assembly, IReadOnlyDictionary<Type, string>> ByModule = new();

    public static string Of<TRequest>() => Of(typeof(TRequest));

    /// <exception cref="InvalidOperationException">No use case of the request's module answers it.</exception>
    public static string Of(Type request) =>
        ByModule.GetOrAdd(request.Assembly, Read).TryGetValue(request, out var permission)
            ? permission
            : throw new InvalidOperationException($"No use case answers {request.FullName}.");

    private static IReadOnlyDictionary<Type, string> Read(Assembly module) =>
        (
            from handler in module.GetTypes()
            let requires = handler.GetCustomAttribute<RequiresAttribute>()
            where requires is not null
            from contract in handler.GetInterfaces()
            where contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(IUseCase<,>)
            select (Request: contract.GetGenericArguments()[0], requires.Permission)
        ).ToDictionary(u => u.Request, u => u.Permission);
}
