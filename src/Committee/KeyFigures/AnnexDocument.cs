using Virker.Platform;
using Virker.Targets;

namespace Virker.Committee;

/// <summary>A frozen annex as a paper: overview by theme, development, and how each figure is made.</summary>
internal static class AnnexDocument
{
    public static Document Of(KeyFigureAnnex annex, string municipality) => new($"Nøgletal pr. {DanishFormat.Date(annex.AsOf)}", annex.FrozenAt,
        [
            new Paragraph([new TextRun($"Opfølgning på målene i {annex.PlanTitle}. {AnnexWords.Complete(annex)}")]) { Style = ParagraphStyle.Lead },
            .. annex.Lines.GroupBy(l => l.Theme).SelectMany(Theme),
            .. Developments(annex),
            new Heading(2, "Sådan er tallene gjort op"),
            .. annex.Lines.Select(Definition),
        ])
    {
        Author = municipality,
        Subject = $"Nøgletal for {annex.PlanTitle}",
        Header = municipality,
        Footer = $"Nøgletal pr. {DanishFormat.Date(annex.AsOf)}, frosset {DanishFormat.Date(annex.FrozenAt.DanishDate())}",
    };

    private static IEnumerable<DocumentBlock> Theme(IGrouping<string, AnnexLine> theme) =>
    [
        new Heading(2, theme.Key),
        new DocumentTable($"Mål under {theme.Key}", ["Mål", "Målsætning", "Status", TableColumn.Number("Tallet, målet dømmes på"), TableColumn.Number("Afstand til målet"), TableColumn.Number("Seneste tal")],
            [.. theme.Select(l => TableRow.Of(l.Title, l.TargetText, l.Verdict.StateText, l.Verdict.FigureText ?? DanishFormat.Missing, l.Verdict.GapText ?? DanishFormat.Missing, AnnexWords.Latest(l) ?? DanishFormat.Missing))])
        { RowHeaders = true },
    ];

    private static IEnumerable<DocumentBlock> Developments(KeyFigureAnnex annex)
    {
        var shown = annex.Lines.Where(l => l.Trend.Count(p => p.Value is not null) >= 2).ToList();
        if (shown.Count > 0) yield return new Heading(2, "Udvikling");
        foreach (var line in shown) yield return Development(line);
    }

    private static Figure Development(AnnexLine line)
    {
        var name = line.IndicatorName ?? line.Title;
        var data = new ChartData([.. line.Trend.Select(p => p.Label)], [new ChartSeries(name, [.. line.Trend.Select(p => (double?)p.Value)])]) { Unit = line.Unit ?? "", Decimals = line.Decimals };
        var chart = new Chart(ChartKind.Line, name, data) { CategoryHeader = "Periode", Target = line.Verdict.Target is { } target ? new ChartTarget((double)target, "Mål") : null };
        return new Figure(chart, line.Words) { Caption = name };
    }

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
