namespace Virker.Insight;

/// <summary>Something that is asked of a person on a day: a row of the set, or none.</summary>
public sealed record CohortStatus(string Id, FactSet Set, bool IsNot = false);

/// <summary>So many persons, and of how many of them each status held on a day, in the statuses' order.</summary>
public sealed record StandingCount(int All, IReadOnlyList<int> Holding);

/// <summary>
/// How those who entered a cohort stand so many months later, beside others of the same groups in the same months.
/// </summary>
/// <param name="Months">After the day that the member entered.</param>
/// <param name="Members">Who had a group on that day, whose whole month the register has followed so long, and who have
/// others to stand beside.</param>
/// <param name="Others">Persons that they stand beside; one in several months counts in each.</param>
/// <param name="OthersHolding">In percent, for each status, weighted to the members' own months and groups.</param>
public sealed record CohortStanding(
    int Months,
    StandingCount Members,
    StandingCount Others,
    IReadOnlyList<decimal> OthersHolding
);

/// <summary>
/// A description and no proof: members are chosen, and what they were chosen for may be why they stand otherwise. The
/// others are all who on the fifteenth of the month in which a member entered were in the member's group, and who have
/// never been members.
/// </summary>
public sealed record CohortComparison(string Id)
{
    private const int MidMonth = 15;

    /// <summary>The rows by which somebody enters, and the column that tells one cohort from another.</summary>
    public required FactSet Entered { get; init; }

    public required FactColumn By { get; init; }

    /// <summary>The rows that say which group a person is in, and the column of the groups.</summary>
    public required FactSet Among { get; init; }

    public required FactColumn Group { get; init; }

    public required IReadOnlyList<CohortStatus> Statuses { get; init; }

    /// <summary>
    /// Empty where a table that it stands on is not there. <paramref name="cohort"/>: a key of the column <see
    /// cref="By"/>.
    /// </summary>
    public IReadOnlyList<CohortStanding> Of(FactStore store, string cohort, params IReadOnlyList<int> months)
    {
        if (
            store.Find(Entered.Table) is not { } entered
            || Statuses.Select(s => s.Set.Table).Append(Among.Table).Any(t => !store.Has(t))
            || !entered[By].Dimension!.Has(cohort)
        )
            return [];
        var members = Cohort.Of(store, Entered.With(By, cohort), CohortEvent.Begins).Members;
        return new Asked(this, store).Of(members, months);
    }

    private sealed record Stratum(int Group, DateOnly Month, IReadOnlyList<(int Subject, int Day)> Members)
    {
        public int MidDay => Month.AddDays(MidMonth - 1).DayNumber;
    }

    /// <summary>The comparison of one store's facts.</summary>
    private sealed class Asked(CohortComparison comparison, FactStore store)
    {
        private readonly FactTable _among = FactReader.Table(store, comparison.Among.Table);
        private readonly Column _groups = FactReader.Table(store, comparison.Among.Table)[comparison.Group];
        private readonly (FactReader Reader, bool IsNot)[] _statuses =
        [
            .. comparison.Statuses.Select(s => (new FactReader(store, s.Set, Breakdown.None), s.IsNot)),
        ];

        public IReadOnlyList<CohortStanding> Of(
            IReadOnlyList<(int Subject, int Day)> members,
            IReadOnlyList<int> months
        )
        {
            var strata = members
                .Select(p => (p.Subject, p.Day, Group: GroupOn(p.Subject, p.Day)))
                .Where(p => p.Group > 0)
                .GroupBy(p => (p.Group, Month: FigurePeriod.MonthOf(DateOnly.FromDayNumber(p.Day)).First))
                .Select(g => new Stratum(g.Key.Group, g.Key.Month, [.. g.Select(p => (p.Subject, p.Day))]))
                .ToList();
            var all = members.Select(p => p.Subject).ToHashSet();
            return
            [
                .. months.Select(after =>
                    Standing(
                        after,
                        [.. strata.Where(s => s.Month.AddMonths(after + 1).AddDays(-1) <= store.DataDate)],
                        all
                    )
                ),
            ];
        }

        private CohortStanding Standing(int after, IReadOnlyList<Stratum> strata, HashSet<int> members)
        {
            var others = strata
                .Select(s => (Stratum: s, Count: Count(OthersOf(s, members), after)))
                .Where(s => s.Count.All > 0)
                .ToList();
            var own = Count(others.SelectMany(s => s.Stratum.Members), after);
            decimal Weighted(int status) =>
                own.All == 0
                    ? 0
                    : others.Sum(s => s.Stratum.Members.Count * 100m * s.Count.Holding[status] / s.Count.All) / own.All;
            return new(
                after,
                own,
                new(others.Sum(s => s.Count.All), [.. _statuses.Select((_, i) => others.Sum(s => s.Count.Holding[i]))]),
                [.. _statuses.Select((_, i) => Weighted(i))]
            );
        }

        private IEnumerable<(int Subject, int Day)> OthersOf(Stratum stratum, HashSet<int> members)
        {
            var (day, before) = (stratum.MidDay, -1);
            for (var row = 0; row < _among.Count; row++)
            {
                var subject = _among.Subject[row];
                if (
                    _groups[row] != stratum.Group
                    || _among.From[row] > day
                    || _among.To[row] < day
                    || subject == before
                    || members.Contains(subject)
                )
                    continue;
                before = subject;
                yield return (subject, day);
            }
        }

        private StandingCount Count(IEnumerable<(int Subject, int Day)> persons, int after)
        {
            var (all, holding) = (0, new int[_statuses.Length]);
            foreach (var (subject, day) in persons)
            {
                var then = DateOnly.FromDayNumber(day).AddMonths(after).DayNumber;
                all++;
                for (var i = 0; i < holding.Length; i++)
                {
                    if (_statuses[i].Reader.Covers(subject, then) != _statuses[i].IsNot) holding[i]++;
                }
            }

            return new(all, holding);
        }

        /// <summary>Of the row that began last, where several hold.</summary>
        private int GroupOn(int subject, int day)
        {
            var (began, group) = (-1, 0);
            foreach (var row in _among.RowsOf(subject))
            {
                if (_groups[row] == 0 || _among.From[row] > day || _among.To[row] < day) continue;
                group = _among.From[row] > began ? _groups[row] : Math.Max(group, _groups[row]);
                began = _among.From[row];
            }

            return group;
        }
    }
}
