using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>Write a note on the citizen's case.</summary>
public sealed record WriteNote(CitizenId Citizen, string Title, string Text) : ICommand<NoteWritten>, IAboutCitizen;

public sealed record NoteWritten(NoteId Id, int Version);

[Requires("casework.note.write")]
internal sealed class WriteNoteHandler(VirkerContext db, CurrentActor actor, TimeProvider clock)
    : IUseCase<WriteNote, NoteWritten>
{
    internal const int Longest = 20_000;

    public async Task<Outcome<NoteWritten>> RunAsync(WriteNote command, CancellationToken ct = default)
    {
        if (Decide(command.Title, command.Text) is { } refusal)
            return refusal;
        if (!await db.Set<CitizenRow>().AnyAsync(c => c.Id == command.Citizen, ct))
            return CitizenRefusals.NotFound;
        var note = new NoteRow
        {
            Id = NewId.Of<NoteId>(),
            CitizenId = command.Citizen,
            AuthorId = actor.Value.User,
            Author = actor.Value.Name,
            WrittenAt = clock.GetUtcNow(),
            Title = command.Title.Trim(),
            Text = command.Text.Trim(),
        };
        db.Add(note);
        await db.SaveChangesAsync(ct);
        return new NoteWritten(note.Id, note.Version);
    }

    internal static Refusal? Decide(string title, string text) => Refusal.Each(
        string.IsNullOrWhiteSpace(title)
            ? new Refusal("note.no-title", "Skriv en overskrift på notatet.", Field: nameof(WriteNote.Title)) : null,
        string.IsNullOrWhiteSpace(text)
            ? new Refusal("note.no-text", "Skriv notatets tekst.", Field: nameof(WriteNote.Text)) : null,
        text.Length > Longest
            ? new Refusal("note.too-long",
                "Notatet må højst være 20.000 tegn. Del det i flere notater.", Field: nameof(WriteNote.Text)) : null);
}
