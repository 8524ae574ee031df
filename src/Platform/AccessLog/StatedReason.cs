using System.ComponentModel.DataAnnotations.Schema;
using Microsoft.EntityFrameworkCore;
using Virker.Kernel;

namespace Virker.Platform;

/// <summary>
/// State why one must see a citizen that is not one's own. Opens that citizen for the rest of the working day, and
/// every look is marked for review.
/// </summary>
public sealed record StateReason(CitizenId Citizen, string Reason) : ICommand<ReasonStated>;

/// <summary>The reason holds until <paramref name="Until"/> (UTC).</summary>
public sealed record ReasonStated(DateTimeOffset Until);

[Requires(Permission)]
internal sealed class StateReasonHandler(VirkerContext db, CurrentActor actor, TimeProvider clock)
    : IUseCase<StateReason, ReasonStated>
{
    public const string Permission = "platform.access.state-reason";

    private static readonly TimeSpan Holds = TimeSpan.FromHours(8);

    internal static bool IsReason(string text) => text.Trim().Length >= 10;

    public async Task<Outcome<ReasonStated>> RunAsync(StateReason command, CancellationToken ct = default)
    {
        if (actor.Value.User is not { } user)
            return new Refusal("access.nobody", "Log ind, før du skriver en begrundelse.");
        if (!IsReason(command.Reason))
            return new Refusal(
                "access.reason-too-short",
                "Skriv med mindst ti tegn, hvorfor du skal se borgeren.",
                Field: nameof(command.Reason)
            );
        var now = clock.GetUtcNow();
        db.Add(
            new StatedReasonRow
            {
                Id = Guid.NewGuid(),
                UserId = user,
                CitizenId = command.Citizen,
                Reason = CprText.Mask(command.Reason.Trim()),
                StatedAt = now,
                Until = now + Holds,
            }
        );
        await db.SaveChangesAsync(ct);
        return new ReasonStated(now + Holds);
    }
}

[Table("stated_reasons")]
internal sealed class StatedReasonRow
{
    public Guid Id { get; init; }

    public UserId UserId { get; init; }

    public CitizenId CitizenId { get; init; }

    public string Reason { get; init; } = "";

    public DateTimeOffset StatedAt { get; init; }

    public DateTimeOffset Until { get; init; }
}
