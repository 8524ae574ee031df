using Virker.Kernel;

namespace Virker.Tests.Structure.Seeded;

internal sealed record AskOpenly : IQuery<Done>;

/// <summary>Names no permission.</summary>
internal sealed class AskOpenlyHandler : IUseCase<AskOpenly, Done>
{
    public Task<Outcome<Done>> RunAsync(AskOpenly request, CancellationToken ct = default) =>
        Task.FromResult<Outcome<Done>>(Done.It);
}

internal sealed record DoNothing : IRequest<Done>;

/// <summary>Its permission is given to nobody and ill-named, and its request neither asks nor commands.</summary>
[Requires("Everything")]
internal sealed class DoNothingHandler : IUseCase<DoNothing, Done>
{
    public Task<Outcome<Done>> RunAsync(DoNothing request, CancellationToken ct = default) =>
        Task.FromResult<Outcome<Done>>(Done.It);
}

internal sealed record DoBoth : IQuery<Done>, ICommand<Done>;

/// <summary>Its request both asks and commands.</summary>
[Requires("seeded.thing.do")]
internal sealed class DoBothHandler : IUseCase<DoBoth, Done>
{
    public Task<Outcome<Done>> RunAsync(DoBoth request, CancellationToken ct = default) =>
        Task.FromResult<Outcome<Done>>(Done.It);
}
