using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;
using Virker.Rules;

namespace Virker.Casework;

/// <summary>Reads the contact courses of one or many citizens, each by three questions in all and not by three each.</summary>
internal sealed class CourseReader(VirkerContext db, ILawInForce law, TimeProvider clock)
{
    /// <summary>No course looks further back.</summary>
    private const int MonthsBack = 7;

    private const int SickPay = 6;

    /// <summary>A sick case of the running spell may have begun so many days before the municipality paid: the employer pays first.</summary>
    private const int BeforePay = 90;

    public async Task<ContactCourse?> ReadAsync(CitizenId citizen, CancellationToken ct) =>
        (await ReadAsync(db.Set<CitizenRow>().Where(c => c.Id == citizen).Select(c => c.Id), ct)).GetValueOrDefault(citizen);

    /// <summary>Citizens without a benefit that has a course are left out.</summary>
    public async Task<IReadOnlyDictionary<CitizenId, ContactCourse>> ReadAsync(IQueryable<CitizenId> citizens, CancellationToken ct)
    {
        var today = clock.Today();
        var spells = await db.Set<BenefitSpellRow>().Where(s => (s.ToDay == null || s.ToDay >= today) && s.FromDay <= today && citizens.Contains(s.CitizenId))
            .Select(s => new { s.CitizenId, s.Benefit, s.FromDay }).ToListAsync(ct);
        var since = today.AddMonths(-MonthsBack);
        var groups = (await db.Set<TargetGroupSpellRow>().Where(s => (s.ToDay == null || s.ToDay >= today) && s.FromDay <= today && citizens.Contains(s.CitizenId))
            .Select(s => new { s.CitizenId, s.TargetGroup, s.FromDay }).ToListAsync(ct)).ToLookup(g => g.CitizenId);
        var start = since.ToDateTime(TimeOnly.MinValue).DanishInstant();
        var meetings = (await db.Set<MeetingRow>().Where(m => m.At >= start && (m.Status == MeetingStatus.Held || m.Status == MeetingStatus.Planned) && citizens.Contains(m.CitizenId))
            .Select(m => new { m.CitizenId, m.At, m.Status, m.Holder }).ToListAsync(ct)).ToLookup(m => m.CitizenId, m => new CourseMeeting(m.At.DanishDate(), m.Status, m.Holder));
        var sick = spells.Any(s => s.Benefit == SickPay) ? (await db.Set<SickCaseRow>().AsNoTracking().Where(s => citizens.Contains(s.CitizenId)).ToListAsync(ct)).ToLookup(s => s.CitizenId) : null;
        var book = await law.ReadAsync(ct);
        var courses = new Dictionary<CitizenId, ContactCourse>();
        foreach (var spell in spells.OrderBy(s => s.FromDay))
        {
            var group = groups[spell.CitizenId].OrderBy(g => g.FromDay).LastOrDefault()?.TargetGroup;
            var written = spell.Benefit == SickPay ? sick?[spell.CitizenId].Where(s => s.AbsentFrom >= spell.FromDay.AddDays(-BeforePay) && s.AbsentFrom <= today).MaxBy(s => s.AbsentFrom) : null;
            if (ContactCourse.Of(new(spell.Benefit, group, spell.FromDay) { Sick = written }, meetings[spell.CitizenId], today, book) is { } course) courses[spell.CitizenId] = course;
        }

        return courses;
    }
}
