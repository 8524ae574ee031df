using Virker.Kernel;

namespace Virker.Rules;

/// <summary>Resultattilskud by the amounts before 2017: work or education, and a passed Danish test.</summary>
internal sealed class ResultGrantOlder : IRule<ResultGrantOlder.Facts, ResultGrantOlder.Grant>
{
    public sealed record Facts([OneOf("job", "education", "danish-test")] string Result);

    public sealed record Grant(decimal Amount);

    public string Id => "result_grant.other";

    public string Title => "Resultattilskud: ældre beløb og praksis";

    public string Anchor => "Den dag tilskuddet optjenes";

    public IEnumerable<Example> Examples =>
        [new("""{"result": "danish-test"}""", "2016-03-01"), new("""{"result": "education"}""", "2016-03-01")];

    public Outcome<Finding<Grant>> Answer(Facts facts, LawOn law) =>
        law.Knows($"result_grant.other.{(facts.Result == "danish-test" ? "danish" : "job")}-2015", out decimal amount)
            ? law.Finds(
                new Grant(amount),
                Danish.Say($"Resultattilskud efter de gamle beløb: {amount:#,0.##} kr."),
                "Tilskuddet er mellem stat og kommune; det ændrer ikke, hvad borgeren får."
            )
            : law.Refused;
}
