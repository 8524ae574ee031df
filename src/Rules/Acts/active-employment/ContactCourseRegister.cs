using Virker.Kernel;

namespace Virker.Rules;

/// <summary>One citizen of a register: the facts of the contact course, and the day of registration.</summary>
public sealed record CourseOfCitizen(ContactCourseDue.Facts Facts, DateOnly Registered);

/// <summary>
/// A whole register looked through on a day: each citizen's finding (or why there is none, in the same order), and the
/// group that the law measures from 1 July 2026 (refused before).
/// </summary>
public sealed record RegisterReview(
    IReadOnlyList<Outcome<Finding<ContactCourseDue.Due>>> Citizens,
    Outcome<Finding<ContactCoursePortfolio.Measured>> Group
);

/// <summary>
/// Every due conversation of a municipality in one pass: ten thousand citizens in well under a second, so it can be
/// asked anew on every look.
/// </summary>
public static class ContactCourseRegister
{
    /// <param name="law">The law as the municipality evaluates it.</param>
    /// <param name="register">All running contact courses; who is exempted says so in the facts.</param>
    /// <param name="today">The day of the review; each course follows the law of its own registration.</param>
    public static RegisterReview Review(Lawbook law, IEnumerable<CourseOfCitizen> register, DateOnly today)
    {
        var citizens = new List<Outcome<Finding<ContactCourseDue.Due>>>();
        var (measured, all, first, exempted) = (0, 0, 0, 0);
        foreach (var (facts, registered) in register)
        {
            var due = law.Answer(new ContactCourseDue(), facts with { Today = today }, registered);
            citizens.Add(due);
            if (due.IsRefused || !IsMeasured(law, facts.TargetGroup, registered)) continue;
            measured++;
            if (facts.Exempted) exempted++;
            else if (due.Value.Answer.Overdue == 0) all++;
            if (due.Value.Answer.Next is not { ForAll: true } next || next.By >= today) first++;
        }

        return new(citizens, law.Answer(new ContactCoursePortfolio(), new(measured, all, first, exempted), today));
    }

    /// <summary>Dagpenge, job-ready kontanthjælp and ledighedsydelse, begun since the group is measured.</summary>
    private static bool IsMeasured(Lawbook law, int group, DateOnly registered) =>
        group is 1 or 2 or 9 && !law["contact_course.portfolio.share"].On(registered).IsRefused;
}
