namespace Virker.Insight;

/// <summary>So many persons, and how many of them were without any benefit and in employment on a day.</summary>
public readonly record struct StandingCount(int All, int WithoutBenefit, int InJob);

/// <summary>
/// How those who were marked for a scheme stand so many months later, beside others of the same target groups in the
/// same months.
/// </summary>
/// <param name="Months">After the day that the participant was marked.</param>
/// <param name="Participants">Who had a target group on that day, whose whole month the register has followed so long,
/// and who have others to stand beside.</param>
/// <param name="Others">Persons that they stand beside; one in several months counts in each.</param>
/// <param name="OthersWithoutBenefit">In percent, weighted to the participants' own months and target groups.</param>
/// <param name="OthersInJob">The same of those in employment.</param>
public sealed record SchemeStanding(
    int Months,
    StandingCount Participants,
    StandingCount Others,
    decimal OthersWithoutBenefit,
    decimal OthersInJob
);

/// <summary>
/// A description and no proof: participants are chosen, and what they were chosen for may be why they stand otherwise.
/// The others are all who on the fifteenth of the month in which a participant was marked were in the participant's
/// target group, and who have never been in the scheme.
/// </summary>
public static class SchemeFollowUp
{
    private const int MidMonth = 15;

    /// <summary>
    /// Empty where a table that it stands on is not there. <paramref name="scheme"/>: the dimension's key.
    /// </summary>
    public static IReadOnlyList<SchemeStanding> Of(FactStore store, string scheme, params IReadOnlyList<int> months)
    {
        if (
            store.Find(StandardFacts.Schemes) is not { } marked
            || store.Find(StandardFacts.Benefits) is null
            || store.Find(StandardFacts.Employment) is null
        )
            return [];
        if (!marked["scheme"].Declaration.Dimension!.Has(scheme))
            return [];
        var (benefits, jobs) = (
            new FactReader(store, new FactSet(StandardFacts.Benefits), Breakdown.None),
            new FactReader(store, new FactSet(StandardFacts.Employment), Breakdown.None)
        );
        var participants = Cohort
            .Of(store, new FactSet(StandardFacts.Schemes).With("scheme", scheme), CohortEvent.Begins)
            .Members;
        var strata = participants
            .Select(p => (p.Subject, p.Day, Group: GroupOn(benefits.Source, p.Subject, p.Day)))
            .Where(p => p.Group > 0)
            .GroupBy(p =>
                (
                    p.Group,
                    Month: new DateOnly(DateOnly.FromDayNumber(p.Day).Year, DateOnly.FromDayNumber(p.Day).Month, 1)
                )
            )
            .Select(g => new Stratum(g.Key.Group, g.Key.Month, [.. g.Select(p => (p.Subject, p.Day))]))
            .ToList();
        var inScheme = participants.Select(p => p.Subject).ToHashSet();
        return
        [
            .. months.Select(after =>
                Standing(
                    after,
                    [.. strata.Where(s => s.Month.AddMonths(after + 1).AddDays(-1) <= store.DataDate)],
                    inScheme,
                    benefits,
                    jobs
                )
            ),
        ];
    }

    private sealed record Stratum(int Group, DateOnly Month, IReadOnlyList<(int Subject, int Day)> Participants)
    {
        public int MidDay => Month.AddDays(MidMonth - 1).DayNumber;
    }

    private static SchemeStanding Standing(
        int after,
        IReadOnlyList<Stratum> strata,
        HashSet<int> inScheme,
        FactReader benefits,
        FactReader jobs
    )
    {
        var others = strata
            .Select(s => (Stratum: s, Count: Count(OthersOf(s, inScheme, benefits.Source), after, benefits, jobs)))
            .Where(s => s.Count.All > 0)
            .ToList();
        var own = Count(others.SelectMany(s => s.Stratum.Participants), after, benefits, jobs);
        decimal Weighted(Func<StandingCount, int> of) =>
            own.All == 0
                ? 0
                : others.Sum(s => s.Stratum.Participants.Count * 100m * of(s.Count) / s.Count.All) / own.All;
        return new(
            after,
            own,
            new(others.Sum(s => s.Count.All), others.Sum(s => s.Count.WithoutBenefit), others.Sum(s => s.Count.InJob)),
            Weighted(c => c.WithoutBenefit),
            Weighted(c => c.InJob)
        );
    }

    private static IEnumerable<(int Subject, int Day)> OthersOf(
        Stratum stratum,
        HashSet<int> inScheme,
        FactTable benefits
    )
    {
        var (groups, day, before) = (benefits["target-group"], stratum.MidDay, -1);
        for (var row = 0; row < benefits.Count; row++)
        {
            var subject = benefits.Subject[row];
            if (
                groups[row] != stratum.Group
                || benefits.From[row] > day
                || benefits.To[row] < day
                || subject == before
                || inScheme.Contains(subject)
            )
                continue;
            before = subject;
            yield return (subject, day);
        }
    }

    private static StandingCount Count(
        IEnumerable<(int Subject, int Day)> persons,
        int after,
        FactReader benefits,
        FactReader jobs
    )
    {
        var (all, without, inJob) = (0, 0, 0);
        foreach (var (subject, day) in persons)
        {
            var then = DateOnly.FromDayNumber(day).AddMonths(after).DayNumber;
            all++;
            if (!benefits.Covers(subject, then)) without++;
            if (jobs.Covers(subject, then)) inJob++;
        }

        return new(all, without, inJob);
    }

    /// <summary>Of the row that began last, where several hold.</summary>
    private static int GroupOn(FactTable benefits, int subject, int day)
    {
        var (groups, began, group) = (benefits["target-group"], -1, 0);
        foreach (var row in benefits.RowsOf(subject))
        {
            if (groups[row] == 0 || benefits.From[row] > day || benefits.To[row] < day) continue;
            group = benefits.From[row] > began ? groups[row] : Math.Max(group, groups[row]);
            began = benefits.From[row];
        }

        return group;
    }
}
