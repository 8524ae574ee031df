using Virker.Insight;
using Virker.Kernel;
using Virker.Platform;
using Virker.Targets;

namespace Virker.Committee;

/// <summary>
/// A frozen annex as a paper: where every measure stands on one page, how each has moved on the next, and how each
/// figure is made as an appendix.
/// </summary>
internal static class AnnexDocument
{
    public static Document Of(KeyFigureAnnex annex, string municipality) =>
        new(
            $"Nøgletal pr. {Danish.Date(annex.AsOf)}",
            annex.FrozenAt,
            [
                new Paragraph([new TextRun($"Opfølgning på målene i {annex.PlanTitle}. {AnnexWords.Complete(annex)}")]),
                Status(annex),
                .. Developments(annex),
                new PageBreak(),
                new Heading(2, "Tillæg: sådan er tallene gjort op"),
                .. annex.Lines.Select(Definition),
                .. Numbers(annex),
            ]
        )
        {
            Author = municipality,
            Subject = $"Nøgletal for {annex.PlanTitle}",
            Header = municipality,
            Footer =
                $"Nøgletal pr. {Danish.Date(annex.AsOf)}, frosset {Danish.Date(annex.FrozenAt.DanishDate())}",
        };

    /// <summary>Every measure in one table, under its theme.</summary>
    private static DocumentTable Status(KeyFigureAnnex annex) =>
        new(
            $"Sådan står målene i {annex.PlanTitle}",
            [
                Column("Mål", 4.2),
                Column("Målsætning", 2.3),
                Column("Status", 1.3),
                Column("Tallet, målet dømmes på", 2.1),
                Column("Afstand til målet", 2.2),
                Column("Seneste tal", 1.9),
            ],
            [
                .. annex
                    .Lines.GroupBy(l => l.Theme)
                    .SelectMany(theme =>
                        theme.Select(Row).Prepend(TableRow.Of(TableCell.Of(theme.Key) with { ColumnSpan = 6 }))
                    ),
            ]
        )
        {
            RowHeaders = true,
            IsDense = true,
            Note = "Står der ikke et seneste tal, er det tallet, målet dømmes på.",
        };

    private static TableColumn Column(string header, double width) => new(header) { Width = width };

    private static TableRow Row(AnnexLine line) => TableRow.Of(line.Title, line.TargetText, line.Verdict.StateText,
        line.Verdict.Figure is { } judged ? $"{line.Verdict.NumberText} ({Short(judged.Period)})"
            : Danish.Missing, line.Verdict.GapText ?? Danish.Missing,
        line.Latest is { } latest && latest.Period != line.Verdict.Figure?.Period
            ? $"{Danish.Amount(latest.Value, line.Decimals, line.Unit)} ({Short(latest.Period)})" : "");

    private static string Short(FigurePeriod period) =>
        period.IsYear || period.IsMonth ? FigureLabels.Short(period)
            : $"{(period == FigurePeriod.TwelveMonthsTo(period) ? "12 mdr. til " : "til ")}{FigureLabels.Month(period)}";

    /// <summary>So many small charts fill a page.</summary>
    private const int OnAPage = 21;

    private static IEnumerable<DocumentBlock> Developments(KeyFigureAnnex annex)
    {
        var shown = Shown(annex);
        if (shown.Count == 0) return [];
        return [new PageBreak(), new Heading(2, "Udvikling"), .. shown.Chunk(OnAPage).Select(Development)];
    }

    private static List<AnnexLine> Shown(KeyFigureAnnex annex) =>
        [.. annex.Lines.Where(l => l.Trend.Count(p => p.Value is not null) >= 2)];

    private static List<string> Periods(IReadOnlyList<AnnexLine> lines) =>
        [.. lines.MaxBy(l => l.Trend.Count)!.Trend.Select(p => p.Label)];

    /// <summary>
    /// What the small charts are drawn from: a row for each measure, so that the months fit beside one another.
    /// </summary>
    private static IEnumerable<DocumentBlock> Numbers(KeyFigureAnnex annex)
    {
        if (Shown(annex) is not { Count: > 0 } shown) return [];
        var periods = Periods(shown);
        return
        [
            new Heading(2, "Tillæg: tallene måned for måned"),
            new DocumentTable("Tal til figurerne", [new("Mål"), .. periods.Select(TableColumn.Number)],
                [.. shown.Select(l => new TableRow([l.Title, .. Padded(l, periods.Count).Select(p =>
                    TableCell.Of(Number(l, p)))]))])
            {
                RowHeaders = true,
                Note = shown.Any(l => l.Trend.Any(p => !p.IsComplete))
                    ? "* Foreløbigt: en af tallets kilder er ikke komplet for måneden." : null,
            },
        ];
    }

    /// <summary>
    /// A small chart for each measure; all end with the same month, and one that began later begins where it began.
    /// </summary>
    private static FigureBlock Development(IReadOnlyList<AnnexLine> lines)
    {
        var labels = Periods(lines);
        var chart = new Chart(
            ChartKind.SmallMultiples,
            "Udvikling i målenes tal",
            new ChartData(labels, [.. lines.Select(l => Series(l, labels.Count))])
        )
        {
            CategoryHeader = "Periode",
        };
        return new FigureBlock(chart, string.Join(' ', lines.Select(l => $"{l.Title}: {l.Words}")))
        {
            Caption =
                $"Fra {labels[0]} til {labels[^1]}. Den stiplede linje er målet. Måneder, der ikke er komplette, er ikke tegnet. Tallene står i tillægget.",
            TableElsewhere = true,
        };
    }

    /// <summary>
    /// What stands above a small chart without being cut; a measure with a longer name stands by the name of its
    /// figure.
    /// </summary>
    private const int ShortName = 36;

    /// <summary>The points of a line; null before it began.</summary>
    private static IEnumerable<AnnexPoint?> Padded(AnnexLine line, int count) =>
        [.. Enumerable.Repeat<AnnexPoint?>(null, count - line.Trend.Count), .. line.Trend];

    private static string Number(AnnexLine line, AnnexPoint? point) =>
        Danish.Number((double?)point?.Value, line.Decimals) + (point is { Value: not null, IsComplete: false }
            ? "*" : "");

    private static ChartSeries Series(AnnexLine line, int count) =>
        new(line.Title.Length <= ShortName ? line.Title : line.IndicatorName ?? line.Title, [.. Padded(line, count)
            .Select(p => p is { IsComplete: true } ? (double?)p.Value : null)])
        { Panel = new(line.Unit ?? "", line.Decimals, (double?)line.Verdict.Target) };

    private static DefinitionRows Definition(AnnexLine line)
    {
        List<(string, string)> rows = [("Mål", line.Title), ("I planen står", line.Text), ("Vurdering", line.Words)];
        if (line.Condition is { } condition) rows.Add(("Forudsætning", condition));
        if (line.Comparison is { } comparison) rows.Add(("Sammenlignes med", comparison));
        if (line.Definition is { } definition) rows.Add(("Definition", definition));
        if (line.Source is { } source) rows.Add(("Kilde", source));
        if (line.Missing.Count > 0) rows.Add(("Mangler", string.Join("; ", line.Missing)));
        return DefinitionRows.Of([.. rows]);
    }
}
