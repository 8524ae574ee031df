using Virker.Kernel;

namespace Virker.Rules;

/// <summary>
/// The target group of LAB § 6 that goes with a benefit; on cash benefits with the age, the education and how far from
/// work a person judges the citizen to be. Only advice: a person decides.
/// </summary>
public sealed class TargetGroupAdvice : IRule<TargetGroupAdvice.Facts, TargetGroupAdvice.Advice>
{
    /// <param name="Benefit">By the number that registers store.</param>
    /// <param name="Age">In whole years.</param>
    /// <param name="HasQualifyingEducation">Erhvervskompetencegivende.</param>
    /// <param name="Ready">Judged able to take a job, or to begin an education.</param>
    public sealed record Facts(
        [Within(1, 15)] int Benefit,
        [Within(0)] int Age,
        bool HasQualifyingEducation = false,
        bool Ready = true
    );

    /// <param name="TargetGroup">Null where the benefit does not point to one.</param>
    public sealed record Advice(int? TargetGroup);

    public string Id => "target_group.advice";

    public string Title => "Den målgruppe, der passer til ydelsen";

    public string Anchor => "Dagen for visitation";

    public IEnumerable<Example> Examples =>
        [
            new("""{"benefit": 2, "age": 45}""", "2024-03-04"),
            new("""{"benefit": 4, "age": 24, "ready": false}""", "2024-03-04"),
            new("""{"benefit": 6, "age": 45}""", "2024-03-04"),
            new("""{"benefit": 13, "age": 68}""", "2024-03-04"),
        ];

    public Outcome<Finding<Advice>> Answer(Facts facts, LawOn law)
    {
        if (!CodeList.Benefits.Has(facts.Benefit)) return ContactCourseFollowed.Unknown;
        if (Benefit.MeansTested.Contains(facts.Benefit)) return Judged(facts, law);
        var name = $"target_group.advice.{CodeList.Benefits[facts.Benefit].Id}";
        if (!law.Knows(name, out string group)) return law.Refused;
        return group == ContactCourseFollowed.None
            ? law.Finds(
                new Advice(null),
                "Ydelsen peger ikke på én målgruppe. Vælg den selv.",
                "En medarbejder i kommunen afgør, hvilken hjælp du kan få."
            )
            : Named(group, $"{law.Holding(name).Parameter.Meaning}.", law);
    }

    private static Outcome<Finding<Advice>> Judged(Facts facts, LawOn law)
    {
        if (!law.Knows("target_group.advice.young-under", out int youngUnder)) return law.Refused;
        var young = facts.Age < youngUnder && !facts.HasQualifyingEducation;
        var months = 0;
        if (!young && facts.Ready && !law.Knows("target_group.terms.job-ready-months", out months)) return law.Refused;
        var name = $"target_group.advice.{(young ? "young-" : "")}{(facts.Ready ? "ready" : "helped")}";
        if (!law.Knows(name, out string group)) return law.Refused;
        var begins = Danish.Say($"Borgeren er {facts.Age} år, uden erhvervskompetencegivende uddannelse, og");
        return Named(
            group,
            (young, facts.Ready) switch
            {
                (true, true) => $"{begins} vurderes at kunne begynde en uddannelse.",
                (true, false) => $"{begins} har brug for hjælp først.",
                (false, true) => Danish.Say($"Borgeren vurderes at kunne tage et job inden for {months} måneder."),
                _ => "Borgeren vurderes at have brug for hjælp, før et job er muligt.",
            },
            law
        );
    }

    private static Finding<Advice> Named(string id, string why, LawOn law)
    {
        var group = CodeList.TargetGroups[id];
        return law.Finds(
            new Advice(group.Number),
            Danish.Say($"{why} {group.Label(law.Day)} (lov om en aktiv beskæftigelsesindsats § 6, nr. {group.Number})."),
            "Kommunen foreslår ud fra din ydelse, hvilken hjælp du kan få. En medarbejder afgør det."
        );
    }
}
