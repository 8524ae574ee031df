using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Virker.Platform;

/// <summary>A statement that is only there for the row's lock: it writes what the row holds.</summary>
public static class RowLock
{
    public static async Task TakeAsync(VirkerContext db, Func<Task<int>> write)
    {
        var before = db.HasWrittenPast;
        await write();
        db.HasWrittenPast = before;
    }
}

/// <summary>Tells the context of rows that a statement changes past its entities.</summary>
internal sealed class DirectWrites : DbCommandInterceptor
{
    public static readonly DirectWrites It = new();

    public override ValueTask<int> NonQueryExecutedAsync(
        DbCommand command,
        CommandExecutedEventData eventData,
        int result,
        CancellationToken cancellationToken = default
    )
    {
        var isDirect =
            eventData.CommandSource
            is CommandSource.ExecuteSqlRaw
                or CommandSource.ExecuteUpdate
                or CommandSource.ExecuteDelete;
        if (isDirect && result != 0 && eventData.Context is VirkerContext db)
            db.HasWrittenPast = true;
        return ValueTask.FromResult(result);
    }
}
