using Virker.Kernel;
using Virker.Platform;

namespace Virker.Tests.Structure.Seeded;

internal sealed record SeededNews : IEvent;

internal sealed class SeededListener : IHandle<SeededNews>
{
    public Task<Outcome<Done>> HandleAsync(SeededNews news, CancellationToken ct = default) =>
        Task.FromResult<Outcome<Done>>(Done.It);
}
