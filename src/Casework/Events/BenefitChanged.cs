using Virker.Kernel;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>
/// A citizen has another benefit from a day on. <paramref name="Before"/> and <paramref name="Benefit"/>: the
/// register's codes; null before is none.
/// </summary>
public sealed record BenefitChanged(CitizenId Citizen, int? Before, int Benefit, DateOnly From) : IEvent;
