using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Virker.Kernel;
using Virker.Platform;
using Virker.Rules;

namespace Virker.Tests.Support;

/// <summary>
/// Makes nothing answer at once: every use case, account store and law reading, and every command to the database, lets
/// others run before it begins and after it is done. SQLite answers on the spot, so without this a page that reads what
/// has not come yet is only seen to fail on PostgreSQL.
/// </summary>
internal static class Yielding
{
    private static readonly ConcurrentDictionary<Type, ObjectFactory> Makers = new();

    public static IServiceCollection Yield(this IServiceCollection services)
    {
        foreach (
            var descriptor in services
                .Where(d => !d.ServiceType.ContainsGenericParameters && IsUseCase(d.ServiceType))
                .ToList()
        )
            services.Put(
                descriptor,
                typeof(YieldingUseCase<,>).MakeGenericType(descriptor.ServiceType.GetGenericArguments())
            );
        services.Put(services.Single(d => d.ServiceType == typeof(IAccounts)), typeof(YieldingAccounts));
        services.Put(services.Single(d => d.ServiceType == typeof(ILawInForce)), typeof(YieldingLaw));
        return services.ConfigureDbContext<VirkerContext>(options => options.AddInterceptors(new YieldingCommands()));
    }

    private static bool IsUseCase(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IUseCase<,>);

    /// <summary>A wrapper in the place of what is registered, around it.</summary>
    private static void Put(this IServiceCollection services, ServiceDescriptor inner, Type wrapper)
    {
        Func<IServiceProvider, object> read =
            inner.ImplementationFactory
            ?? (
                inner.ImplementationType is { } type
                    ? provider => Maker(type)(provider, [])
                    : throw new InvalidOperationException($"{inner.ServiceType} is one that is there already.")
            );
        services[services.IndexOf(inner)] = new(
            inner.ServiceType,
            provider => Maker(wrapper, inner.ServiceType)(provider, [read(provider)]),
            inner.Lifetime
        );
    }

    /// <summary>Compiled once a run, when somebody asks for it: each house has some six hundred.</summary>
    private static ObjectFactory Maker(Type type, params Type[] given) =>
        Makers.GetOrAdd(type, t => ActivatorUtilities.CreateFactory(t, given));

    private static async Task<T> OfAsync<T>(Func<Task<T>> work)
    {
        await Task.Yield();
        var answer = await work();
        await Task.Yield();
        return answer;
    }

    private sealed class YieldingUseCase<TRequest, TResult>(IUseCase<TRequest, TResult> inner)
        : IUseCase<TRequest, TResult>
        where TRequest : IRequest<TResult>
    {
        public Task<Outcome<TResult>> RunAsync(TRequest request, CancellationToken ct = default) =>
            OfAsync(() => inner.RunAsync(request, ct));
    }

    private sealed class YieldingLaw(ILawInForce inner) : ILawInForce
    {
        public IReadOnlyList<Type> StandsOn => inner.StandsOn;

        public Task<Lawbook> ReadAsync(CancellationToken ct = default) => OfAsync(() => inner.ReadAsync(ct));
    }

    private sealed class YieldingAccounts(IAccounts inner) : IAccounts
    {
        public Task<Account?> FindAsync(UserId id, CancellationToken ct = default) =>
            OfAsync(() => inner.FindAsync(id, ct));

        public Task<Account?> FindByUserNameAsync(string userName, CancellationToken ct = default) =>
            OfAsync(() => inner.FindByUserNameAsync(userName, ct));

        public Task<Account?> FindByPasskeyAsync(byte[] credentialId, CancellationToken ct = default) =>
            OfAsync(() => inner.FindByPasskeyAsync(credentialId, ct));

        public Task<IReadOnlyList<Account>> ActiveAsync(CancellationToken ct = default) =>
            OfAsync(() => inner.ActiveAsync(ct));

        public Task<Outcome<Account>> UpdateAsync(Account account, CancellationToken ct = default) =>
            OfAsync(() => inner.UpdateAsync(account, ct));
    }

    /// <summary>Whoever came to the database beside the request's turn meets somebody else there.</summary>
    private sealed class YieldingCommands : DbCommandInterceptor
    {
        public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<DbDataReader> result,
            CancellationToken cancellationToken = default
        )
        {
            await Task.Yield();
            return result;
        }

        public override async ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<object> result,
            CancellationToken cancellationToken = default
        )
        {
            await Task.Yield();
            return result;
        }

        public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<int> result,
            CancellationToken cancellationToken = default
        )
        {
            await Task.Yield();
            return result;
        }
    }
}
