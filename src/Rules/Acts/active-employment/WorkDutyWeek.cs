using Virker.Kernel;

namespace Virker.Rules;

/// <summary>
/// A week of the 37-hour work duty put together of kinds: what counts, and how many hours are missing of what was
/// assessed.
/// </summary>
public sealed class WorkDutyWeek : IRule<WorkDutyWeek.Facts, WorkDutyWeek.Week>
{
    /// <param name="Kind">What the hours were; education counts only on conditions that have not been read.</param>
    public sealed record Activity(
        [OneOf(
            "internship",
            "wage-subsidy",
            "community-job",
            "tailored-community-job",
            "wage-hours",
            "social-measure",
            "treatment",
            "education"
        )]
            string Kind,
        [Within(0, 168)] decimal Hours
    );

    /// <param name="Rate">The recipient's rate.</param>
    /// <param name="Activities">The week's hours by kind.</param>
    /// <param name="AssessedHours">Hours a week after the individual assessment; 37 when none has been made.</param>
    public sealed record Facts(
        [OneOf("SHO", "mindstesats", "hjemmeboendesats", "grundsats", "forhøjet sats")] string Rate,
        List<Activity> Activities,
        [Within(0, 37)] decimal? AssessedHours = null
    );

    public sealed record Week(bool Covered, decimal Required, decimal Counted, decimal Missing);

    public string Id => "work_duty.week";

    public string Title => "Arbejdspligtens uge: hvad der tæller";

    public string Anchor => "Ugen, der ses på";

    public IEnumerable<Example> Examples =>
        [
            new(
                """{"rate": "mindstesats", "activities": [{"kind": "internship", "hours": 25}, {"kind": "treatment", "hours": 4}, {"kind": "wage-hours", "hours": 5}]}""",
                "2025-09-01"
            ),
            new(
                """{"rate": "SHO", "assessed_hours": 20, "activities": [{"kind": "tailored-community-job", "hours": 20}]}""",
                "2025-02-03"
            ),
            new("""{"rate": "grundsats", "activities": []}""", "2025-09-01"),
        ];

    public Outcome<Finding<Week>> Answer(Facts facts, LawOn law)
    {
        if (facts.Activities.Exists(a => a.Kind == "education"))
            return new Refusal(
                "no-rule-at-date",
                "Vejledning og opkvalificering tæller kun på betingelserne i § 105 b, som ikke er læst.",
                new LawRef("Lov om en aktiv beskæftigelsesindsats", "105 b"),
                "activities"
            );
        var duty = new WorkDuty().Answer(new(facts.Rate), law);
        if (duty.IsRefused) return duty.Refusal;
        var counted = facts.Activities.Sum(a => a.Hours);
        if (!duty.Value.Answer.Covered)
            return law.Finds(new Week(false, 0m, counted, 0m), duty.Value.Why, duty.Value.Plainly);
        if (
            !law.Knows("work_duty.week.counts", out string counts)
            || !law.Knows("work_duty.week.assessment", out string assessment)
        )
            return law.Refused;
        var required = facts.AssessedHours ?? duty.Value.Answer.Hours;
        var missing = Math.Max(0m, required - counted);
        if (missing > 0)
            law.Fails(Danish.Say($"{counted:0.##} af {required:0.##} timer"), Danish.Say($"{missing:0.##} timer mere. {counts}."));
        return law.Finds(
            new Week(true, required, counted, missing),
            Danish.Say($"{counted:0.##} timer tæller af {required:0.##}; {missing:0.##} mangler. {assessment}."),
            missing > 0 ? Danish.Say($"Du mangler {missing:0.##} timer i denne uge.") : "Du har de timer, du skal have i denne uge."
        );
    }
}
