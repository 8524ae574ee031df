using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>
/// Write the reminders that are due: so many hours before a conversation as the municipality has chosen for the day,
/// once for each time that is booked.
/// </summary>
public sealed record MakeReminders : ICommand<RemindersMade>;

public sealed record RemindersMade(int Count);

[Requires("casework.message.send")]
internal sealed class MakeRemindersHandler(
    VirkerContext db,
    Messages messages,
    ISentPost sent,
    MunicipalChoices choices,
    TimeProvider clock
) : IUseCase<MakeReminders, RemindersMade>
{
    public async Task<Outcome<RemindersMade>> RunAsync(MakeReminders command, CancellationToken ct = default)
    {
        var made = 0;
        foreach (var choice in new[] { MunicipalChoice.FirstReminder, MunicipalChoice.SecondReminder })
        {
            if (await choices.ValueAsync(choice, ct) is > 0 and var hours) made += await RemindAsync(hours, ct);
        }

        return new RemindersMade(made);
    }

    private async Task<int> RemindAsync(int hours, CancellationToken ct)
    {
        var (now, until) = (clock.GetUtcNow(), clock.GetUtcNow().AddHours(hours));
        var due = await db.Set<MeetingRow>()
            .AsNoTracking()
            .Where(m => m.Status == MeetingStatus.Planned && m.At > now && m.At <= until)
            .OrderBy(m => m.At)
            .ToListAsync(ct);
        var (reminded, made) = (await sent.RemindedAsync(until, hours, ct), 0);
        foreach (var meeting in due.Where(m => !reminded.Contains((m.Id.Value, m.At))))
        {
            var lead = meeting.At.AddHours(-hours);
            if (await db.Set<CallUpRow>().AnyAsync(c => c.MeetingId == meeting.Id && c.MadeAt > lead, ct))
                continue;
            await messages.TellAsync(
                new(
                    Party.Of(meeting.CitizenId),
                    MessageKind.Reminder,
                    null,
                    MessageTexts.Reminder(meeting, await messages.SenderAsync(meeting, ct))
                )
                {
                    About = meeting.Id.Value,
                    Reminds = (meeting.At, hours),
                },
                ct
            );
            made++;
        }

        return made;
    }
}

internal sealed class ReminderRound(IUseCase<MakeReminders, RemindersMade> remind) : IJob
{
    public string Name => "casework.reminders";

    public string Title => "Påmindelser om samtaler skrives";

    public JobPlan Plan => JobPlan.Every(TimeSpan.FromMinutes(10));

    public async Task<Outcome<Done>> RunAsync(CancellationToken ct = default)
    {
        var made = await remind.RunAsync(new(), ct);
        return made.IsRefused ? made.Refusal : Done.It;
    }
}
