using Virker.Kernel;
using Virker.Rules;

namespace Virker.Casework;

/// <summary>
/// What the target group rests on. <paramref name="Ready"/>: judged able to take a job (or begin an education) within
/// about three months.
/// </summary>
internal sealed record TargetGroupGround(int Benefit, int Age, bool HasQualifyingEducation, bool Ready);

/// <summary>
/// A target group of LAB § 6 that fits, with the reason in words; null where it must be judged by hand.
/// </summary>
public sealed record TargetGroupAdvice(int? Group, string Why)
{
    private const int YoungUnder = 30;

    internal static TargetGroupAdvice Of(TargetGroupGround g) =>
        g.Benefit switch
        {
            1 => Named(1, "Borgeren får dagpenge."),
            2 or 3 or 4 or 5 when g.Age < YoungUnder && !g.HasQualifyingEducation => g.Ready
                ? Named(
                    4,
                    $"Borgeren er {g.Age} år, uden erhvervskompetencegivende uddannelse, og vurderes at kunne begynde en uddannelse."
                )
                : Named(
                    5,
                    $"Borgeren er {g.Age} år, uden erhvervskompetencegivende uddannelse, og har brug for hjælp først."
                ),
            2 or 3 or 4 or 5 => g.Ready
                ? Named(2, "Borgeren vurderes at kunne tage et job inden for tre måneder.")
                : Named(3, "Borgeren vurderes at have brug for hjælp, før et job er muligt."),
            6 => Named(6, "Borgeren får sygedagpenge."),
            7 => Named(7, "Borgeren er i jobafklaringsforløb."),
            8 => Named(8, "Borgeren er i ressourceforløb."),
            9 or 10 => Named(9, "Borgeren er visiteret til fleksjob."),
            11 => Named(10, "Borgeren er under revalidering."),
            12 => Named(11, "Borgeren får førtidspension."),
            _ => new(null, "Ydelsen peger ikke på én målgruppe. Vælg den selv."),
        };

    private static TargetGroupAdvice Named(int group, string why) =>
        new(group, $"{why} {CodeList.TargetGroups[group]} (lov om en aktiv beskæftigelsesindsats § 6, nr. {group}).");
}

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
