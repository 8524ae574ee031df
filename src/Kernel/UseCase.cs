namespace Virker.Kernel;

/// <summary>
/// One thing that somebody may do or ask. Pages, jobs and the command line call it through the pipeline (Platform),
/// which checks the permission and the relation to the citizen, answers a repeated write with the first one's result,
/// opens and commits the transaction, and writes the access log. The handler mentions none of that.
/// </summary>
public interface IUseCase<in TRequest, TResult>
    where TRequest : IRequest<TResult>
{
    Task<Outcome<TResult>> RunAsync(TRequest request, CancellationToken ct = default);
}

/// <summary>What is asked or wanted done, and what it is answered with.</summary>
public interface IRequest<TResult>;

/// <summary>A request that changes something: journalled, in a transaction, with an idempotency key.</summary>
public interface ICommand;

/// <inheritdoc cref="ICommand"/>
public interface ICommand<TResult> : ICommand, IRequest<TResult>;

/// <summary>A request that only reads.</summary>
public interface IQuery;

/// <inheritdoc cref="IQuery"/>
public interface IQuery<TResult> : IQuery, IRequest<TResult>;

/// <summary>
/// A request about one citizen whom it names: the pipeline asks for the relation before, and logs the look.
/// </summary>
public interface IAboutCitizen
{
    CitizenId Citizen { get; }
}

/// <summary>
/// A request that is made for a reason that the asker states: it stands with the looks in the access log, and they are
/// marked for review.
/// </summary>
public interface IStatesReason
{
    string Reason { get; }
}

/// <summary>
/// An answer that shows data of citizens: one row in the access log for each of them before the answer is given.
/// </summary>
public interface IRevealsCitizens
{
    IEnumerable<CitizenId> Revealed { get; }
}

/// <summary>
/// What the caller must have been given to run this use case: a permission (module.thing.verb, in the roles' table),
/// and the purpose that the access log states for it, in Danish, as the citizen reads it.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RequiresAttribute(string permission) : Attribute
{
    public string Permission { get; } = permission;

    public string Purpose { get; init; } = "Behandling af din sag";
}
