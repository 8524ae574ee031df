using Virker.Kernel;

namespace Virker.Rules;

/// <summary>Weeks of school in an IGU, by the day it begins.</summary>
public sealed class IguSchoolWeeks : IRule<NoFacts, IguSchoolWeeks.School>
{
    public sealed record School(int Weeks);

    public string Id => "igu.school_weeks";

    public string Title => "Skoleuger i en IGU";

    public string Anchor => "Forløbets første dag";

    public IEnumerable<Example> Examples => [new("""{}""", "2021-04-30"), new("""{}""", "2021-05-01")];

    public Outcome<Finding<School>> Answer(NoFacts facts, LawOn law)
    {
        return law.Knows("igu.school_weeks.weeks", out int weeks)
            ? law.Finds(
                new School(weeks),
                Danish.Say($"En IGU, der begynder den {law.Day}, har {weeks} ugers skoleundervisning."),
                Danish.Say($"Du går i skole i {weeks} uger i løbet af din IGU.")
            )
            : law.Refused;
    }
}
