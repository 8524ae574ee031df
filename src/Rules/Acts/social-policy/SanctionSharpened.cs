using Virker.Kernel;

namespace Virker.Rules;

/// <summary>
/// Whether the sharpened availability sanction may be used, and the day the case is closed when the person stays away.
/// </summary>
internal sealed class SanctionSharpened : IRule<SanctionSharpened.Facts, SanctionSharpened.Sharpened>
{
    /// <param name="EarlierSanction">A sanction has been given before.</param>
    /// <param name="Warned">Written warning to the person.</param>
    /// <param name="SpouseWarned">Written warning to the spouse; true when there is none.</param>
    /// <param name="ActivityReady">Aktivitetsparat.</param>
    /// <param name="LastAttended">The last day attended.</param>
    public sealed record Facts(
        bool EarlierSanction,
        bool Warned,
        bool SpouseWarned,
        bool ActivityReady,
        DateOnly? LastAttended = null
    );

    /// <param name="ClosedFrom">The first day after a whole calendar month without attendance; null when none was
    /// told.</param>
    public sealed record Sharpened(bool May, DateOnly? ClosedFrom);

    public string Id => "sanction.sharpened";

    public string Title => "Skærpet rådighedssanktion";

    public string Anchor => "Hændelsens dag";

    public IEnumerable<Example> Examples =>
        [
            new(
                """{"earlier_sanction": true, "warned": true, "spouse_warned": true, "activity_ready": false, "last_attended": "2024-03-12"}""",
                "2024-03-13"
            ),
            new(
                """{"earlier_sanction": true, "warned": true, "spouse_warned": false, "activity_ready": false}""",
                "2024-03-13"
            ),
        ];

    public Outcome<Finding<Sharpened>> Answer(Facts facts, LawOn law)
    {
        if (
            !law.Knows("sanction.sharpened.conditions", out string conditions)
            || !law.Knows("sanction.sharpened.months", out int months)
        )
            return law.Refused;
        if (!facts.EarlierSanction)
            law.Fails("Ingen tidligere sanktion", conditions + ".");
        if (!facts.Warned)
            law.Fails("Borgeren er ikke advaret skriftligt", conditions + ".");
        if (!facts.SpouseWarned)
            law.Fails("Ægtefællen er ikke advaret skriftligt", conditions + ".");
        if (
            facts.ActivityReady
            && law.Has("sanction.sharpened.not-for")
            && law.Knows("sanction.sharpened.not-for", out string notFor)
        )
            law.Fails("Er aktivitetsparat", Danish.Say($"Gælder ikke: {notFor}."));
        else if (facts.ActivityReady)
            return new Refusal(
                "no-rule-at-date",
                Danish.Say($"Om sanktionen gælder aktivitetsparate den {law.Day}, er ikke fundet.")
            );
        var may = facts is { EarlierSanction: true, Warned: true, SpouseWarned: true, ActivityReady: false };
        DateOnly? closed =
            may && facts.LastAttended is { } last ? new DateOnly(last.Year, last.Month, 1).AddMonths(months + 1) : null;
        return law.Finds(
            new Sharpened(may, closed),
            Danish.Say($"{(may ? "Betingelserne er opfyldt" : "Betingelserne er ikke opfyldt")}{(closed is { } day ? Danish.Say($"; uden fremmøde lukkes sagen {day}") : "")}."),
            may
                ? Danish.Say($"Du får kun hjælp for de dage, du møder op.{(closed is { } end ? Danish.Say($" Kommer du ikke, stopper din sag {end:d. MMMM yyyy}.") : "")}")
                : "Din hjælp kan ikke skæres ned på denne måde nu."
        );
    }
}
