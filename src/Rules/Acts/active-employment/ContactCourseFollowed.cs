using Virker.Kernel;

namespace Virker.Rules;

/// <summary>
/// Whether those on a benefit have a contact course, and the target group whose course it is where the register has
/// written none.
/// </summary>
public sealed class ContactCourseFollowed : IRule<ContactCourseFollowed.Facts, ContactCourseFollowed.Course>
{
    /// <summary>What stands in the data where there is no course.</summary>
    internal const string None = "ingen";

    internal static readonly Refusal Unknown = new("bad-fact", "Ydelsen er ikke på listen.", Field: "benefit");

    /// <param name="Benefit">By the number that registers store.</param>
    public sealed record Facts([Within(1, 15)] int Benefit);

    /// <param name="TargetGroup">LAB § 6, nr. 1–13; null where there is no course.</param>
    public sealed record Course(bool Followed, int? TargetGroup);

    public string Id => "contact_course.followed";

    public string Title => "Hvilke ydelser der har et kontaktforløb";

    public string Anchor => "Dagen, forløbet begynder";

    public IEnumerable<Example> Examples =>
        [
            new("""{"benefit": 2}""", "2024-03-04"),
            new("""{"benefit": 5}""", "2024-03-04"),
            new("""{"benefit": 10}""", "2024-03-04"),
        ];

    public Outcome<Finding<Course>> Answer(Facts facts, LawOn law)
    {
        if (!CodeList.Benefits.Has(facts.Benefit)) return Unknown;
        var benefit = CodeList.Benefits[facts.Benefit];
        if (!law.Knows($"contact_course.followed.{benefit.Id}", out string named)) return law.Refused;
        if (named == None)
            return law.Finds(
                new Course(false, null),
                $"{benefit.Label(law.Day)} har intet kontaktforløb.",
                "Loven siger ikke, at du skal til faste samtaler."
            );
        var group = CodeList.TargetGroups[named];
        return law.Finds(
            new Course(true, group.Number),
            Danish.Say($"{benefit.Label(law.Day)} følges som målgruppe {group.Number}, hvor registret ikke siger andet."),
            "Du har samtaler med jobcenteret, mens du får ydelsen."
        );
    }
}
