using Virker.Kernel;
using Virker.Platform;
using Virker.Targets;

namespace Virker.Committee;

/// <summary>
/// What the case text says of a frozen annex. The assessment is a draft by its first word, and is not published until
/// somebody has made it theirs.
/// </summary>
internal static class AnnexWords
{
    /// <summary>A text that begins so has not been read by the one who answers for it.</summary>
    public const string DraftMark = "Udkast:";

    public static IReadOnlyDictionary<string, string> CaseText(KeyFigureAnnex annex, string committee)
    {
        var standing = StandingItem.KeyFigures;
        var opening = standing.For(standing.Theme, committee);
        return new Dictionary<string, string>
        {
            ["decision_theme"] = opening,
            ["occasion"] = opening,
            [CaseTemplate.MainText] = Content(annex, committee),
            ["options"] = $"{committee} kan drøfte punktet.",
            ["assessment"] = Assessment(annex),
        };
    }

    public static TableText Overview(KeyFigureAnnex annex) =>
        new(
            $"Målene i {annex.PlanTitle} pr. {Danish.Date(annex.AsOf)}",
            ["Målsætning", "Status", "Tallet, målet dømmes på", "Afstand til målet", "Seneste tal"],
            [
                .. annex.Lines.Select(l => new TableLine(
                    l.Title,
                    [
                        l.TargetText.Length > 0 ? l.TargetText : null,
                        l.Verdict.StateText,
                        l.Verdict.FigureText,
                        l.Verdict.GapText,
                        Latest(l),
                    ]
                )),
            ]
        );

    public static string? Latest(AnnexLine line) =>
        line.Latest is { } figure
            ? $"{Danish.Amount(figure.Value, line.Decimals, line.Unit)} ({figure.Period})"
            : null;

    private static string Content(KeyFigureAnnex annex, string committee)
    {
        var counts = annex
            .Lines.GroupBy(l => (l.Verdict.State, l.Verdict.IsDecided))
            .OrderBy(g => g.Key.State)
            .ThenByDescending(g => g.Key.IsDecided)
            .Select(g =>
                $"{g.First().Verdict.StateText.ToLowerInvariant().Replace(": ", " ", StringComparison.Ordinal)}: {g.Count()}"
            );
        return $"{committee} følger på hvert møde op på målene i {annex.PlanTitle}.\n\n"
            + $"Tallene er gjort op pr. {Danish.Date(annex.AsOf)}. {Complete(annex)} Af planens {annex.Lines.Count} mål er {string.Join(", ", counts)}.\n\n"
            + "Skemaet viser hvert mål. Definitioner, kilder, udvikling og begrundelser står i bilag 1.";
    }

    /// <summary>How far the register goes, and which source is not so far.</summary>
    public static string Complete(KeyFigureAnnex annex) =>
        string.Join(
            ' ',
            annex
                .Lines.Select(l => l.Lag)
                .OfType<string>()
                .Distinct()
                .Prepend($"Registret er komplet til {Danish.Date(annex.DataDate)}.")
        );

    /// <summary>Only what the figures say; what to make of it is for the chief to write.</summary>
    private static string Assessment(KeyFigureAnnex annex)
    {
        var behind = annex
            .Lines.Where(l => l.Verdict.State == TargetState.NotMet)
            .Select(l => $"- {l.Title.TrimEnd('.')}. {l.Words}")
            .ToList();
        return behind.Count == 0
            ? $"{DraftMark} Ingen af de mål, der kan gøres op, er overskredet."
            : $"{DraftMark} Der kan være behov for at fokusere på følgende mål, som ikke er nået:\n\n{string.Join('\n', behind)}";
    }
}
