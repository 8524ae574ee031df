namespace Virker.Insight;

/// <summary>Which day of a spell puts its subject in the cohort.</summary>
public enum CohortEvent
{
    Begins,
    Ends,
}

/// <summary>Subjects with the day on which they entered a cohort.</summary>
internal sealed class Cohort(IReadOnlyList<(int Subject, int Day)> members)
{
    public IReadOnlyList<(int Subject, int Day)> Members => members;

    public static Cohort Of(FactStore store, FactSet set, CohortEvent on)
    {
        var spells = Spells(new(store, set, Breakdown.None), set);
        return new([.. on == CohortEvent.Begins
            ? spells.Where(s => s.TrueStart).Select(s => (s.Subject, s.From))
            : spells.Where(s => s.TrueEnd && s.To != FactTable.Open).Select(s => (s.Subject, s.To))]);
    }

    public IReadOnlyList<int> In(FigurePeriod period) =>
        [.. members.Where(m => m.Day >= period.First.DayNumber && m.Day <= period.Last.DayNumber).Select(m => m.Subject).Distinct()];

    internal readonly record struct Spell(int Subject, int From, int To, bool TrueStart, bool TrueEnd);

    /// <summary>Each subject's rows joined by the gap rule. <c>TrueStart</c> and <c>TrueEnd</c> are false where a birthday cut the days.</summary>
    internal static IEnumerable<Spell> Spells(FactReader reader, FactSet set)
    {
        var block = new RowBlock();
        Spell? open = null;
        for (var at = 0; at < reader.Source.Count;)
        {
            at = reader.Fill(block, at, reader.Source.Count);
            for (var i = 0; i < block.Count; i++)
            {
                var row = new Spell(block.Subject[i], block.Began[i], block.To[i], block.Began[i] == block.From[i], block.Ended[i] == block.To[i]);
                if (open is { } spell && spell.Subject == row.Subject && !(spell.To < block.From[i] && set.Gap.Breaks(spell.To, block.From[i])))
                {
                    open = row.To >= spell.To ? spell with { To = row.To, TrueEnd = row.TrueEnd } : spell;
                    continue;
                }

                if (open is not null) yield return open.Value;
                open = row;
            }
        }

        if (open is not null) yield return open.Value;
    }
}

/// <summary>By which day a member of a cohort belongs to a period.</summary>
public enum CohortPeriod
{
    /// <summary>The day of entering: the figure is known only when the follow-up day of the last one has come.</summary>
    Entry,

    /// <summary>The follow-up day: the figure of a period is known when the period is over.</summary>
    FollowUp,
}

/// <summary>
/// Of those who entered a cohort, the share who a number of months later are in the status (or, negated, are not). Whoever is in
/// <see cref="Except"/> on the follow-up day is left out of both.
/// </summary>
public sealed record StatusAfter(FactSet Set, CohortEvent On, int Months, FactSet Status, CohortPeriod By = CohortPeriod.FollowUp) : Measure
{
    public bool Negated { get; init; }

    public IReadOnlyList<FactSet> Except { get; init; } = [];

    public override IReadOnlyList<FactSet> Sets => [Set, Status, .. Except];

    public override IReadOnlyList<Result> Over(FactStore store, IReadOnlyList<FigurePeriod> periods)
    {
        var answers = Answers(store).ToList();
        return [.. periods.Select(p =>
        {
            var chosen = answers.Where(a => a.Day >= p.First && a.Day <= p.Last).ToList();
            return Result.Share(chosen.Count(a => a.Holds), chosen.Count, 100);
        })];
    }

    public override IReadOnlyList<int> Behind(FactStore store, FigurePeriod period) =>
        [.. Answers(store).Where(a => a.Holds && a.Day >= period.First && a.Day <= period.Last).Select(a => a.Subject).Distinct().Order()];

    private IEnumerable<(int Subject, DateOnly Day, bool Holds)> Answers(FactStore store)
    {
        var status = new FactReader(store, Status, Breakdown.None);
        var except = Except.Select(e => new FactReader(store, e, Breakdown.None)).ToList();
        foreach (var (subject, day) in Cohort.Of(store, Set, On).Members)
        {
            var entered = DateOnly.FromDayNumber(day);
            var followUp = entered.AddMonths(Months);
            if (followUp > store.DataDate || except.Any(e => e.Covers(subject, followUp.DayNumber))) continue;
            yield return (subject, By == CohortPeriod.Entry ? entered : followUp, status.Covers(subject, followUp.DayNumber) != Negated);
        }
    }
}
