using Virker.Casework;
using Virker.Insight;

namespace Virker.Youth;

/// <summary>
/// The young by age and by what they do: each is counted once, in the first that holds of education,
/// work, benefit, none of them.
/// </summary>
internal sealed class YoungStatusFigures : IFigures
{
    private const string Sources = YouthSources.Database + ", sager og eIndkomst";

    private static readonly FactSet Employed = new(EmploymentFacts.Table);
    private static readonly FactSet Learning = new(EducationFacts.Table);
    private static readonly FactSet Benefits = new(BenefitFacts.Table);

    private static readonly (int From, int To)[] Ages = [(14, 17), (18, 24), (25, 29)];

    public FigureArea Area => YouthFigures.Young;

    public int Place => 10;

    public IReadOnlyList<Indicator> All { get; } =
        [
            Number(13, 24),
            Number(25, 29),
            .. Ages.SelectMany(a =>
                new[]
                {
                    Status("i-uddannelse", a, "i uddannelse", At(a) & new Present(Learning, Presence.AtEnd), true),
                    Status(
                        "i-job",
                        a,
                        "i job og ikke i uddannelse",
                        (At(a) & new Present(Employed, Presence.AtEnd)).Except(new Present(Learning, Presence.AtEnd)),
                        true
                    ),
                    Status(
                        "paa-ydelse",
                        a,
                        "på ydelse og hverken i job eller uddannelse",
                        Idle(a) & new Present(Benefits, Presence.AtEnd),
                        false
                    ),
                    Status(
                        "uden-noget",
                        a,
                        "uden job, uddannelse og ydelse",
                        Idle(a).Except(new Present(Benefits, Presence.AtEnd)),
                        false
                    ),
                    Dropped($"unge.afbrudt-{a.From}-{a.To}", a.From, a.To),
                }
            ),
        ];

    private static Present At((int From, int To) ages) =>
        new(new FactSet(ResidenceFacts.Table).Aged(ages.From, ages.To), Presence.AtEnd);

    private static Who Idle((int From, int To) ages) =>
        At(ages).Except(new Present(Learning, Presence.AtEnd)).Except(new Present(Employed, Presence.AtEnd));

    private static Indicator Number(int from, int to) =>
        new(
            $"unge.antal-{from}-{to}",
            $"Unge på {from}-{to} år",
            "personer",
            1,
            new Heads(new FactSet(ResidenceFacts.Table).Aged(from, to), Presence.AtEnd)
        )
        {
            Source = "Folkeregisteret",
            Owner = YouthFigures.Effort,
        };

    private static Indicator Status(string id, (int From, int To) ages, string name, Who who, bool moreIsBetter) =>
        new(
            $"unge.{id}-{ages.From}-{ages.To}",
            $"Unge på {ages.From}-{ages.To} år {name}",
            "personer",
            1,
            new Group(who)
        )
        {
            Note = "Hver ung er kun i én af grupperne: uddannelse går før job, og job før ydelse.",
            Source = Sources,
            Owner = YouthFigures.Effort,
            MoreIsBetter = moreIsBetter,
        };

    private static Indicator Dropped(string id, int from, int to) =>
        new(
            id,
            $"Unge på {from}-{to} år, der har afbrudt en uddannelse og ikke er i gang med noget",
            "personer",
            1,
            new Group(
                (
                    new Present(new FactSet(ResidenceFacts.Table).Aged(from, to), Presence.AtEnd)
                    & new Past(new FactSet(EducationFacts.Table).With(EducationFacts.Outcome, "afbrudt"))
                )
                    .Except(new Present(new FactSet(EducationFacts.Table), Presence.AtEnd))
                    .Except(new Present(Employed, Presence.AtEnd))
            )
        )
        {
            Source = YouthSources.DatabaseAndWages,
            Owner = YouthFigures.Effort,
            MoreIsBetter = false,
        };
}
