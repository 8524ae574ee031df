using Virker.Kernel;
using Virker.Office;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>
/// Somebody has a citizen's case from a day on. <paramref name="Before"/>: who had it; null where nobody did.
/// </summary>
public sealed record CaseWorkerChanged(CitizenId Citizen, UserId? Before, UserId Worker, TeamId Team, DateOnly From)
    : IEvent;
