using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>What a case's message is about.</summary>
public sealed record MessageKind : CodeWord<MessageKind>
{
    public static readonly MessageKind Invitation = new("invitation", "Invitation");
    public static readonly MessageKind CallUp = new("indkaldelse", "Indkaldelse");
    public static readonly MessageKind Change = new("aendring", "Ændring");
    public static readonly MessageKind Cancellation = new("aflysning", "Aflysning");
    public static readonly MessageKind Reminder = new("paamindelse", "Påmindelse");
    public static readonly MessageKind Offer = new("ledig-tid", "Tidligere tid");
    public static readonly MessageKind Confirmation = new("bekraeftelse", "Bekræftelse");
    public static readonly MessageKind Survey = new("spoergeskema", "Spørgeskema");
    public static readonly MessageKind MissingPapers = new("mangler", "Mangler");

    private MessageKind(string code, string text) : base(code, text)
    {
    }

    /// <summary>Of a conversation at its time: of no use once that has passed, or is no longer so.</summary>
    public bool IsOfOneTime => this == Reminder || this == CallUp || this == Change || this == Confirmation;

    /// <summary>Staying away, or not answering, can have a consequence.</summary>
    public bool Binds => this == CallUp || this == Change || this == Invitation;
}

[Part]
internal sealed class CaseMessageKinds(VirkerContext db) : IMessageKinds
{
    public IReadOnlyList<ICodeWord> All => MessageKind.All;

    /// <summary>
    /// Nobody is called up to, or reminded of, a conversation that has been held, has passed or has been given up; and
    /// a reminder is of its own time only.
    /// </summary>
    public async Task<bool> HoldsAsync(MessageSubject subject, DateTimeOffset now, CancellationToken ct)
    {
        if (!MessageKind.Stored(subject.Kind).IsOfOneTime) return true;
        if (subject.About is not { } about) return false;
        var (meeting, at) = (MeetingId.From(about), subject.At);
        return await db.Set<MeetingRow>()
            .AnyAsync(
                m =>
                    m.Id == meeting
                    && m.At > now
                    && m.Status == MeetingStatus.Planned
                    && (at == null || m.At == at),
                ct
            );
    }
}
