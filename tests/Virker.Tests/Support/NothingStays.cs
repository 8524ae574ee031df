using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Virker.Platform;

namespace Virker.Tests.Support;

/// <summary>
/// While it is on, nothing that is done in the site stays: each transaction is rolled back at the moment it would be
/// committed, and answered as if it had been.
/// </summary>
internal sealed class NothingStays : DbTransactionInterceptor
{
    public bool IsOn { get; set; }

    public void In(IServiceCollection services) =>
        services.ConfigureDbContext<VirkerContext>(options => options.AddInterceptors(this));

    public override async ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction,
        TransactionEventData eventData,
        InterceptionResult result,
        CancellationToken cancellationToken = default
    )
    {
        if (!IsOn) return result;
        await transaction.RollbackAsync(cancellationToken);
        return InterceptionResult.Suppress();
    }
}
