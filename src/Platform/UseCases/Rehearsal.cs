using Virker.Kernel;

namespace Virker.Platform;

/// <summary>
/// A command that is asked what it would refuse, and does nothing. A form with a field that cannot be read asks so what
/// is wrong besides, so that all of it is said at once. The handler runs until it would save, and everything is rolled
/// back. What stands in for the field may bring it to a halt: then there is no more to say.
/// </summary>
public static class Rehearsal
{
    private static readonly AsyncLocal<bool> On = new();

    internal static readonly Refusal Passed = new("rehearsal.passed", "Der er ikke andet at rette.");

    internal static bool IsOn => On.Value;

    /// <summary>What it would be refused for; null where it would be done.</summary>
    public static async Task<Refusal?> RefusalOfAsync<TRequest, TResult>(
        IUseCase<TRequest, TResult> command, TRequest request, CancellationToken ct = default)
        where TRequest : ICommand<TResult>
    {
        On.Value = true;
        return (await command.RunAsync(request, ct)).Refusal is { } refusal && refusal != Passed ? refusal : null;
    }

    /// <summary>
    /// Everything that <paramref name="work"/> sends is a rehearsal: whatever would be done is answered as refused, and
    /// nothing is.
    /// </summary>
    public static async Task DuringAsync(Func<Task> work)
    {
        On.Value = true;
        await work();
    }

    /// <summary>Called where something would be saved.</summary>
    internal static void End()
    {
        if (On.Value) throw new Over();
    }

    private sealed class Over : Exception;
}
