using System.Text.Json.Serialization;
using Virker.Insight;
using Virker.Platform;

namespace Virker.Targets;

/// <summary>
/// The number that a target is judged on, its days, its distance to the target, and the verdict: all made of one figure
/// at once and never set apart, so that they are of the same days wherever they stand. <see cref="IsDecided"/> when
/// nothing that is still to come can change it.
/// </summary>
public sealed record TargetVerdict
{
    [JsonConstructor]
    private TargetVerdict(
        TargetState state,
        bool isDecided,
        ShownFigure? figure,
        decimal? target,
        decimal? gap,
        string? gapText,
        string? numberText,
        FigurePeriod? until
    ) =>
        (State, IsDecided, Figure, Target, Gap, GapText, NumberText, Until) = (
            state,
            isDecided,
            figure,
            target,
            gap,
            gapText,
            numberText,
            until
        );

    public TargetState State { get; }

    public bool IsDecided { get; }

    /// <summary>The number that is judged; the newest one while it is too early; null where there is none.</summary>
    public ShownFigure? Figure { get; }

    /// <summary>The number to reach; null where it depends on a figure that is not loaded.</summary>
    public decimal? Target { get; }

    /// <summary>
    /// Positive on the good side of the target, in the indicator's unit (percentage points for a share).
    /// </summary>
    public decimal? Gap { get; }

    /// <summary>"1 helårsperson over målet".</summary>
    public string? GapText { get; }

    /// <summary>The days that the target itself names; null where it is of no days in particular.</summary>
    public FigurePeriod? Until { get; }

    /// <summary>"195 helårspersoner", without its days.</summary>
    public string? NumberText { get; }

    /// <summary>"195 helårspersoner (2023)".</summary>
    [JsonIgnore]
    public string? FigureText => Figure is { } figure ? $"{NumberText} ({figure.Period})" : null;

    /// <summary>"Afgjort: ikke nået", "Opfyldt" …</summary>
    [JsonIgnore]
    public string StateText => WordsOf(State, IsDecided);

    public static string WordsOf(TargetState state, bool isDecided = false) => state switch
    {
        TargetState.Met => isDecided ? "Afgjort: nået" : "Opfyldt",
        TargetState.NotMet => isDecided ? "Afgjort: ikke nået" : "Ikke opfyldt",
        TargetState.TooEarly => "For tidligt at sige",
        _ => "Kan ikke opgøres",
    };

    /// <summary>A known figure held against the target.</summary>
    internal static TargetVerdict Judged(
        TargetRule rule,
        Indicator indicator,
        KeyFigure figure,
        Fraction target,
        bool isDecided
    ) =>
        Of(
            rule.Passes(figure.Value!.Value, target) ? TargetState.Met : TargetState.NotMet,
            isDecided,
            rule,
            indicator,
            figure,
            target
        );

    /// <summary>
    /// The days of the target are not over: the newest figure, where there is one, and how far it is from a known
    /// target.
    /// </summary>
    internal static TargetVerdict Early(TargetRule rule, Indicator indicator, KeyFigure latest, Fraction? target) =>
        latest.Value is null
            ? new(TargetState.TooEarly, false, null, Rounded(target, indicator), null, null, null, rule.Fixed)
            : Of(TargetState.TooEarly, false, rule, indicator, latest, target);

    /// <summary>No verdict; the figure where it is only the target that is not known.</summary>
    internal static TargetVerdict Unknown(TargetRule rule, Indicator? indicator, KeyFigure? figure) =>
        indicator is null || figure?.Value is null
            ? new(TargetState.CannotBeKnown, false, null, null, null, null, null, rule.Fixed)
            : Of(TargetState.CannotBeKnown, false, rule, indicator, figure, null);

    private static TargetVerdict Of(
        TargetState state,
        bool isDecided,
        TargetRule rule,
        Indicator indicator,
        KeyFigure figure,
        Fraction? target
    )
    {
        var shown = FigureWords.Shown(figure, indicator);
        var number = FigureWords.WithUnit(shown.Value, indicator);
        if (target is not { } exact) return new(state, isDecided, shown, null, null, null, number, rule.Fixed);
        var goal = Rounded(target, indicator)!.Value;
        var order = figure.Value!.Value.CompareTo(exact);
        // What is rounded may seem to be on the target, or on its other side, where the exact number is not: then only
        // the side is told.
        var distance = Math.Round(shown.Value - goal, indicator.Decimals, MidpointRounding.AwayFromZero);
        if (Math.Sign(distance) != order)
            distance = 0;
        return new(
            state,
            isDecided,
            shown,
            goal,
            rule.WantsLess ? -distance : distance,
            FigureWords.Gap(distance, order, indicator),
            number,
            rule.Fixed
        );
    }

    private static decimal? Rounded(Fraction? target, Indicator indicator) =>
        target?.Rounded(Math.Max(indicator.Decimals, 2));
}
