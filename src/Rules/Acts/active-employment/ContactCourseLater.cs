using System.Text.Json.Serialization;
using Virker.Kernel;

namespace Virker.Rules;

/// <summary>
/// What follows after the first six months: conversations by agreement, and for dagpenge the intensified effort after
/// sixteen months.
/// </summary>
internal sealed class ContactCourseLater : IRule<ContactCourseLater.Facts, ContactCourseLater.Later>
{
    public sealed record Facts([OneOf("dagpenge", "other")] string Benefit);

    public sealed record Later(
        DateOnly ByAgreementFrom,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateOnly? IntensifiedFrom
    );

    public string Id => "contact_course.later";

    public string Title => "Kontaktforløbet efter seks måneder";

    public string Anchor => "Dagen for tilmelding eller første henvendelse";

    public IEnumerable<Example> Examples =>
        [new("""{"benefit": "dagpenge"}""", "2024-02-01"), new("""{"benefit": "other"}""", "2024-02-01")];

    public Outcome<Finding<Later>> Answer(Facts facts, LawOn law)
    {
        if (
            !law.Knows("contact_course.schedule.months", out int months)
            || !law.Knows("contact_course.later.after", out string after)
        )
            return law.Refused;
        var from = law.Day.AddMonths(months);
        if (facts.Benefit != "dagpenge")
            return law.Finds(
                new Later(from, null),
                Danish.Say($"Fra {from}: {after}."),
                Danish.Say($"Fra {from:d. MMMM yyyy} aftaler vi samtaler efter behov. Du har ret til en samtale, når du beder om den.")
            );
        if (!law.Knows("contact_course.later.intensified-months", out int intensified))
            return law.Refused;
        var then = law.Day.AddMonths(intensified);
        return law.Finds(
            new Later(from, then),
            Danish.Say($"Fra {from}: {after}. Fra {then}: samtale med a-kassen og pligt til intensiveret indsats."),
            Danish.Say($"Fra {from:d. MMMM yyyy} aftaler vi samtaler efter behov. Er du stadig ledig {then:d. MMMM yyyy}, får du en samtale med din a-kasse og en særlig indsats.")
        );
    }
}
