using Virker.Kernel;

namespace Virker.Casework;

/// <summary>
/// The three segments of the unemployed (document 002), suggested by stated criteria and always decided by a person.
/// </summary>
public sealed record Segment : CodeWord<Segment>
{
    public static readonly Segment InDemand = new("efterspurgt", "Efterspurgt på arbejdsmarkedet");
    public static readonly Segment ChangeOfTrade = new("brancheskift", "Har brug for brancheskift");
    public static readonly Segment LongTermRisk = new("langtidsrisiko", "Risiko for langtidsledighed");

    private Segment(string code, string text) : base(code, text)
    {
    }
}

/// <summary>
/// What a segment is suggested by: only what the register says; neither name, origin, sex nor address.
/// </summary>
internal sealed record SegmentGround(int Education, int BenefitWeeksInThreeYears, int? MonthsSinceWork);

/// <summary>The suggestion with every criterion that it rests on.</summary>
public sealed record SegmentAdvice(Segment Segment, IReadOnlyList<string> Criteria)
{
    private const int ManyWeeks = 52;
    private const int LongSinceWork = 12;

    internal static SegmentAdvice Of(SegmentGround g)
    {
        List<string> criteria =
        [
            $"{g.BenefitWeeksInThreeYears} uger på ydelse de seneste tre år",
            g.MonthsSinceWork is { } months ? $"{months} måneder siden seneste job" : "intet job i registret",
            $"uddannelse: {Educations.Name(g.Education).ToLowerInvariant()}",
        ];
        var segment =
            g.BenefitWeeksInThreeYears >= ManyWeeks || g.MonthsSinceWork is null or >= LongSinceWork
                ? Casework.Segment.LongTermRisk
            : g.Education >= Educations.Vocational ? Casework.Segment.InDemand
            : Casework.Segment.ChangeOfTrade;
        return new(segment, criteria);
    }
}
