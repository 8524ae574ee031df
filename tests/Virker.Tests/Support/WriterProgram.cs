using Microsoft.Extensions.DependencyInjection;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Tests.Support;

/// <summary>
/// The test assembly started as a program: writes through a use case again and again and says on standard output what
/// was acknowledged, until somebody kills it. Arguments: the dialect, the connection, the municipality's folder.
/// </summary>
internal static class WriterProgram
{
    private static async Task<int> Main(string[] args)
    {
        if (args is not ["writer", var dialect, var connection, var folder]) return 2;
        var database = new DatabaseAddress(Enum.Parse<Dialect>(dialect), connection);
        var municipality = new Municipality("999", "Fiktivby Kommune", "fiktivby", ["localhost"], database, folder)
        {
            IsFictive = true,
        };
        await using var services = new ServiceCollection().AddLogging().AddVirker().BuildServiceProvider();
        await using var output = Console.OpenStandardOutput();
        while (true)
        {
            var name = $"skriver-{Guid.NewGuid():N}";
            await using var scope = services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentMunicipality>().Value = municipality;
            var actor = scope.ServiceProvider.GetRequiredService<CurrentActor>();
            (actor.Value, actor.IdempotencyKey) = (Actor.System, Guid.NewGuid());
            var create = scope.ServiceProvider.GetRequiredService<IUseCase<CreateAccount, AccountCreated>>();
            if ((await create.RunAsync(new(name, "Skriver", null, [RoleAssignment.Of(Role.CaseWorker)]))).IsRefused)
                return 1;
            await output.WriteAsync(System.Text.Encoding.ASCII.GetBytes(name + "\n"));
            await output.FlushAsync();
        }
    }
}
