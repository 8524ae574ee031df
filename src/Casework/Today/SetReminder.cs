using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>Be reminded of something about a citizen on a day. The reminder is the caller's own.</summary>
public sealed record SetReminder(CitizenId Citizen, DateOnly On, string Text) : ICommand<Done>, IAboutCitizen;

[Requires("casework.day.see", Purpose = "Overblik over dagens arbejde")]
internal sealed class SetReminderHandler(VirkerContext db, CurrentActor actor, TimeProvider clock)
    : IUseCase<SetReminder, Done>
{
    public async Task<Outcome<Done>> RunAsync(SetReminder command, CancellationToken ct = default)
    {
        if (actor.Value.User is not { } user)
            return new Refusal("reminder.nobody", "Log ind, før du sætter en påmindelse.");
        if (Decide(command, clock.Today()) is { } refusal)
            return refusal;
        db.Add(
            new ReminderRow
            {
                Id = Guid.NewGuid(),
                UserId = user,
                CitizenId = command.Citizen,
                OnDay = command.On,
                Text = command.Text.Trim(),
            }
        );
        await db.SaveChangesAsync(ct);
        return Done.It;
    }

    internal static Refusal? Decide(SetReminder command, DateOnly today) => Refusal.Each(
        string.IsNullOrWhiteSpace(command.Text)
            ? new Refusal("reminder.no-text", "Skriv, hvad du vil mindes om.", Field: nameof(command.Text)) : null,
        command.Text.Length > 200
            ? new Refusal("reminder.too-long", "Skriv højst 200 tegn.", Field: nameof(command.Text)) : null,
        command.On < today
            ? new Refusal("reminder.in-past",
                "Dagen er gået. Vælg i dag eller en senere dag.", Field: nameof(command.On)) : null);
}
