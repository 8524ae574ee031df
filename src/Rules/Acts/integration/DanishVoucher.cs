using Virker.Kernel;

namespace Virker.Rules;

/// <summary>
/// Klippekort for self-supporting students of Danish: months to each module, and how long it may be used.
/// </summary>
internal sealed class DanishVoucher : IRule<DanishVoucher.Facts, DanishVoucher.Voucher>
{
    /// <param name="Module">1–6.</param>
    public sealed record Facts([Within(1, 6)] int Module);

    /// <param name="Months">Months to the module.</param>
    /// <param name="TotalMonths">Months to all modules.</param>
    /// <param name="UsedBy">The card's last day.</param>
    public sealed record Voucher(int Months, int TotalMonths, DateOnly UsedBy);

    public string Id => "danish_education";

    public string Title => "Danskuddannelse: klippekort for selvforsørgende";

    public string Anchor => "Den dag undervisningen begynder";

    public IEnumerable<Example> Examples =>
        [new("""{"module": 1}""", "2024-03-04"), new("""{"module": 6}""", "2024-03-04")];

    public Outcome<Finding<Voucher>> Answer(Facts facts, LawOn law)
    {
        if (
            !law.Knows($"danish_education.voucher-module-{facts.Module}", out int months)
            || !law.Knows("danish_education.voucher-months", out int total)
            || !law.Knows("danish_education.voucher-years", out int years)
        )
            return law.Refused;
        var by = law.Day.AddYears(years).AddDays(-1);
        return law.Finds(
            new Voucher(months, total, by),
            Danish.Say($"Modul {facts.Module}: {months} måneder af i alt {total}, brugt senest {by}."),
            Danish.Say($"Du har {months} måneder til modul {facts.Module}. Kortet kan bruges til og med {by:d. MMMM yyyy}.")
        );
    }
}
