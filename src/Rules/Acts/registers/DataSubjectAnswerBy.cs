using Virker.Kernel;

namespace Virker.Rules;

/// <summary>The day by which a request for erasure must be answered.</summary>
internal sealed class DataSubjectAnswerBy : IRule<DataSubjectAnswerBy.Facts, DataSubjectAnswerBy.Deadline>
{
    /// <param name="Complex">The request is complex, and the person has been told of the delay.</param>
    public sealed record Facts(bool Complex = false);

    public sealed record Deadline(DateOnly By);

    public string Id => "data_subject.answer_by";

    public string Title => "Svar på anmodning om sletning";

    public string Anchor => "Den dag anmodningen er modtaget";

    public IEnumerable<Example> Examples => [new("{}", "2024-03-04"), new("""{"complex": true}""", "2024-03-04")];

    public Outcome<Finding<Deadline>> Answer(Facts facts, LawOn law)
    {
        if (!law.Knows("data_subject.answer_by.months", out int months)) return law.Refused;
        var more = 0;
        if (facts.Complex && !law.Knows("data_subject.answer_by.more-months", out more)) return law.Refused;
        if (!law.Knows("data_subject.answer_by.refuse", out string refuse)) return law.Refused;
        var by = law.Day.AddMonths(months + more);
        return law.Finds(
            new Deadline(by),
            Danish.Say($"Svar senest {by}. {refuse}."),
            Danish.Say($"Du får svar senest {by:d. MMMM yyyy}.")
        );
    }
}
