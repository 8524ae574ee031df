using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>
/// Keep what is written so far in a conversation, so that it survives a lost connection, a logout and another machine.
/// </summary>
public sealed record SaveDraft(CitizenId Citizen, MeetingId Meeting, ConversationDraft Draft)
    : ICommand<DraftSaved>,
        IAboutCitizen;

/// <summary>The conversation's form as it stands, unchecked.</summary>
public sealed record ConversationDraft(
    string? Channel,
    string? Note,
    bool Share,
    string? StepKind,
    string? StepTitle,
    string? StepTo,
    string? StepHours,
    string? Next,
    IReadOnlyDictionary<string, string> Moves
)
{
    /// <summary>The steps after the first one.</summary>
    public IReadOnlyList<DraftStep> More { get; init; } = [];

    /// <summary>Another time than those of the list, as it was typed.</summary>
    public string? Date { get; init; }

    public string? Time { get; init; }

    public bool WithoutInterpreter { get; init; }

    /// <summary>How the citizen is told of the next one.</summary>
    public string? Tell { get; init; }

    /// <summary>The citizen need not come to it.</summary>
    public bool Optional { get; init; }
}

public sealed record DraftStep(string? Kind, string? Title, string? To, string? Hours);

public sealed record DraftSaved(DateTimeOffset At);

[Requires("casework.conversation.hold")]
internal sealed class SaveDraftHandler(VirkerContext db, CurrentActor actor, TimeProvider clock)
    : IUseCase<SaveDraft, DraftSaved>
{
    public async Task<Outcome<DraftSaved>> RunAsync(SaveDraft command, CancellationToken ct = default)
    {
        if (actor.Value.User is not { } user)
            return new Refusal("draft.nobody", "Log ind, før du skriver.");
        if ((command.Draft.Note?.Length ?? 0) > WriteNoteHandler.Longest)
            return new Refusal(
                "note.too-long",
                "Notatet må højst være 20.000 tegn. Del det i flere notater.",
                Field: $"{nameof(command.Draft)}.{nameof(command.Draft.Note)}"
            );
        if (!await db.Set<MeetingRow>().AnyAsync(m => m.Id == command.Meeting && m.CitizenId == command.Citizen, ct))
            return Refusal.NotFound("meeting.not-found", "Samtalen findes ikke.");
        var draft = await db.Set<DraftRow>()
            .FirstOrDefaultAsync(d => d.UserId == user && d.MeetingId == command.Meeting, ct);
        if (draft is null)
            db.Add(
                draft = new DraftRow
                {
                    UserId = user,
                    MeetingId = command.Meeting,
                    CitizenId = command.Citizen,
                }
            );
        (draft.Fields, draft.SavedAt) = (JsonSerializer.Serialize(command.Draft), clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return new DraftSaved(draft.SavedAt);
    }
}
