using Virker.Kernel;

namespace Virker.Rules;

/// <summary>Whether a whole calendar month without registered job search can be sanctioned.</summary>
internal sealed class JoblogMonth : IRule<JoblogMonth.Facts, JoblogMonth.Month>
{
    /// <param name="Readiness">job, obviously-education, education or activity.</param>
    /// <param name="Registered">Job searches registered in the month.</param>
    public sealed record Facts(
        [OneOf("job", "obviously-education", "education", "activity")] string Readiness,
        [Within(0)] int Registered
    );

    /// <param name="Applies">Whether the demand is made of the person.</param>
    public sealed record Month(bool Applies, bool Met);

    public string Id => "joblog.month";

    public string Title => "Joblog: registreret jobsøgning";

    public string Anchor => "En dag i den hele kalendermåned, der ses på";

    public IEnumerable<Example> Examples =>
        [
            new("""{"readiness": "job", "registered": 0}""", "2024-03-01"),
            new("""{"readiness": "activity", "registered": 0}""", "2024-03-01"),
        ];

    public Outcome<Finding<Month>> Answer(Facts facts, LawOn law)
    {
        if (!law.Knows("joblog.month.least", out int least) || !law.Knows("joblog.month.who", out string who))
            return law.Refused;
        if (facts.Readiness is not ("job" or "obviously-education"))
            return law.Finds(
                new Month(false, true),
                Danish.Say($"Kravet gælder: {who}."),
                "Du skal ikke registrere din jobsøgning hver måned."
            );
        var met = facts.Registered >= least;
        if (!met)
            law.Fails(
                Danish.Say($"Ingen registreret jobsøgning i {law.Day:MMMM yyyy}"),
                Danish.Say($"Mindst {least} i hver hel kalendermåned; ellers kan hjælpen nedsættes.")
            );
        return law.Finds(
            new Month(true, met),
            Danish.Say($"{facts.Registered} registreret i {law.Day:MMMM yyyy}; mindst {least}."),
            met
                ? "Din jobsøgning er registreret for måneden."
                : "Du skal registrere din jobsøgning i jobloggen hver måned."
        );
    }
}
