using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;

namespace Virker.Casework;

internal sealed class PlannedConversations(VirkerContext db) : IPlannedWork
{
    public Task<int> CountAsync(DateTimeOffset from, DateTimeOffset to, UserId? worker, CancellationToken ct) =>
        db.Set<MeetingRow>()
            .CountAsync(
                m =>
                    m.Status == MeetingStatus.Planned
                    && m.At >= from
                    && m.At < to
                    && (worker == null || m.WorkerId == worker),
                ct
            );
}
