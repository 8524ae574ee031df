using Virker.Kernel;

namespace Virker.Rules;

/// <summary>
/// Which conversation of the contact course is due next, and what has not been held in time: the per-citizen answer.
/// </summary>
public sealed class ContactCourseDue : IRule<ContactCourseDue.Facts, ContactCourseDue.Due>
{
    /// <param name="On">The day it was held.</param>
    /// <param name="Holder">municipality, unemployment-fund, or municipality-and-fund.</param>
    public sealed record Held(
        DateOnly On,
        [OneOf("municipality", "unemployment-fund", "municipality-and-fund")] string Holder
    );

    /// <param name="TargetGroup">LAB § 6, nr. 1–13.</param>
    /// <param name="Today">The day that is asked about; the rule's own day is that of the registration.</param>
    /// <param name="Conversations">Those that were held.</param>
    /// <param name="FromStart">Dagpenge: visited to the municipality from the first day.</param>
    /// <param name="Exempted">Judged able to find work without help (from 1 July 2026): only the first conversation is
    /// due.</param>
    public sealed record Facts(
        [Within(1, 13)] int TargetGroup,
        DateOnly Today,
        List<Held> Conversations,
        bool FromStart = false,
        bool Exempted = false
    );

    /// <param name="Next">The next one that is due; null when none is.</param>
    /// <param name="Missing">Conversations not yet held, the voluntary ones left out.</param>
    /// <param name="Overdue">Those of them whose window has closed.</param>
    public sealed record Due(ContactCourseSchedule.Conversation? Next, int Missing, int Overdue);

    public string Id => "contact_course.due";

    public string Title => "Den næste samtale i kontaktforløbet";

    public string Anchor => "Dagen for tilmelding eller første henvendelse";

    public IEnumerable<Example> Examples =>
        [
            new(
                """{"target_group": 2, "today": "2024-05-20", "conversations": [{"on": "2024-03-11", "holder": "municipality"}]}""",
                "2024-03-04"
            ),
            new("""{"target_group": 1, "today": "2024-05-20", "conversations": []}""", "2024-02-01"),
        ];

    public Outcome<Finding<Due>> Answer(Facts facts, LawOn law)
    {
        var schedule = new ContactCourseSchedule().Answer(new(facts.TargetGroup, facts.FromStart), law);
        if (schedule.IsRefused) return schedule.Refusal;
        var course = schedule.Value.Answer;
        var planned = course
            .Conversations.Where(c => !c.Voluntary && (!facts.Exempted || course.SharePercent == 100 || c.ForAll))
            .ToList();
        var missing = Missing(planned, facts.Conversations);
        var overdue = missing.Count(c => c.By < facts.Today);
        var next = missing.Count == 0 ? null : missing[0];
        foreach (var late in missing.Where(c => c.By < facts.Today))
            law.Fails(
                Danish.Say($"Samtale {late.Number} {ContactCourseSchedule.Words(late.Holder)} er ikke holdt senest {late.By}"),
                "Hold samtalen; fristen er overskredet."
            );
        return law.Finds(
            new Due(next, missing.Count, overdue),
            next is null
                ? "Alle samtaler i de første seks måneder er holdt."
                : Danish.Say($"{missing.Count} samtaler mangler, {overdue} over fristen; næste er nr. {next.Number} {ContactCourseSchedule.Words(next.Holder)} senest {next.By}."),
            next is null
                ? "Du har haft de samtaler, du skal have i de første seks måneder."
                : Danish.Say($"Din næste samtale er {ContactCourseSchedule.Words(next.Holder)}, senest {next.By:d. MMMM yyyy}.")
        );
    }

    /// <summary>
    /// A conversation that was held stands for the first of its holder's that is open on the day; a late first one
    /// still counts.
    /// </summary>
    private static List<ContactCourseSchedule.Conversation> Missing(
        List<ContactCourseSchedule.Conversation> planned,
        List<Held> held
    )
    {
        var missing = new List<ContactCourseSchedule.Conversation>(planned);
        foreach (var one in held.OrderBy(h => h.On))
        {
            var stands = missing.FindIndex(c =>
                c.From <= one.On && (c.Holder == one.Holder || one.Holder == ContactCourseSchedule.Both)
            );
            if (stands >= 0)
                missing.RemoveAt(stands);
        }

        return missing;
    }
}
