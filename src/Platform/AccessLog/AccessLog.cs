using Virker.Kernel;

namespace Virker.Platform;

/// <summary>
/// Writes who looked at which citizen, when, at what and for which purpose. If it cannot be written, nothing is shown.
/// </summary>
internal sealed class AccessLog(CurrentActor actor, TimeProvider clock)
{
    internal static readonly ChainTable Table = new("access_log",
        ["at", "user_id", "actor", "role", "citizen_id", "use_case", "purpose", "reason", "review", "reference"]);

    public object?[] Row(CitizenId citizen, string useCase, string purpose, string? reason) =>
        [
            clock.GetUtcNow(),
            actor.Value.User?.Value,
            actor.Value.Name,
            actor.Value.Roles.FirstOrDefault()?.Role.Id,
            citizen.Value,
            useCase,
            purpose,
            reason,
            reason is not null,
            actor.Reference,
        ];
}
