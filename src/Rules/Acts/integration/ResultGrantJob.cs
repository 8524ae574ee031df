using Virker.Kernel;

namespace Virker.Rules;

/// <summary>
/// Resultattilskud for an ordinary job (2017 level): begun within three or five years of the programme, twenty hours a
/// week for six months.
/// </summary>
public sealed class ResultGrantJob : IRule<ResultGrantJob.Facts, ResultGrantJob.Grant>
{
    /// <param name="BeganMonth">The month of the programme in which the job began, 1 the first.</param>
    /// <param name="HoursPerWeek">Hours a week on average.</param>
    /// <param name="Months">Months of uninterrupted employment.</param>
    public sealed record Facts(
        [Within(1)] int BeganMonth,
        [Within(0)] decimal HoursPerWeek,
        [Within(0)] decimal Months
    );

    /// <param name="Amount">Kroner at the level of 2017.</param>
    public sealed record Grant(decimal Amount);

    public string Id => "result_grant.job";

    public string Title => "Resultattilskud for ordinært arbejde";

    public string Anchor => "Den dag tilskuddet optjenes";

    public IEnumerable<Example> Examples =>
        [
            new("""{"began_month": 20, "hours_per_week": 26, "months": 6}""", "2018-03-01"),
            new("""{"began_month": 40, "hours_per_week": 26, "months": 6}""", "2018-03-01"),
            new("""{"began_month": 20, "hours_per_week": 18, "months": 6}""", "2018-03-01"),
        ];

    public Outcome<Finding<Grant>> Answer(Facts facts, LawOn law)
    {
        if (
            !law.Knows("result_grant.job.least-hours", out decimal hours)
            || !law.Knows("result_grant.job.least-months", out decimal months)
            || !law.Knows("result_grant.job.early-months", out int early)
            || !law.Knows("result_grant.job.late-months", out int late)
        )
            return law.Refused;
        if (facts.HoursPerWeek < hours)
            law.Fails(Danish.Say($"{facts.HoursPerWeek} timer om ugen"), Danish.Say($"Mindst {hours} timer om ugen i gennemsnit."));
        if (facts.Months < months)
            law.Fails(
                Danish.Say($"{facts.Months} måneders ansættelse"),
                Danish.Say($"Mindst {months} måneders uafbrudt ansættelse."),
                law.Day.AddMonths((int)Math.Ceiling(months - facts.Months))
            );
        if (facts.BeganMonth > late)
            law.Fails(Danish.Say($"Begyndt i programmets måned {facts.BeganMonth}"), Danish.Say($"Begyndt senest i måned {late}."));
        if (facts.HoursPerWeek < hours || facts.Months < months || facts.BeganMonth > late)
            return law.Finds(
                new Grant(0m),
                "Betingelserne for resultattilskud er ikke opfyldt.",
                "Kommunen får ikke tilskud for dette arbejde. Det ændrer ikke noget for dig."
            );
        return law.Knows($"result_grant.job.{(facts.BeganMonth <= early ? "early" : "late")}", out decimal amount)
            ? law.Finds(
                new Grant(amount),
                Danish.Say($"Arbejde begyndt i programmets måned {facts.BeganMonth}: {amount} kr. (2017-niveau)."),
                "Kommunen får et tilskud af staten, fordi du er kommet i arbejde. Det ændrer ikke noget for dig."
            )
            : law.Refused;
    }
}
