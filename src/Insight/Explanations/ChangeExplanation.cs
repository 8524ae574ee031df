namespace Virker.Insight;

/// <summary>
/// Why a figure changed from one period to another. Each account is a list of terms that sum to the whole change
/// exactly, as fractions; nothing is left over and nothing is called "other" unless it is persons whose group is not
/// known.
/// </summary>
public sealed record ChangeExplanation(Fraction Before, Fraction After, IReadOnlyList<ChangeAccount> Accounts)
{
    private static readonly Fraction Half = new(1, 2);

    public Fraction Change => After - Before;

    /// <summary>Null where the figure is unknown in one of the periods.</summary>
    public static ChangeExplanation? Of(FactStore store, Indicator indicator, FigurePeriod before, FigurePeriod after, FigureDimension? by)
    {
        var figures = indicator.Evaluate(store, [before, after]);
        if (figures[0].Value is not { } from || figures[1].Value is not { } to)
            return null;
        var accounts = new[]
        {
            Movement(store, indicator, before, after),
            PersonsAndDuration(store, indicator, before, after, from, to),
            by is null ? null : ByGroup(store, indicator, by, before, after, from, to),
        };
        return new(from, to, [.. accounts.OfType<ChangeAccount>()]);
    }

    /// <summary>
    /// Persons at the one period's end, those who came and those who left since, persons at the other's end.
    /// </summary>
    private static ChangeAccount? Movement(FactStore store, Indicator indicator, FigurePeriod before, FigurePeriod after)
    {
        if (SetOf(indicator.Measure) is not { } set) return null;
        var stocks = new Heads(set, Presence.AtEnd).Over(store, [before, after]);
        if (stocks[0].Value is not { } start || stocks[1].Value is not { } end) return null;
        int came = 0, left = 0;
        var there = new Present(set, Presence.AtEnd);
        var (first, last) = (there.Subjects(store, before).ToHashSet(), there.Subjects(store, after).ToHashSet());
        came = last.Count(p => !first.Contains(p));
        left = first.Count(p => !last.Contains(p));
        return new(
            ChangeKind.Movement,
            $"personer ved udgangen af {before} og {after}",
            start,
            end,
            [new("Kommet til, og er der stadig", came), new("Gået fra", Fraction.Zero - left)]
        );
    }

    /// <summary>
    /// Full-time persons are persons times the part of the period that each was there: the change is shared between the
    /// two, each at the mean of the other.
    /// </summary>
    private static ChangeAccount? PersonsAndDuration(
        FactStore store,
        Indicator indicator,
        FigurePeriod before,
        FigurePeriod after,
        Fraction from,
        Fraction to
    )
    {
        if (indicator.Measure is not FullTime { Set: var set }) return null;
        var heads = new Heads(set, Presence.InPeriod).Over(store, [before, after]);
        if (heads[0].Value is not { } n0 || heads[1].Value is not { } n1 || n0.Numerator == 0 || n1.Numerator == 0) return null;
        var (part0, part1) = (from / n0, to / n1);
        return new(
            ChangeKind.Duration,
            $"hvor mange der {set.Table.Words.Had}, og hvor stor en del af perioden",
            from,
            to,
            [
                new("Antal personer", (n1 - n0) * (part0 + part1) * Half),
                new($"Hvor længe hver person {set.Table.Words.Had} i perioden", (part1 - part0) * (n0 + n1) * Half),
            ]
        );
    }

    private static ChangeAccount? ByGroup(
        FactStore store,
        Indicator indicator,
        FigureDimension by,
        FigurePeriod before,
        FigurePeriod after,
        Fraction from,
        Fraction to
    )
    {
        var groups = by
            .Groups.Zip(by.Evaluate(store, indicator, [before, after]), (g, figures) => (g.Name, Figures: figures))
            .ToList();
        if (indicator.Measure is Ratio ratio)
            return Mix(ratio, store, by, groups, before, after, from, to);
        List<ChangeTerm> terms =
        [
            .. groups.Select(g => new ChangeTerm(
                g.Name,
                (g.Figures[1].Value ?? Fraction.Zero) - (g.Figures[0].Value ?? Fraction.Zero)
            )),
        ];
        var rest = terms.Aggregate(to - from, (sum, t) => sum - t.Amount);
        if (rest.Numerator != 0) terms.Add(new("Uoplyst, eller i flere grupper", rest));
        return new(ChangeKind.Group, by.Name.ToLowerInvariant(), from, to, [.. terms.Where(t => t.Amount.Numerator != 0)]);
    }

    /// <summary>
    /// A share changes because groups' own shares change (rate), and because groups with other shares become a larger
    /// part of the whole (mix). Persons outside the groups are a group of their own, so that the terms sum exactly.
    /// </summary>
    private static ChangeAccount? Mix(
        Ratio ratio,
        FactStore store,
        FigureDimension by,
        IReadOnlyList<(string Name, IReadOnlyList<KeyFigure> Figures)> groups,
        FigurePeriod before,
        FigurePeriod after,
        Fraction from,
        Fraction to
    )
    {
        var (part, whole) = (ratio.Part.Over(store, [before, after]), ratio.Whole.Over(store, [before, after]));
        var cells = groups
            .Select(g =>
                (g.Name, P: Both(g.Figures, f => f.Result.Numerator), W: Both(g.Figures, f => f.Result.Denominator))
            )
            .ToList();
        cells.Add(
            ("Uoplyst, eller i flere grupper", Rest(part, cells.Select(c => c.P)), Rest(whole, cells.Select(c => c.W)))
        );
        if (
            cells.Any(c =>
                c.W.Before.Numerator < 0
                || c.W.After.Numerator < 0
                || (c.W.Before.Numerator == 0 && c.P.Before.Numerator != 0)
                || (c.W.After.Numerator == 0 && c.P.After.Numerator != 0)
            )
        )
            return null;
        double w0 = Real(whole[0].Value!.Value),
            w1 = Real(whole[1].Value!.Value),
            own = 0;
        foreach (var (_, p, w) in cells)
        {
            var (r0, r1) = (w.Before.Numerator == 0 ? 0 : Real(p.Before / w.Before), w.After.Numerator == 0 ? 0 : Real(p.After / w.After));
            own += (r1 - r0) * ((Real(w.Before) / w0) + (Real(w.After) / w1)) / 2 * ratio.Scale;
        }

        // The groups' many denominators would not fit an exact fraction: the first term is rounded at the ninth
        // decimal, and the second is the rest.
        var rate = Fraction.Of(Math.Round((decimal)own, 9));
        var mix = to - from - rate;
        return new(
            ChangeKind.Mix,
            by.Name.ToLowerInvariant(),
            from,
            to,
            [new("Gruppernes egne andele er ændret", rate), new("Grupperne fylder mere eller mindre end før", mix)]
        );
    }

    private static (Fraction Before, Fraction After) Both(
        IReadOnlyList<KeyFigure> figures,
        Func<KeyFigure, Fraction?> of
    ) => (of(figures[0]) ?? Fraction.Zero, of(figures[1]) ?? Fraction.Zero);

    private static (Fraction Before, Fraction After) Rest(
        IReadOnlyList<Result> all,
        IEnumerable<(Fraction Before, Fraction After)> groups
    ) =>
        groups.Aggregate(
            (Before: all[0].Value ?? Fraction.Zero, After: all[1].Value ?? Fraction.Zero),
            (rest, g) => (rest.Before - g.Before, rest.After - g.After)
        );

    private static double Real(Fraction value) => (double)value.Numerator / (double)value.Denominator;

    private static FactSet? SetOf(Measure measure) => measure switch
    {
        FullTime full => full.Set,
        Heads heads => heads.Set,
        Ratio { Part: FullTime full } => full.Set,
        _ => null,
    };
}

/// <summary>By what a change is accounted for.</summary>
public enum ChangeKind
{
    /// <summary>Who came and who left.</summary>
    Movement,

    /// <summary>More persons, or longer each.</summary>
    Duration,

    /// <summary>Each group's part of the change.</summary>
    Group,

    /// <summary>The groups' own shares against how much each group is of the whole.</summary>
    Mix,
}

/// <summary>
/// One account of a change: what it counts, from what to what, and terms that sum to the difference exactly.
/// </summary>
public sealed record ChangeAccount(ChangeKind Kind, string Counts, Fraction Before, Fraction After, IReadOnlyList<ChangeTerm> Terms);

/// <summary>A term of an account, in the figure's own unit.</summary>
public sealed record ChangeTerm(string Name, Fraction Amount);
