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
                if (open is { } spell && spell.Subject == row.Subject && !set.Gap.Parts(spell.To, block.From[i]))
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
