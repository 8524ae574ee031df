using Virker.Kernel;

namespace Virker.Rules;

/// <summary>
/// The day from which a closed case may be deleted. The subject carries a recommended period; those of single subjects
/// have not been read, so the general five years hold unless the municipality's own list gives the code.
/// </summary>
public sealed class RetentionUntil : IRule<RetentionUntil.Facts, RetentionUntil.Kept>
{
    /// <param name="Subject">The KLE subject, "15.20.24".</param>
    /// <param name="Period">The municipality's own code for the subject; the general period when left out.</param>
    /// <param name="Archived">Data worth keeping are in an approved archive version, or there are none.</param>
    public sealed record Facts(
        string Subject,
        bool Archived,
        [OneOf("P365D", "P1825D", "P2190D", "P3285D", "P3650D", "P10950D", "P18250D")] string Period = "P1825D"
    );

    /// <param name="From">The first day on which it may be deleted.</param>
    /// <param name="May">Whether archiving allows it then.</param>
    public sealed record Kept(DateOnly From, bool May);

    public string Id => "retention.until";

    public string Title => "Sletning af sager efter KLE-emne";

    public string Anchor => "Den dag sagen lukkes";

    public IEnumerable<Example> Examples =>
        [
            new("""{"subject": "15.20.24", "archived": true}""", "2024-03-04"),
            new("""{"subject": "15.20.00", "archived": false, "period": "P3650D"}""", "2024-03-04"),
        ];

    public Outcome<Finding<Kept>> Answer(Facts facts, LawOn law)
    {
        if (!CodeList.KleSubjects.Has(facts.Subject.Replace('.', '-')))
            return new Refusal(
                "bad-fact",
                Danish.Say($"{facts.Subject} er ikke blandt de KLE-emner, Virker bruger."),
                Field: "subject"
            );
        if (
            !law.Knows($"retention.until.{facts.Period}", out int days)
            || !law.Knows("retention.until.archive", out string archive)
        )
            return law.Refused;
        var from = law.Day.AddDays(days);
        if (!facts.Archived)
            law.Fails("Ingen godkendt arkiveringsversion", archive + ".");
        return law.Finds(
            new Kept(from, facts.Archived),
            Danish.Say($"{facts.Period}: kan slettes fra {from}{(facts.Archived ? "" : ", når arkiveringsversionen er godkendt")}."),
            Danish.Say($"Din sag bliver slettet tidligst {from:d. MMMM yyyy}.")
        );
    }
}
