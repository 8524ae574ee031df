using Virker.Kernel;

namespace Virker.Platform;

/// <summary>
/// Answered by Casework, which has the register: what whoever watches over the log may read of the citizens in it, and
/// whose a number is.
/// </summary>
public interface ICitizenNames
{
    /// <summary>
    /// Names of those whose name and address are known not to be protected; the others are not among the answers.
    /// </summary>
    Task<IReadOnlyDictionary<CitizenId, string>> OfAsync(
        IReadOnlyCollection<CitizenId> citizens,
        CancellationToken ct = default
    );

    /// <summary>Null where nobody in the register has the number.</summary>
    Task<CitizenId?> WithCprAsync(Cpr cpr, CancellationToken ct = default);
}

/// <summary>Where no module has a register, nobody has a name.</summary>
internal sealed class NoNames : ICitizenNames
{
    public Task<IReadOnlyDictionary<CitizenId, string>> OfAsync(
        IReadOnlyCollection<CitizenId> citizens,
        CancellationToken ct = default
    ) => Task.FromResult<IReadOnlyDictionary<CitizenId, string>>(new Dictionary<CitizenId, string>());

    public Task<CitizenId?> WithCprAsync(Cpr cpr, CancellationToken ct = default) => Task.FromResult<CitizenId?>(null);
}
