using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;
using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>
/// What the municipality has decided, with what held before and what is to come, and the days it is closed.
/// </summary>
public sealed record SeeChoices : IQuery<ChoicesView>;

public sealed record ChoicesView(IReadOnlyList<ChoiceState> Choices, IReadOnlyList<ClosingDay> Closed);

public sealed record ChoiceState(ChoiceKind Kind, int Now, IReadOnlyList<ChoiceValue> Values);

public sealed record ChoiceValue(DateOnly From, int Value, string SetBy);

/// <summary>A day on which the office is closed (lukkedag), beside holidays and weekends.</summary>
public sealed record ClosingDay(DateOnly Day, string Name);

[Table("closing_days")]
internal sealed class ClosingDayRow
{
    [Key]
    public DateOnly Day { get; init; }

    public string Name { get; set; } = "";
}

[Requires("casework-lead.choice.set")]
internal sealed class SeeChoicesHandler(VirkerContext db, TimeProvider clock) : IUseCase<SeeChoices, ChoicesView>
{
    public async Task<Outcome<ChoicesView>> RunAsync(SeeChoices query, CancellationToken ct = default)
    {
        var today = clock.Today();
        var values = (
            await db.Set<ChoiceRow>().OrderByDescending(c => c.FromDay).ToListAsync(ct)
        ).ToLookup(c => c.Name);
        var closed = await db.Set<ClosingDayRow>()
            .Where(c => c.Day >= today)
            .OrderBy(c => c.Day)
            .Select(c => new ClosingDay(c.Day, c.Name))
            .ToListAsync(ct);
        return new ChoicesView(
            [
                .. MunicipalChoice.All.Select(kind => new ChoiceState(
                    kind,
                    values[kind.Name].FirstOrDefault(c => c.FromDay <= today)?.Value ?? kind.Usual,
                    [.. values[kind.Name].Select(c => new ChoiceValue(c.FromDay, c.Value, c.SetBy))]
                )),
            ],
            closed
        );
    }
}

/// <summary>
/// Close the office on a day (an empty name opens it again). The conversations that lie there are counted and stay
/// until somebody moves them.
/// </summary>
public sealed record CloseDay(DateOnly Day, string Name) : ICommand<DayClosed>;

public sealed record DayClosed(int MeetingsOnIt);

[Requires("casework-lead.choice.set")]
internal sealed class CloseDayHandler(VirkerContext db, TimeProvider clock) : IUseCase<CloseDay, DayClosed>
{
    public async Task<Outcome<DayClosed>> RunAsync(CloseDay command, CancellationToken ct = default)
    {
        if (Decide(command, clock.Today()) is { } refusal) return refusal;
        var row = await db.Set<ClosingDayRow>().FirstOrDefaultAsync(c => c.Day == command.Day, ct);
        if (string.IsNullOrWhiteSpace(command.Name))
        {
            if (row is not null) db.Remove(row);
        }
        else if (row is null) db.Add(new ClosingDayRow { Day = command.Day, Name = command.Name.Trim() });
        else row.Name = command.Name.Trim();
        await db.SaveChangesAsync(ct);
        var (from, to) = (
            command.Day.DanishStart(),
            command.Day.AddDays(1).DanishStart()
        );
        return new DayClosed(
            await db.Set<MeetingRow>()
                .CountAsync(m => m.Status == MeetingStatus.Planned && m.At >= from && m.At < to, ct)
        );
    }

    internal static Refusal? Decide(CloseDay command, DateOnly today) => Refusal.Each(
        command.Day <= today
            ? new Refusal("closing-day.past", "Vælg en dag, der ikke er begyndt.", Field: nameof(command.Day)) : null,
        command.Name.Length > 60
            ? new Refusal("closing-day.name", "Skriv højst 60 tegn.", Field: nameof(command.Name)) : null);
}
