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
        [
            .. members
                .Where(m => m.Day >= period.First.DayNumber && m.Day <= period.Last.DayNumber)
                .Select(m => m.Subject)
                .Distinct(),
        ];

    internal readonly record struct Spell(int Subject, int From, int To, bool TrueStart, bool TrueEnd);

    /// <summary>
    /// Each subject's rows joined by the gap rule. <c>TrueStart</c> and <c>TrueEnd</c> are false where a birthday cut
    /// the days.
    /// </summary>
    internal static IEnumerable<Spell> Spells(FactReader reader, FactSet set)
    {
        var (block, gap) = (new RowBlock(), set.Gap);
        int subject = -1, from = 0, to = 0;
        bool trueStart = false, trueEnd = false;
        for (var at = 0; at < reader.Source.Count;)
        {
            at = reader.Fill(block, at, reader.Source.Count);
            for (var i = 0; i < block.Count; i++)
            {
                var (first, last) = (block.From[i], block.To[i]);
                if (subject == block.Subject[i] && !gap.Parts(to, first))
                {
                    if (last >= to) (to, trueEnd) = (last, block.Ended[i] == last);
                    continue;
                }

                if (subject >= 0)
                    yield return new(subject, from, to, trueStart, trueEnd);
                (subject, from, to, trueStart, trueEnd) = (
                    block.Subject[i],
                    block.Began[i],
                    last,
                    block.Began[i] == first,
                    block.Ended[i] == last
                );
            }
        }

        if (subject >= 0) yield return new(subject, from, to, trueStart, trueEnd);
    }
}
