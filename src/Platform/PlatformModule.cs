using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Virker.Kernel;

namespace Virker.Platform;

/// <summary>
/// How composition roots (web, command line, tests) put the house together: the platform first, then each module.
/// </summary>
public static class PlatformModule
{
    private static readonly string[] CompositionRoots =
    [
        "Virker.Web",
        "Virker.Cli",
        "Virker.Tests",
        "Virker.Journeys",
        "Virker.Bench",
    ];

    /// <summary>
    /// The platform and every module. A scope needs <see cref="CurrentMunicipality"/> and <see cref="CurrentActor"/>
    /// set before anything else.
    /// </summary>
    public static IServiceCollection AddVirker(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(DataFolder.FromEnvironment());
        services
            .AddSingleton<KeyRing>()
            .AddSingleton<Grants>()
            .AddSingleton<Migrator>()
            .AddSingleton<MunicipalityCatalogue>()
            .AddSingleton<SiteAddress>()
            .AddSingleton<LookBatches>()
            .AddSingleton<BulkJournal>()
            .AddSingleton(typeof(KeptEntries<,>))
            .AddScoped(typeof(KeptHere<,>));
        services.AddScoped<CurrentMunicipality>().AddScoped<CurrentActor>();
        services
            .AddScoped<RequestTurn>()
            .AddScoped<UnitOfWork>()
            .AddScoped<Gate>()
            .AddScoped<Looks>()
            .AddScoped<LookReader>()
            .AddScoped<LookGrouping>()
            .AddScoped<JournalVeil>()
            .AddScoped<IAccounts, Accounts>();
        services
            .AddScoped<KeptForms>()
            .AddScoped<FileStore>()
            .AddScoped<IFileStore>(provider => provider.GetRequiredService<FileStore>())
            .AddScoped<IEvents, OutboxEvents>()
            .AddScoped<IErasures, Erasures>();
        services.AddScoped<IWakeJobs, JobBell>();
        services
            .AddSingleton<Outbox>()
            .AddSingleton<JobRunner>()
            .AddSingleton<Backups>()
            .AddSingleton<Restores>()
            .AddSingleton<MunicipalityHealth>();
        services.AddDbContext<VirkerContext>(
            (provider, options) =>
            {
                Connections.Configure(options, provider.GetRequiredService<CurrentMunicipality>().Value.Database);
                options.AddInterceptors(new NoSaveUntold(provider), DirectWrites.It);
            }
        );
        foreach (var assembly in ModuleAssemblies())
            services.AddModule(assembly);
        services.TryAddScoped<ICitizenRelations, NoRelations>();
        services.TryAddScoped<ICitizenNames, NoNames>();
        return services;
    }

    /// <summary>For a running server: brings the schemas up to date, delivers news, runs jobs.</summary>
    public static IServiceCollection AddHouseWork(this IServiceCollection services) =>
        services.AddHostedService<HouseWork>();

    /// <summary>The parts of an assembly that is no module (<see cref="PartAttribute"/>).</summary>
    public static IServiceCollection AddParts(this IServiceCollection services, Assembly assembly)
    {
        foreach (var type in Found(assembly)) services.AddPart(type);
        return services;
    }

    /// <summary>Every module that lies beside this assembly. A new module needs no line here.</summary>
    private static IEnumerable<Assembly> ModuleAssemblies() =>
        Directory
            .EnumerateFiles(AppContext.BaseDirectory, "Virker.*.dll")
            .Select(Path.GetFileNameWithoutExtension)
            .Where(name => !CompositionRoots.Contains(name))
            .Order(StringComparer.Ordinal)
            .Select(name => Assembly.Load(new AssemblyName(name!)));

    /// <summary>
    /// A module's use cases (each behind the pipeline), listeners and parts (<see cref="PartAttribute"/>), and the few
    /// things that cannot be found.
    /// </summary>
    internal static void AddModule(this IServiceCollection services, Assembly assembly)
    {
        var types = Found(assembly);
        foreach (var (handler, contract) in types.SelectMany(t => t.GetInterfaces().Where(IsUseCase).Select(i => (t, i))))
        {
            services.AddScoped(handler);
            services.AddScoped(contract, typeof(Pipeline<,,>).MakeGenericType([.. contract.GetGenericArguments(), handler]));
        }

        foreach (var (handler, contract) in types.SelectMany(t => t.GetInterfaces().Where(IsListener).Select(i => (t, i))))
        {
            services.TryAddScoped(handler);
            services.AddSingleton(new Listener(contract.GetGenericArguments()[0], handler));
        }

        foreach (var type in types) services.AddPart(type);
        foreach (var own in types.Where(typeof(IModuleServices).IsAssignableFrom))
            ((IModuleServices)Activator.CreateInstance(own)!).Add(services);
    }

    private static List<Type> Found(Assembly assembly) =>
        [.. assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false, IsGenericType: false })];

    /// <summary>
    /// A marked class under its own name and, the same one, under each of the house's interfaces; another under the
    /// marked interfaces that it is.
    /// </summary>
    internal static void AddPart(this IServiceCollection services, Type type)
    {
        if (type.GetCustomAttribute<PartAttribute>() is { } own)
        {
            var life = LifeOf(own);
            services.Add(new(type, type, life));
            foreach (var name in type.GetInterfaces().Where(IsOfTheHouse))
                services.Add(new(name, scope => scope.GetRequiredService(type), life));
            return;
        }

        foreach (var kind in type.GetInterfaces())
        {
            if (kind.GetCustomAttribute<PartAttribute>() is { } found) services.Add(new(kind, type, LifeOf(found)));
        }
    }

    private static ServiceLifetime LifeOf(PartAttribute part) =>
        part.IsShared ? ServiceLifetime.Singleton : ServiceLifetime.Scoped;

    private static bool IsOfTheHouse(Type type) =>
        type.Namespace?.StartsWith("Virker.", StringComparison.Ordinal) == true;

    private static bool IsUseCase(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IUseCase<,>);

    private static bool IsListener(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IHandle<>);

    /// <summary>
    /// Whenever anything saves, a use case runs and the journal hears of it. A save that waits for nobody is not to be
    /// had.
    /// </summary>
    private sealed class NoSaveUntold(IServiceProvider provider) : SaveChangesInterceptor
    {
        public override InterceptionResult<int> SavingChanges(
            DbContextEventData eventData,
            InterceptionResult<int> result
        ) => throw new NotSupportedException("Save with SaveChangesAsync.");

        public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
            DbContextEventData eventData,
            InterceptionResult<int> result,
            CancellationToken cancellationToken = default
        )
        {
            provider.GetRequiredService<UnitOfWork>().OnSaving();
            return ValueTask.FromResult(result);
        }
    }
}

/// <summary>
/// What a module registers beside what is found by itself: what is made by a factory, or only where nothing else is.
/// </summary>
public interface IModuleServices
{
    void Add(IServiceCollection services);
}
