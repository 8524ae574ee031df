using Virker.Kernel;
using Virker.Platform;

namespace Virker.Office;

/// <summary>A message that was told, and what became of it.</summary>
public sealed record RegisteredMessage(MessageId Id, Party Party, ICodeWord Kind, MessageChannel Channel) : Registered
{
    /// <summary>What it tells of.</summary>
    public Guid? About { get; init; }

    public required string Subject { get; init; }

    public required string Text { get; init; }

    public required MessageStatus Status { get; init; }

    public required string Carrier { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    public required DateTimeOffset SentAt { get; init; }

    public DateTimeOffset? DeliveredAt { get; init; }

    public DateTimeOffset? ReadAt { get; init; }

    public DateTimeOffset? FailedAt { get; init; }

    public string? Problem { get; init; }

    protected override string Called => "besked";

    protected override void WriteTo(IRegisterRows rows) =>
        rows.Add(
            new MessageRow
            {
                Id = Id,
                CitizenId = Party.Citizen,
                CompanyId = Party.Company,
                AboutId = About,
                Kind = Kind.Code,
                Channel = Channel,
                Subject = Subject,
                Text = Text,
                Status = Status,
                MadeAt = MadeAt,
                NextAt = MadeAt,
                Attempts = 1,
                Carrier = Carrier,
                SentAt = SentAt,
                DeliveredAt = DeliveredAt,
                ReadAt = ReadAt,
                FailedAt = FailedAt,
                Problem = Problem,
            }
        );
}
