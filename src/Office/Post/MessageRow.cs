using System.ComponentModel.DataAnnotations.Schema;
using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Office;

[Table("messages")]
internal sealed class MessageRow : IVersioned
{
    public MessageId Id { get; init; }

    /// <summary>Who is told, where that is a citizen; else <see cref="CompanyId"/> is set.</summary>
    public CitizenId? CitizenId { get; init; }

    public CompanyId? CompanyId { get; init; }

    /// <summary>What it is about: the identity of a conversation, a visit, whatever a module books.</summary>
    public Guid? AboutId { get; init; }

    /// <summary>What it was written for, where that is something else: a call-up.</summary>
    public Guid? CauseId { get; init; }

    /// <summary>A code of the module that had it told (<see cref="IMessageKinds"/>).</summary>
    public string Kind { get; init; } = "";

    /// <summary>As the party's registration allows.</summary>
    public required MessageChannel Channel { get; init; }

    public string Subject { get; init; } = "";

    /// <summary><see cref="PersonalLinks.Mark"/> stands where the personal link goes when it is sent.</summary>
    [Secret]
    public string Text { get; init; } = "";

    /// <summary>The personal link's path, sealed; gone once the message is sent.</summary>
    [Secret]
    public string? Link { get; set; }

    /// <summary>Why it goes another way than was asked for.</summary>
    public string? Note { get; init; }

    public MessageStatus Status { get; set; } = MessageStatus.Waiting;

    public DateTimeOffset MadeAt { get; init; }

    public DateTimeOffset NextAt { get; set; }

    public int Attempts { get; set; }

    /// <summary>Who took it: a provider's name, or the local folder's.</summary>
    public string? Carrier { get; set; }

    public DateTimeOffset? LaidAt { get; set; }

    public DateTimeOffset? SentAt { get; set; }

    public DateTimeOffset? DeliveredAt { get; set; }

    public DateTimeOffset? ReadAt { get; set; }

    public DateTimeOffset? FailedAt { get; set; }

    public string? Problem { get; set; }

    /// <summary>The employee who wrote down what became of it; null where the carrier told it.</summary>
    public string? RecordedBy { get; set; }

    /// <summary>Somebody has seen to a failed one.</summary>
    public DateTimeOffset? SettledAt { get; set; }

    public string? SettledHow { get; set; }

    /// <summary>The time that a reminder is about; what is moved is reminded of anew.</summary>
    public DateTimeOffset? AboutAt { get; init; }

    public int? LeadHours { get; init; }

    public int Version { get; private set; } = 1;

    public Party Party => CitizenId is { } citizen ? Party.Of(citizen) : Party.Of(CompanyId!.Value);
}

internal static class MessageRows
{
    public static IQueryable<MessageRow> To(this IQueryable<MessageRow> messages, Party party)
    {
        var (citizen, company) = (party.Citizen, party.Company);
        return citizen is not null
            ? messages.Where(m => m.CitizenId == citizen)
            : messages.Where(m => m.CompanyId == company);
    }

    public static IQueryable<MessageRow> To(this IQueryable<MessageRow> messages, IReadOnlyCollection<Party> parties)
    {
        var citizens = parties.Select(p => p.Citizen).OfType<CitizenId>().ToList();
        var companies = parties.Select(p => p.Company).OfType<CompanyId>().ToList();
        return messages.Where(m =>
            (m.CitizenId != null && citizens.Contains(m.CitizenId.Value))
            || (m.CompanyId != null && companies.Contains(m.CompanyId.Value))
        );
    }
}
