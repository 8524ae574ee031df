using System.Text.Json.Serialization;
using Virker.Kernel;

namespace Virker.Rules;

/// <summary>
/// Jobsamtaler in the first six months: how many, with whom, and with what share of the group. From 1 July 2026 the
/// rule is partly about the group: it must be kept with three in four, and the first conversation must be held with
/// all.
/// </summary>
public sealed class ContactCourseConversations
    : IRule<ContactCourseConversations.Facts, ContactCourseConversations.Course>
{
    /// <param name="Benefit">dagpenge, or other.</param>
    public sealed record Facts([OneOf("dagpenge", "other")] string Benefit);

    /// <param name="Municipality">Conversations with the municipality at the least.</param>
    /// <param name="UnemploymentFund">Conversations with the unemployment fund (before 2024: that it takes part
    /// in).</param>
    /// <param name="SharePercent">The share of the group with whom they must be held.</param>
    /// <param name="FirstForAll">True where the share is under 100 and the first one must still be held with
    /// everybody.</param>
    public sealed record Course(
        int Municipality,
        int UnemploymentFund,
        int SharePercent,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] bool? FirstForAll);

    public string Id => "contact_course.conversations";

    public string Title => "Jobsamtaler i de første seks måneder";

    public string Anchor => "Dagen for tilmelding eller første henvendelse";

    public IEnumerable<Example> Examples =>
        [
            new("""{"benefit": "dagpenge"}""", "2022-02-01"),
            new("""{"benefit": "dagpenge"}""", "2024-02-01"),
            new("""{"benefit": "dagpenge"}""", "2026-08-01"),
            new("""{"benefit": "other"}""", "2024-02-01"),
            new("""{"benefit": "other"}""", "2026-08-01"),
        ];

    public Outcome<Finding<Course>> Answer(Facts facts, LawOn law)
    {
        if (
            !law.Knows($"contact_course.{facts.Benefit}.municipality", out int municipality)
            || !law.Knows("contact_course.share", out int share)
        )
            return law.Refused;
        var fund = 0;
        if (facts.Benefit == "dagpenge" && !law.Knows("contact_course.dagpenge.unemployment-fund", out fund))
            return law.Refused;
        var funds = fund > 0 ? Danish.Say($" og {fund} hos a-kassen") : "";
        return law.Finds(
            new Course(municipality, fund, share, share < 100 ? true : null),
            share == 100
                ? Danish.Say($"Mindst {municipality} samtaler hos kommunen{funds} i de første seks måneder.")
                : Danish.Say($"Mindst {municipality} samtaler hos kommunen{funds} i de første seks måneder, holdt med mindst {share} pct. af gruppen; den første samtale holdes med alle."),
            Danish.Say($"I de første seks måneder har du {municipality} samtaler hos kommunen{funds}.")
        );
    }
}
