using System.Text.Json;
using System.Text.Json.Serialization;
using Virker.Kernel;
using Virker.Rules;

namespace Virker.Casework;

/// <summary>What an application was decided on, as it was known at the time.</summary>
internal sealed record FrozenEvidence(
    int Education,
    int Age,
    int Benefit,
    string Reason,
    string Documents,
    SegmentGround Segment,
    [property: JsonConverter(typeof(CodeWordJson))] Segment Suggested
)
{
    public static string Write(FrozenEvidence evidence) => JsonSerializer.Serialize(evidence);

    /// <summary>The decision with its evidence in words; null where nothing is decided.</summary>
    public static ApplicationDecision? Of(ApplicationRow row)
    {
        if (row is not { DecidedAt: { } at, TargetGroup: { } group, Evidence: { } text }) return null;
        var known = JsonSerializer.Deserialize<FrozenEvidence>(text)!;
        var day = DanishClock.DanishDate(at);
        (string, string)[] evidence =
        [
            ("Ydelse", CodeList.Benefits.Label(known.Benefit, day)),
            ("Hvorfor", known.Reason),
            ("Alder", $"{known.Age} år"),
            ("Uddannelse", Educations.Name(known.Education)),
            ("På ydelse de seneste tre år", $"{known.Segment.BenefitWeeksInThreeYears} uger"),
            (
                "Siden seneste job",
                known.Segment.MonthsSinceWork is { } months ? $"{months} måneder" : "intet job i registret"
            ),
            (
                "Papirer",
                string.Join(
                    ", ",
                    DocumentList
                        .For(known.Benefit)
                        .Where(d => known.Documents.Split(',').Contains(d.Code))
                        .Select(d => d.Text)
                )
            ),
            ("Foreslået gruppe", known.Suggested.Text),
        ];
        return new(
            at,
            row.DecidedBy ?? "",
            CodeList.TargetGroups.Label(group, day),
            row.Segment?.Text ?? "",
            evidence
        );
    }
}
