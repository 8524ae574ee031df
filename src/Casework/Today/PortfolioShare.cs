using Virker.Rules;

namespace Virker.Casework;

/// <summary>
/// How large a part of those in the first six months have had every conversation that an even spread asks for by now,
/// beside what the law asks of the group: everybody before 1 July 2026, three in four after it, and the first
/// conversation with all. Counted among the benefits that the share is about (dagpenge, job-ready cash benefit,
/// ledighedsydelse).
/// </summary>
public sealed record PortfolioShare(int InCourse, int OnTrack, int WithoutFirst, int LawPercent, int PercentFromReform)
{
    private static readonly int[] Benefits = [1, 2, 9];
    private static readonly DateOnly Reform = new(2026, 7, 1);

    public double? Share => InCourse == 0 ? null : OnTrack / (double)InCourse;

    internal static PortfolioShare Of(IEnumerable<TodayCase> cases, DateOnly today, Lawbook law)
    {
        var counted = cases
            .Where(c => c.Benefit is { } b && Benefits.Contains(b) && c.State.Course is { Asked: > 0 })
            .Select(c => c.State.Course!)
            .ToList();
        return new(
            counted.Count,
            counted.Count(c =>
                c.Conversations.All(d => !d.IsOurs || d.State == DueState.Held || d.Recommended >= today)
            ),
            counted.Count(c =>
                c.Conversations.First(d => d.IsOurs) is var first && first.State != DueState.Held && first.By < today
            ),
            Asked(law, today),
            Asked(law, Reform)
        );
    }

    private static int Asked(Lawbook law, DateOnly on) =>
        law.Answer(new ContactCourseConversations(), new("other"), on)
            .Match(f => f.Answer.SharePercent, _ => 0);
}
