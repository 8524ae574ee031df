using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>Change a note that was read as <paramref name="Version"/>.</summary>
public sealed record EditNote(CitizenId Citizen, NoteId Note, int Version, string Title, string Text)
    : ICommand<NoteEdited>,
        IAboutCitizen;

/// <summary>
/// Saved, and now <paramref name="Version"/>; or not saved because somebody else saved meanwhile, and then <paramref
/// name="Conflict"/> holds both texts, and <paramref name="Version"/> is the one to save a merged text over.
/// </summary>
public sealed record NoteEdited(NoteId Note, int Version, NoteConflict? Conflict);

public sealed record NoteConflict(
    string TheirAuthor,
    DateTimeOffset TheirTime,
    string TheirTitle,
    string TheirText,
    string YourTitle,
    string YourText
);

[Requires("casework.note.write")]
internal sealed class EditNoteHandler(VirkerContext db, CurrentActor actor, TimeProvider clock)
    : IUseCase<EditNote, NoteEdited>
{
    public async Task<Outcome<NoteEdited>> RunAsync(EditNote command, CancellationToken ct = default)
    {
        if (WriteNoteHandler.Decide(command.Title, command.Text) is { } refusal) return refusal;
        var theirs = db.Set<NoteRow>().Where(n => n.Id == command.Note && n.CitizenId == command.Citizen);

        // Takes the row's lock before it is read, so that two who save in the same instant come one after the other.
        await RowLock.TakeAsync(
            db,
            () => theirs.ExecuteUpdateAsync(set => set.SetProperty(n => n.Version, n => n.Version), ct)
        );
        var note = await theirs.FirstOrDefaultAsync(ct);
        if (note is null)
            return Refusal.NotFound("note.not-found", "Notatet findes ikke. Det kan være slettet.");
        if (note.Version != command.Version)
            return Conflict(note, command);
        if (note.SharedAt is not null && Weigh(note, command) is { } weigh)
            return weigh;
        (note.Title, note.Text, note.AuthorId, note.Author) = (
            command.Title.Trim(),
            command.Text.Trim(),
            actor.Value.User,
            actor.Value.Name
        );
        note.WrittenAt = clock.GetUtcNow();
        await db.SaveChangesAsync(ct);
        return new NoteEdited(note.Id, note.Version, null);
    }

    /// <summary>
    /// The citizen reads it as it stands: what the check finds in a shared note, and nobody had weighed when it was
    /// shared, is not written into it.
    /// </summary>
    internal static Refusal? Weigh(NoteRow note, EditNote command)
    {
        var known = (note.SharedDespite ?? "").Split(", ");
        List<TextFinding> found =
        [
            .. TextCheck
                .Look($"{command.Title}\n{command.Text}")
                .Where(f => f.Privacy && !known.Contains($"{f.Concern}")),
        ];
        return found.Count == 0
            ? null
            : new Refusal(
                "note.shared",
                $"Borgeren kan læse notatet. Se på det igen: {string.Join("; ", found.Select(f => f.Words))}. Skriv det i et notat, der ikke er delt.",
                Field: nameof(EditNote.Text)
            );
    }

    internal static NoteEdited Conflict(NoteRow note, EditNote command) => new(note.Id, note.Version,
        new(note.Author, note.WrittenAt, note.Title, note.Text, command.Title.Trim(), command.Text.Trim()));
}
