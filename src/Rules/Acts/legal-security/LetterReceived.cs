using Virker.Kernel;

namespace Virker.Rules;

/// <summary>
/// The day a letter counts as received, from which a complaint's deadline runs. Delivery days are counted as weekdays,
/// holidays not considered.
/// </summary>
internal sealed class LetterReceived : IRule<LetterReceived.Facts, LetterReceived.Receipt>
{
    public sealed record Facts([OneOf("digital", "paper")] string Post);

    public sealed record Receipt(DateOnly On);

    public string Id => "letter.received";

    public string Title => "Hvornår et brev er modtaget";

    public string Anchor => "Den dag brevet sendes";

    public IEnumerable<Example> Examples =>
        [new("""{"post": "digital"}""", "2024-03-04"), new("""{"post": "paper"}""", "2024-03-04")];

    public Outcome<Finding<Receipt>> Answer(Facts facts, LawOn law)
    {
        if (!law.Knows($"letter.received.{facts.Post}-days", out int days)) return law.Refused;
        var on = Weekdays.After(law.Day, days);
        return law.Finds(
            new Receipt(on),
            Danish.Say($"{(facts.Post == "digital" ? "Digital post er modtaget samme dag" : Danish.Say($"Fysisk post formodes modtaget efter {days} leveringsdage (her regnet som hverdage, helligdage ikke trukket fra)"))}: {on}."),
            Danish.Say($"Brevet regnes som modtaget {on:d. MMMM yyyy}.")
        );
    }
}

/// <summary>Monday to Friday; holidays are not known here.</summary>
internal static class Weekdays
{
    public static DateOnly After(DateOnly day, int weekdays) => Step(day, weekdays, 1);

    public static DateOnly Before(DateOnly day, int weekdays) => Step(day, weekdays, -1);

    private static DateOnly Step(DateOnly day, int weekdays, int way)
    {
        for (var left = weekdays; left > 0;)
        {
            day = day.AddDays(way);
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)) left--;
        }

        return day;
    }
}
