using Virker.Insight;

namespace Virker.Newcomers;

/// <summary>Permits to stay, and who of them the municipality was given or took over.</summary>
internal static class PermitFacts
{
    public static readonly FactColumn Basis = new(
        "basis",
        "Opholdsgrundlag",
        "Hvad opholdet er givet efter",
        new(
            "permit-basis",
            "Opholdsgrundlag",
            [
                new(1, "flygtning", "Flygtninge"),
                new(2, "familiesammenfoert-flygtning", "Familiesammenførte til flygtninge"),
                new(3, "familiesammenfoert-anden", "Familiesammenførte til andre"),
                new(4, "saerlov-ukraine", "Fordrevne fra Ukraine (særloven)"),
                new(5, "andet", "Andet opholdsgrundlag"),
            ]
        )
    )
    {
        Said = new Dictionary<string, string>
        {
            ["flygtning"] = "flygtning",
            ["familiesammenfoert-flygtning"] = "familiesammenført til en flygtning",
            ["familiesammenfoert-anden"] = "familiesammenført til andre",
            ["saerlov-ukraine"] = "fordrevet fra Ukraine (særloven)",
        },
    };

    public static readonly FactColumn Quota = new(
        "quota",
        "Kvoteflygtning",
        "1, hvis personen indgår i kommunens kvote",
        unit: "personer"
    );

    public static readonly FactColumn TakenOver = new(
        "taken-over",
        "Overtaget",
        "1, hvis personen er overtaget fra en anden kommune",
        unit: "personer"
    );

    public static readonly TableDeclaration Table = new("permits", FactShape.Spells, FactSubject.Person)
    {
        Name = "Ophold",
        Meaning = "Opholdstilladelser, fra den dag de blev givet.",
        Source = NewcomerSources.Cases,
        Columns = [Basis, Quota, TakenOver],
        Words = new("har opholdstilladelse{basis|| som *}", "opholdstilladelser{basis|| som *}")
        {
            Events =
                "personer, der i perioden er kommet til kommunen{basis|| som *}{>=quota|| og indgår i dens kvote}{>=taken-over|| ved at være overtaget fra en anden kommune}",
            Unit = "personer",
        },
    };
}

/// <summary>Who is in the programme for newcomers.</summary>
internal static class ProgrammeFacts
{
    private const string Programme = "i integrationsprogram eller selvforsørgelses- og hjemrejseprogram";

    public static readonly TableDeclaration Table = new("integration-programme", FactShape.Spells, FactSubject.Person)
    {
        Name = "Selvforsørgelses- og hjemrejse- eller introduktionsprogram",
        Meaning = "Dage, hvor personen er i programmet.",
        Source = NewcomerSources.Cases,
        Words = new($"er {Programme}", $"forløb {Programme}") { Past = $"har været {Programme}" },
    };
}

/// <summary>Who went back to the country of origin.</summary>
internal static class RepatriationFacts
{
    public static readonly TableDeclaration Table = new("repatriations", FactShape.Events, FactSubject.Person)
    {
        Name = "Repatrieringer",
        Meaning = "Dagen, hvor en person vendte tilbage til sit hjemland.",
        Source = NewcomerSources.Cases,
        Words = TableWords.OfOneDay(
            "er vendt tilbage til sit hjemland",
            "personer, der i perioden er vendt tilbage til deres hjemland",
            "personer"
        ),
    };
}

/// <summary>Who is supported by a spouse.</summary>
internal static class SpouseSupportFacts
{
    public static readonly TableDeclaration Table = new("spouse-support", FactShape.Spells, FactSubject.Person)
    {
        Name = "Ægtefælleforsørget",
        Meaning = "Dage, hvor personen forsørges af sin ægtefælle.",
        Source = NewcomerSources.Cases,
        Words = new("er ægtefælleforsørget", "perioder som ægtefælleforsørget"),
    };
}
