using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>
/// A personal link: 128 random bits that stand in the call-up only as a hash, good inside the window and no longer.
/// Whoever has it also states the citizen's birthday, so that a link that is passed on opens nothing by itself.
/// </summary>
internal static class BookingLinks
{
    /// <summary>Where the link leads.</summary>
    public static string PathOf(string link) => $"/tid/{link}";

    /// <summary>
    /// The first instant that may be chosen: the window's first day, or when somebody can come at all.
    /// </summary>
    public static DateTimeOffset Opening(DateOnly? from, DateTimeOffset earliest) =>
        from?.DanishStart() is { } opens && opens > earliest ? opens : earliest;

    /// <summary>
    /// At the birthday, which is all that the one who opens a link can type: the page tells it there, and is no page
    /// that is missing.
    /// </summary>
    private static readonly Refusal Closed = Refusal.NotFound(
        "link.not-found",
        "Linket virker ikke. Det kan være brugt, for gammelt eller skrevet forkert.",
        field: nameof(BookByLink.Birthday)
    );

    /// <summary>Somebody else's link, or a slip.</summary>
    internal static readonly Refusal Wrong = new(
        "link.birthday",
        "Fødselsdagen passer ikke til linket. Skriv den som dag, måned og år.",
        Field: nameof(BookByLink.Birthday)
    );

    public static async Task<Outcome<CallUpRow>> FindAsync(
        VirkerContext db,
        string link,
        DateOnly birthday,
        DateOnly today,
        CancellationToken ct
    )
    {
        var index = PersonalLinks.IndexOf(link);
        var call = await db.Set<CallUpRow>()
            .FirstOrDefaultAsync(c => c.LinkIndex == index && c.BookBy != null && c.BookBy >= today, ct);
        if (call is null)
            return Closed;
        return await db.Set<CitizenRow>().AnyAsync(c => c.Id == call.CitizenId && c.Born == birthday, ct)
            ? call
            : Wrong;
    }
}
