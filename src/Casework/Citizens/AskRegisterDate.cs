using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>
/// Which day the register is complete up to (registrets dato); null when nothing has been read in yet.
/// </summary>
public sealed record AskRegisterDate : IQuery<RegisterDate>;

/// <summary>The earliest last day of the register's sources: figures never look past it.</summary>
public sealed record RegisterDate(DateOnly? LastDay);

[Requires("casework.register.date")]
internal sealed class AskRegisterDateHandler(VirkerContext db) : IUseCase<AskRegisterDate, RegisterDate>
{
    public async Task<Outcome<RegisterDate>> RunAsync(AskRegisterDate query, CancellationToken ct = default) =>
        new RegisterDate(
            await db.Set<RegisterDateRow>()
                .Where(r => r.Source != RegisterDateRow.Income)
                .MinAsync(r => (DateOnly?)r.LastDay, ct)
        );
}
