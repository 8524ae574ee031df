using System.ComponentModel.DataAnnotations.Schema;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>A citizen who has a conversation and would rather have it earlier (venteliste).</summary>
[Table("waiting_list")]
internal sealed class WaitingRow : IVersioned
{
    public Guid Id { get; init; }

    [RefersTo<CitizenRow>]
    public CitizenId CitizenId { get; init; }

    /// <summary>The conversation that would be moved.</summary>
    [RefersTo<MeetingRow>]
    public MeetingId MeetingId { get; init; }

    public DateTimeOffset JoinedAt { get; init; }

    public bool ByCitizen { get; init; }

    public DateTimeOffset? LeftAt { get; set; }

    public string? LeftWhy { get; set; }

    public int Version { get; private set; } = 1;
}

/// <summary>Where an offer of an earlier time stands.</summary>
public sealed record OfferState : CodeWord<OfferState>
{
    public static readonly OfferState Offered = new("tilbudt", "Tilbudt");
    public static readonly OfferState Accepted = new("taget", "Taget");
    public static readonly OfferState Declined = new("afslaaet", "Sagt nej til");
    public static readonly OfferState Ended = new("udloebet", "Udløbet uden svar");

    private OfferState(string code, string text) : base(code, text)
    {
    }
}

/// <summary>An earlier time that is held for one who waits (tilbudt tid), until it is answered or ends.</summary>
[Table("slot_offers")]
internal sealed class SlotOfferRow : IVersioned
{
    public Guid Id { get; init; }

    [RefersTo<WaitingRow>]
    public Guid WaitingId { get; init; }

    [RefersTo<CitizenRow>]
    public CitizenId CitizenId { get; init; }

    public UserId WorkerId { get; init; }

    public DateTimeOffset At { get; init; }

    public int Minutes { get; init; }

    public DateTimeOffset MadeAt { get; init; }

    public DateTimeOffset EndsAt { get; init; }

    public OfferState State { get; set; } = OfferState.Offered;

    public DateTimeOffset? AnsweredAt { get; set; }

    [Secret]
    public byte[]? LinkIndex { get; set; }

    public int Version { get; private set; } = 1;
}
