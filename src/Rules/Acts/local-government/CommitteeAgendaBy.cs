using Virker.Kernel;

namespace Virker.Rules;

/// <summary>
/// When the agenda and the material must be sent. For committees the act names no number of days: the rules of
/// procedure do.
/// </summary>
internal sealed class CommitteeAgendaBy : IRule<CommitteeAgendaBy.Facts, CommitteeAgendaBy.Deadlines>
{
    public sealed record Facts([OneOf("council", "committee")] string Body);

    /// <param name="AgendaBy">The last day for the agenda; null for a committee.</param>
    /// <param name="MaterialBy">The last day for the material; null for a committee.</param>
    public sealed record Deadlines(DateOnly? AgendaBy, DateOnly? MaterialBy);

    public string Id => "committee.agenda_by";

    public string Title => "Dagsordenens udsendelse";

    public string Anchor => "Mødets dag";

    public IEnumerable<Example> Examples =>
        [new("""{"body": "council"}""", "2024-03-18"), new("""{"body": "committee"}""", "2024-03-18")];

    public Outcome<Finding<Deadlines>> Answer(Facts facts, LawOn law)
    {
        if (facts.Body == "committee")
            return law.Knows("committee.agenda_by.committee", out string committee)
                ? law.Finds(
                    new Deadlines(null, null),
                    Danish.Say($"Udvalg: {committee}."),
                    "Udvalgets egen forretningsorden bestemmer, hvornår dagsordenen sendes ud."
                )
                : law.Refused;
        if (
            !law.Knows("committee.agenda_by.council-weekdays", out int agenda)
            || !law.Knows("committee.agenda_by.council-material-weekdays", out int material)
        )
            return law.Refused;
        var (agendaBy, materialBy) = (Weekdays.Before(law.Day, agenda), Weekdays.Before(law.Day, material));
        return law.Finds(
            new Deadlines(agendaBy, materialBy),
            Danish.Say($"Så vidt muligt: dagsorden senest {agendaBy} ({agenda} hverdage før), materiale senest {materialBy} ({material} hverdage før); helligdage er ikke trukket fra."),
            Danish.Say($"Byrådets dagsorden sendes ud senest {agendaBy:d. MMMM yyyy}.")
        );
    }
}
