using Microsoft.Extensions.DependencyInjection;
using Virker.Platform;

namespace Virker.Tests.Support;

/// <summary>What a register delivers comes into the tests' towns as into any municipality.</summary>
internal static class Delivered
{
    /// <summary>The scope runs as the system.</summary>
    public static async Task TakeInAsync(this IServiceProvider scope, params IEnumerable<Registered> register) =>
        (await scope.GetRequiredService<IRegisterIntake>().TakeInAsync(new(register))).Refusal.ShouldBeNull();
}
