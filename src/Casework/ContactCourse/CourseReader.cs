using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;
using Virker.Rules;

namespace Virker.Casework;

/// <summary>
/// Reads the contact courses of one or many citizens, each by three questions in all and not by three each.
/// </summary>
[Part]
internal sealed class CourseReader(VirkerContext db, ILawInForce law, TimeProvider clock)
{
    /// <summary>No course looks further back.</summary>
    private const int MonthsBack = 7;

    /// <summary>
    /// A sick case of the running spell may have begun so many days before the municipality paid: the employer pays
    /// first.
    /// </summary>
    private const int BeforePay = 90;

    public async Task<ContactCourse?> ReadAsync(CitizenId citizen, CancellationToken ct) =>
        (await ReadAsync(db.Set<CitizenRow>().Where(c => c.Id == citizen).Select(c => c.Id), ct)).GetValueOrDefault(
            citizen
        );

    /// <summary>Citizens without a benefit that has a course are left out.</summary>
    public async Task<IReadOnlyDictionary<CitizenId, ContactCourse>> ReadAsync(
        IQueryable<CitizenId> citizens,
        CancellationToken ct
    )
    {
        var start = Since(clock.Today());
        var meetings = await db.Set<MeetingRow>()
            .Where(m =>
                m.At >= start
                && (m.Status == MeetingStatus.Held || m.Status == MeetingStatus.Planned)
                && citizens.Contains(m.CitizenId)
            )
            .Select(m => new MetRow(m.CitizenId, m.Id, m.At, m.Status, m.Holder, m.Channel, false))
            .ToListAsync(ct);
        var bases = await BasesAsync(citizens, meetings, ct);
        var (today, schedules) = (clock.Today(), new CourseSchedules(await law.ReadAsync(ct)));
        return bases.ToDictionary(b => b.Key, b => ContactCourse.Of(b.Value, today, schedules)!);
    }

    /// <summary>
    /// What each citizen's course stands on, of the newest running benefit that has one; which of the conversations
    /// that were read may count is found here.
    /// </summary>
    public async Task<IReadOnlyDictionary<CitizenId, CourseBasis>> BasesAsync(
        IQueryable<CitizenId> citizens,
        IReadOnlyList<MetRow> met,
        CancellationToken ct
    )
    {
        var today = clock.Today();
        var followed = CourseLaw.Followed(await law.ReadAsync(ct), today);
        var spells = (
            await db.Set<BenefitSpellRow>()
                .On(today)
                .Where(s => citizens.Contains(s.CitizenId))
                .Select(s => new
                {
                    s.CitizenId,
                    s.Benefit,
                    s.FromDay,
                })
                .ToListAsync(ct)
        ).Where(s => followed.Contains(s.Benefit)).ToList();
        var groups = (
            await db.Set<TargetGroupSpellRow>()
                .On(today)
                .Where(s => citizens.Contains(s.CitizenId))
                .Select(s => new
                {
                    s.CitizenId,
                    s.TargetGroup,
                    s.FromDay,
                })
                .ToListAsync(ct)
        ).ToLookup(g => g.CitizenId);
        var sick = spells.Any(s => s.Benefit == Benefit.SickPay.Number)
            ? (
                await db.Set<SickCaseRow>().AsNoTracking().Where(s => citizens.Contains(s.CitizenId)).ToListAsync(ct)
            ).ToLookup(s => s.CitizenId)
            : null;
        var paid = sick is null
            ? null
            : (
                await db.Set<BenefitSpellRow>()
                    .Where(s => s.Benefit == Benefit.SickPay.Number && citizens.Contains(s.CitizenId))
                    .OrderBy(s => s.FromDay)
                    .Select(s => new
                    {
                        s.CitizenId,
                        s.FromDay,
                        s.ToDay,
                    })
                    .ToListAsync(ct)
            ).ToLookup(s => s.CitizenId, s => (s.FromDay, s.ToDay));
        var again = sick is null
            ? null
            : (
                await db.Set<SickReassessmentRow>()
                    .AsNoTracking()
                    .Where(r => citizens.Contains(r.CitizenId))
                    .ToListAsync(ct)
            ).ToLookup(r => r.CitizenId);
        var meetings = Counted(met, Since(today));
        var bases = new Dictionary<CitizenId, CourseBasis>();
        foreach (var spell in spells.OrderBy(s => s.FromDay).ThenBy(s => s.Benefit))
        {
            var group = groups[spell.CitizenId].MaxBy(g => g.FromDay)?.TargetGroup;
            var written =
                spell.Benefit == Benefit.SickPay.Number
                    ? sick
                        ?[spell.CitizenId].Where(s =>
                            s.AbsentFrom >= spell.FromDay.AddDays(-BeforePay) && s.AbsentFrom <= today
                        )
                        .MaxBy(s => s.AbsentFrom)
                    : null;
            bases[spell.CitizenId] = new(
                new(spell.Benefit, group, spell.FromDay) { Sick = written is null ? null : Ground(written) },
                [.. meetings[spell.CitizenId]]
            )
            {
                SickPay = spell.Benefit == Benefit.SickPay.Number && paid is not null ? [.. paid[spell.CitizenId]] : [],
                Reassessed =
                    spell.Benefit == Benefit.SickPay.Number && again is not null
                        ? SickReassessments.Latest(again[spell.CitizenId])
                        : null,
            };
        }

        return bases;
    }

    private static DateTimeOffset Since(DateOnly today) =>
        today.AddMonths(-MonthsBack).DanishStart();

    /// <summary>
    /// In an order of their own and with words that are kept once: the same conversations are always the same basis.
    /// </summary>
    private static ILookup<CitizenId, CourseMeeting> Counted(IEnumerable<MetRow> met, DateTimeOffset since) =>
        met.Where(m => m.At >= since && (m.Status == MeetingStatus.Held || m.Status == MeetingStatus.Planned))
            .OrderBy(m => m.At)
            .ThenBy(m => m.Id.Value)
            .ToLookup(
                m => m.Citizen,
                m => new CourseMeeting(
                    m.At.DanishDate(),
                    m.Status,
                    m.Holder,
                    m.Channel
                )
            );

    private static SickGround Ground(SickCaseRow row) =>
        new(
            row.AbsentFrom,
            row.Category,
            row.Employed,
            row is { CitizenExpectsSoon: true, EmployerExpectsSoon: true },
            row.EarlyOn
        );
}

/// <summary>
/// A conversation as lists of many are made of it. <paramref name="Away"/>: it lies in the worker's absence.
/// </summary>
internal readonly record struct MetRow(
    CitizenId Citizen,
    MeetingId Id,
    DateTimeOffset At,
    MeetingStatus Status,
    MeetingHolder Holder,
    MeetingChannel Channel,
    bool Away
);
