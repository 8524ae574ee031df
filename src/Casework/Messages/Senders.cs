using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>
/// Who writes a message, and where the conversation is: all that a citizen needs to come, to ring, or to open the
/// video. What nobody has written yet is null, and the message says so.
/// </summary>
internal sealed record Sender(string Municipality, string Place)
{
    public string? Worker { get; init; }

    public string? Room { get; init; }

    public string? Address { get; init; }

    public string? Phone { get; init; }

    public string? Video { get; init; }
}

/// <summary>Finds the sender of a message about a conversation, or of one about nothing but the case.</summary>
[Part]
internal sealed class Senders(VirkerContext db, IStaffDirectory directory, CurrentMunicipality municipality)
{
    public async Task<Sender> OfAsync(MeetingRow? meeting, CancellationToken ct)
    {
        var staff = await directory.ReadAsync(ct);
        var room = staff.Resource(meeting?.RoomId);
        var name = room?.Place ?? MeetingPlaceRow.Usual;
        var place = await db.Set<MeetingPlaceRow>().AsNoTracking().FirstOrDefaultAsync(p => p.Name == name, ct);
        return new(municipality.Value.Name, name)
        {
            Worker = staff.NameOf(meeting?.WorkerId),
            Room = room?.Name,
            Address = place?.Address,
            Phone = place?.Phone,
            Video = place?.Video,
        };
    }
}
