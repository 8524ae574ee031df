using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>
/// The colours that a worker can mark a citizen with in their own list; what a colour means is the worker's own
/// business.
/// </summary>
public sealed record MarkColour : CodeWord<MarkColour>
{
    public static readonly MarkColour Blue = new("blaa", "Blå");
    public static readonly MarkColour Green = new("groen", "Grøn");
    public static readonly MarkColour Yellow = new("gul", "Gul");
    public static readonly MarkColour Red = new("roed", "Rød");
    public static readonly MarkColour Purple = new("lilla", "Lilla");

    private MarkColour(string code, string text) : base(code, text)
    {
    }
}

/// <summary>
/// The caller's own colour for a citizen and own reminders about them. It tells only what the caller has written, so it
/// is no look at a citizen.
/// </summary>
public sealed record SeeOwnMark(CitizenId Citizen) : IQuery<OwnMark>;

/// <summary>
/// <paramref name="Colour"/>: null where there is none. <paramref name="Reminders"/>: those that are not done, the
/// first to come first.
/// </summary>
public sealed record OwnMark(MarkColour? Colour, IReadOnlyList<OwnReminder> Reminders);

public sealed record OwnReminder(Guid Id, DateOnly On, string Text);

[Requires("casework.day.see")]
internal sealed class SeeOwnMarkHandler(VirkerContext db, CurrentActor actor) : IUseCase<SeeOwnMark, OwnMark>
{
    public async Task<Outcome<OwnMark>> RunAsync(SeeOwnMark query, CancellationToken ct = default)
    {
        var user = actor.Value.User;
        return new OwnMark(
            await db.Set<CaseMarkRow>()
                .Where(m => m.UserId == user && m.CitizenId == query.Citizen)
                .Select(m => m.Colour)
                .FirstOrDefaultAsync(ct),
            await db.Set<ReminderRow>()
                .Where(r => r.UserId == user && r.CitizenId == query.Citizen && r.DoneAt == null)
                .OrderBy(r => r.OnDay)
                .ThenBy(r => r.Id)
                .Select(r => new OwnReminder(r.Id, r.OnDay, r.Text))
                .ToListAsync(ct)
        );
    }
}

/// <summary>Mark a citizen with a colour in one's own list; no colour takes the mark away.</summary>
public sealed record MarkCitizen(CitizenId Citizen, MarkColour? Colour) : ICommand<Done>, IAboutCitizen;

[Requires("casework.day.see", Purpose = "Overblik over dagens arbejde")]
internal sealed class MarkCitizenHandler(VirkerContext db, CurrentActor actor) : IUseCase<MarkCitizen, Done>
{
    public async Task<Outcome<Done>> RunAsync(MarkCitizen command, CancellationToken ct = default)
    {
        if (actor.Value.User is not { } user)
            return new Refusal("mark.nobody", "Log ind, før du sætter et mærke.");
        var mark = await db.Set<CaseMarkRow>()
            .FirstOrDefaultAsync(m => m.UserId == user && m.CitizenId == command.Citizen, ct);
        if (command.Colour is not { } colour)
        {
            if (mark is not null) db.Remove(mark);
        }
        else if (mark is null)
            db.Add(
                new CaseMarkRow
                {
                    UserId = user,
                    CitizenId = command.Citizen,
                    Colour = colour,
                }
            );
        else
            mark.Colour = colour;
        await db.SaveChangesAsync(ct);
        return Done.It;
    }
}
