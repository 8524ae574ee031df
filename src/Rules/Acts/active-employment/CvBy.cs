using Virker.Kernel;

namespace Virker.Rules;

/// <summary>The day by which the CV must stand on Jobnet.</summary>
internal sealed class CvBy : IRule<CvBy.Facts, CvBy.Deadline>
{
    public sealed record Facts([OneOf("dagpenge", "assistance")] string Benefit);

    public sealed record Deadline(DateOnly By);

    public string Id => "cv.by";

    public string Title => "Frist for CV på Jobnet";

    public string Anchor => "Dagen for tilmelding";

    public IEnumerable<Example> Examples =>
        [new("""{"benefit": "dagpenge"}""", "2024-03-04"), new("""{"benefit": "assistance"}""", "2024-03-04")];

    public Outcome<Finding<Deadline>> Answer(Facts facts, LawOn law)
    {
        if (!law.Knows($"cv.by.{facts.Benefit}", out int weeks)) return law.Refused;
        var by = law.Day.AddDays(7 * weeks);
        return law.Finds(
            new Deadline(by),
            Danish.Say($"CV på Jobnet senest {weeks} uger efter tilmelding: {by}."),
            Danish.Say($"Dit CV skal ligge på Jobnet senest {by:d. MMMM yyyy}.")
        );
    }
}
