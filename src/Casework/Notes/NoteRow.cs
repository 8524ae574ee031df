using Virker.Kernel;

namespace Virker.Casework;

internal sealed class NoteRow
{
    public NoteId Id { get; init; }

    public CitizenId CitizenId { get; init; }

    public UserId? AuthorId { get; set; }

    public string Author { get; set; } = "";

    public DateTimeOffset WrittenAt { get; set; }

    public string Title { get; set; } = "";

    public string Text { get; set; } = "";

    public int Version { get; set; }
}
