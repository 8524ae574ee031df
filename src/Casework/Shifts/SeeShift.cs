using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;
using Virker.Rules;

namespace Virker.Casework;

/// <summary>
/// What a shift would change, before it is made (<paramref name="Wanted"/>; null shows only how it stands), and the one
/// that can be undone.
/// </summary>
public sealed record SeeShift(CitizenId Citizen, ShiftBenefit? Wanted) : IQuery<ShiftView>, IAboutCitizen;

public sealed record ShiftView(
    string Name,
    string? Benefit,
    string? Group,
    ShiftPreview? Preview,
    Refusal? Refused,
    DoneShift? Undoable
);

/// <summary>
/// <paramref name="Course"/>: the course that begins. <paramref name="Passed"/>: so many of its last days have passed
/// already.
/// </summary>
public sealed record ShiftPreview(
    string Benefit,
    string Group,
    DateOnly From,
    ContactCourse? Course,
    int Passed,
    IReadOnlyList<DateTimeOffset> Meetings
);

public sealed record DoneShift(string Before, string Now, DateOnly From, DateTimeOffset At, string By);

[Requires("casework.citizen.shift")]
internal sealed class SeeShiftHandler(VirkerContext db, ILawInForce law, TimeProvider clock)
    : IUseCase<SeeShift, ShiftView>
{
    public async Task<Outcome<ShiftView>> RunAsync(SeeShift query, CancellationToken ct = default)
    {
        var (citizen, today) = (query.Citizen, clock.Today());
        var name = await db.Set<CitizenRow>()
            .Where(c => c.Id == citizen)
            .Select(c => c.GivenName + " " + c.FamilyName)
            .FirstOrDefaultAsync(ct);
        if (name is null)
            return CitizenRefusals.NotFound;
        var running = await db.Set<BenefitSpellRow>()
            .Where(s => s.CitizenId == citizen && s.ToDay == null)
            .OrderByDescending(s => s.FromDay)
            .FirstOrDefaultAsync(ct);
        var group = await db.Set<TargetGroupSpellRow>()
            .Where(s => s.CitizenId == citizen && s.ToDay == null)
            .OrderByDescending(s => s.FromDay)
            .Select(s => (int?)s.TargetGroup)
            .FirstOrDefaultAsync(ct);
        var book = await law.ReadAsync(ct);
        var refused = query.Wanted is { } wanted
            ? ShiftBenefitHandler.Decide(wanted, running, today)
                ?? ((wanted.TargetGroup ?? ShiftedGroup.Of(wanted, group, book)) is null ? ShiftedGroup.Missing : null)
            : null;
        var preview =
            query.Wanted is { } asked && refused is null
                ? await PreviewAsync(asked, (asked.TargetGroup ?? ShiftedGroup.Of(asked, group, book))!.Value, ct)
                : null;
        return new ShiftView(
            name,
            running is null ? null : CodeList.Benefits.Label(running.Benefit, today),
            group is { } g ? CodeList.TargetGroups.Label(g, today) : null,
            preview,
            refused,
            await UndoableAsync(citizen, running, ct)
        );
    }

    private async Task<ShiftPreview> PreviewAsync(ShiftBenefit asked, int group, CancellationToken ct)
    {
        var (today, now) = (clock.Today(), clock.GetUtcNow());
        var course = CourseLaw.Of(new(asked.Benefit, group, asked.From), await law.ReadAsync(ct));
        var meetings = await db.Set<MeetingRow>()
            .Where(m => m.CitizenId == asked.Citizen && m.Status == MeetingStatus.Planned && m.At > now)
            .OrderBy(m => m.At)
            .Select(m => m.At)
            .ToListAsync(ct);
        return new(
            CodeList.Benefits.Label(asked.Benefit, asked.From),
            CodeList.TargetGroups.Label(group, asked.From),
            asked.From,
            course,
            course?.Conversations.Count(c => c.IsOurs && c.By < today) ?? 0,
            meetings
        );
    }

    private async Task<DoneShift?> UndoableAsync(CitizenId citizen, BenefitSpellRow? running, CancellationToken ct)
    {
        var shift = await UndoShiftHandler.LastAsync(db, citizen, clock.GetUtcNow(), ct);
        if (shift is null || running is null || running.Benefit != shift.Benefit || running.FromDay != shift.FromDay)
            return null;
        return new(
            CodeList.Benefits.Label(shift.BenefitBefore, shift.FromDay),
            CodeList.Benefits.Label(shift.Benefit, shift.FromDay),
            shift.FromDay,
            shift.MadeAt,
            shift.MadeBy
        );
    }
}

/// <summary>The last shift was a mistake: benefit and target group run on as they did before it.</summary>
public sealed record UndoShift(CitizenId Citizen) : ICommand<ShiftUndone>, IAboutCitizen;

public sealed record ShiftUndone(string Benefit);

[Requires("casework.citizen.shift")]
internal sealed class UndoShiftHandler(VirkerContext db, IEvents events, TimeProvider clock)
    : IUseCase<UndoShift, ShiftUndone>
{
    private const int Days = 14;

    private static readonly Refusal ChangedSince = new(
        "shift.changed-since",
        "Ydelsen eller målgruppen er ændret siden skiftet, så det kan ikke fortrydes. Skift tilbage i stedet."
    );

    public async Task<Outcome<ShiftUndone>> RunAsync(UndoShift command, CancellationToken ct = default)
    {
        if (await LastAsync(db, command.Citizen, clock.GetUtcNow(), ct) is not { } shift)
            return new Refusal("shift.none-to-undo", $"Der er intet skift fra de seneste {Days} dage at fortryde.");
        var spells = await db.Set<BenefitSpellRow>().Where(s => s.CitizenId == command.Citizen).ToListAsync(ct);
        var (made, before) = (
            spells.FirstOrDefault(s => s.ToDay == null && s.FromDay == shift.FromDay && s.Benefit == shift.Benefit),
            spells.FirstOrDefault(s => s.ToDay == shift.FromDay.AddDays(-1) && s.Benefit == shift.BenefitBefore)
        );
        if (made is null || before is null)
            return ChangedSince;
        db.Remove(made);
        before.ToDay = null;
        if (!await UndoGroupAsync(command.Citizen, shift, ct))
            return ChangedSince;
        shift.UndoneAt = clock.GetUtcNow();
        await db.SaveChangesAsync(ct);
        events.Publish(new BenefitChanged(command.Citizen, shift.Benefit, shift.BenefitBefore, shift.FromDay));
        return new ShiftUndone(CodeList.Benefits.Label(shift.BenefitBefore, clock.Today()));
    }

    internal static Task<BenefitShiftRow?> LastAsync(
        VirkerContext db,
        CitizenId citizen,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var since = now.AddDays(-Days);
        return db.Set<BenefitShiftRow>()
            .Where(s => s.CitizenId == citizen && s.UndoneAt == null && s.MadeAt >= since)
            .OrderByDescending(s => s.MadeAt)
            .FirstOrDefaultAsync(ct);
    }

    /// <summary>
    /// The group that the shift made goes, and the one before runs on: as it was where it was ended, and from the day
    /// that it began on where it was taken away. False where the group was changed since.
    /// </summary>
    private async Task<bool> UndoGroupAsync(CitizenId citizen, BenefitShiftRow shift, CancellationToken ct)
    {
        if (shift.GroupBefore == shift.TargetGroup && shift.GroupFrom is null) return true;
        var groups = await db.Set<TargetGroupSpellRow>().Where(s => s.CitizenId == citizen).ToListAsync(ct);
        var made = groups.Find(s =>
            s.ToDay == null && s.FromDay == shift.FromDay && s.TargetGroup == shift.TargetGroup
        );
        if (made is null) return false;
        db.Remove(made);
        var ended = groups.Where(s => s.ToDay == shift.FromDay.AddDays(-1)).MaxBy(s => s.FromDay);
        if (shift is not { GroupFrom: { } from, GroupBefore: { } group })
        {
            if (ended?.TargetGroup == shift.GroupBefore) ended!.ToDay = null;
            return true;
        }

        if (ended is not null) ended.ToDay = from.AddDays(-1);
        db.Add(
            new TargetGroupSpellRow
            {
                CitizenId = citizen,
                TargetGroup = group,
                FromDay = from,
            }
        );
        return true;
    }
}
