using Virker.Platform;

namespace Virker.Committee;

/// <summary>
/// What a decision's words say, read with the same grammar as published minutes are read with. <paramref name="Kind"/>
/// null: they do not say what was decided.
/// </summary>
internal sealed record DecisionWords(
    string? Kind,
    IReadOnlyList<string> Paragraphs,
    int? HandledAs,
    IReadOnlyList<PrintedFollowUp> Commitments
)
{
    /// <param name="recommendation">What "Tiltrådte indstillingen" adopts.</param>
    /// <param name="options">The text that lists the options, where one is chosen: its deadline becomes a
    /// follow-up.</param>
    public static DecisionWords Read(string text, IReadOnlyList<string> recommendation, string? options = null)
    {
        var paragraphs = Lines.Each(text);
        var points = new PrintedRecommendation(null, [.. recommendation.Select(p => new PrintedPoint(null, p))]);
        var head = new PrintedHead("referat", null, null, null, null, null, null, null);
        var listed = options is null ? null : Section(SectionKey.Options, Lines.Each(options));
        var context = new DecisionBlocks.Context(head, new(null, null, null, null, 0, 0, 0), points, listed);
        var block = DecisionBlocks.Read(Section(SectionKey.Decision, paragraphs), context, []);
        return new(KindOf(block, points), paragraphs, block.HandledAs, block.FollowUps);
    }

    /// <summary>The reader must say something of every printed block; here the clerk can be asked instead.</summary>
    private static string? KindOf(DecisionBlock block, PrintedRecommendation points) => block.Decision switch
    {
        { AdoptsRecommendation: true } => DecisionKinds.OfRecommendation(points, null),
        { Kind: DecisionKinds.NoExplicit } when block.Remarks.Count == 0 => null,
        var decision => decision.Kind,
    };

    private static CaseSection Section(string key, IReadOnlyList<string> paragraphs) =>
        new(
            new SectionHeading(key, key),
            new SourceLine(0, key),
            [.. paragraphs.Select((p, i) => new SourceLine(i + 1, p))]
        );
}
