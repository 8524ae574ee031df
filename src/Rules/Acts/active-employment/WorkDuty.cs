using Virker.Kernel;

namespace Virker.Rules;

/// <summary>
/// Arbejdspligt: whether a recipient is covered, and the hours a week as a rule (always after an individual
/// assessment).
/// </summary>
public sealed class WorkDuty : IRule<WorkDuty.Facts, WorkDuty.Duty>
{
    /// <param name="Rate">SHO until 30 June 2025; then the rate of the new system.</param>
    public sealed record Facts(
        [OneOf("SHO", "mindstesats", "hjemmeboendesats", "grundsats", "forhøjet sats")] string Rate
    );

    /// <param name="Hours">Hours a week.</param>
    public sealed record Duty(bool Covered, decimal Hours);

    public string Id => "work_duty";

    public string Title => "37 timers arbejdspligt";

    public string Anchor => "Dagen, der spørges for";

    public IEnumerable<Example> Examples =>
        [
            new("""{"rate": "SHO"}""", "2025-02-01"),
            new("""{"rate": "mindstesats"}""", "2025-09-01"),
            new("""{"rate": "grundsats"}""", "2025-09-01"),
        ];

    public Outcome<Finding<Duty>> Answer(Facts facts, LawOn law)
    {
        var name = facts.Rate switch
        {
            "SHO" => "sho",
            "mindstesats" => "minimum",
            "hjemmeboendesats" => "home",
            "grundsats" => "base",
            _ => "raised",
        };
        if (!law.Knows($"work_duty.covers.{name}", out int covered))
            return law.Refused;
        if (covered == 0)
            return law.Finds(
                new Duty(false, 0m),
                Danish.Say($"Modtagere på {facts.Rate} er ikke omfattet af arbejdspligten."),
                "Du har ikke arbejdspligt."
            );
        return law.Knows("work_duty.hours", out decimal hours)
            ? law.Finds(
                new Duty(true, hours),
                Danish.Say($"Modtagere på {facts.Rate} har som udgangspunkt arbejdspligt {hours} timer om ugen, efter en konkret vurdering."),
                Danish.Say($"Du skal som udgangspunkt deltage {hours:0.##} timer om ugen. Vi ser på, hvad du kan.")
            )
            : law.Refused;
    }
}
