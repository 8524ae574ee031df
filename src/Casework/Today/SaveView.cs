using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>
/// Keep a list's filters and columns under a name; the same name again replaces it, and an empty query removes it.
/// </summary>
public sealed record SaveView(string Name, string Query) : ICommand<Done>;

[Requires("casework.day.see")]
internal sealed class SaveViewHandler(VirkerContext db, CurrentActor actor) : IUseCase<SaveView, Done>
{
    private const int Most = 20;

    public async Task<Outcome<Done>> RunAsync(SaveView command, CancellationToken ct = default)
    {
        if (actor.Value.User is not { } user) return new Refusal("view.nobody", "Log ind, før du gemmer en visning.");
        if (Decide(command) is { } refusal) return refusal;
        var name = command.Name.Trim();
        var view = await db.Set<SavedViewRow>().FirstOrDefaultAsync(v => v.UserId == user && v.Name == name, ct);
        if (command.Query.Length == 0)
        {
            if (view is not null) db.Remove(view);
        }
        else if (view is not null)
            view.Query = command.Query;
        else if (await db.Set<SavedViewRow>().CountAsync(v => v.UserId == user, ct) >= Most)
            return new Refusal(
                "view.too-many",
                $"Du kan højst gemme {Most} visninger. Slet en først.",
                Field: nameof(command.Name)
            );
        else
            db.Add(
                new SavedViewRow
                {
                    Id = Guid.NewGuid(),
                    UserId = user,
                    Name = name,
                    Query = command.Query,
                }
            );
        await db.SaveChangesAsync(ct);
        return Done.It;
    }

    /// <summary>A query is part of an address in this house and nothing else.</summary>
    internal static Refusal? Decide(SaveView command) => Refusal.Each(
        string.IsNullOrWhiteSpace(command.Name) || command.Name.Length > 60
            ? new Refusal("view.name", "Giv visningen et navn på højst 60 tegn.", Field: nameof(command.Name)) : null,
        command.Query.Length > 300 || command.Query.Any(c => !(char.IsAsciiLetterOrDigit(c) || "?&=-_,.%+".Contains(c)))
            ? new Refusal("view.query", "Visningen kan ikke gemmes.") : null);
}
