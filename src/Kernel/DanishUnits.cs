namespace Virker.Kernel;

/// <summary>Units in the number of what is counted.</summary>
internal static class DanishUnits
{
    /// <summary>
    /// Units that are counted, in the number of one; a unit that is not here is said alike of one and of many
    /// ("forløb", "pct.").
    /// </summary>
    private static readonly Dictionary<string, string> Singular = new()
    {
        ["ansatte"] = "ansat",
        ["borgere"] = "borger",
        ["dage"] = "dag",
        ["flygtninge"] = "flygtning",
        ["fuldtidsledige"] = "fuldtidsledig",
        ["fuldtidspersoner"] = "fuldtidsperson",
        ["helårspersoner"] = "helårsperson",
        ["jobordrer"] = "jobordre",
        ["kontakter"] = "kontakt",
        ["kontanthjælpsmodtagere"] = "kontanthjælpsmodtager",
        ["kroner"] = "krone",
        ["ledige"] = "ledig",
        ["lærlinge"] = "lærling",
        ["måneder"] = "måned",
        ["modtagere"] = "modtager",
        ["ordrer"] = "ordre",
        ["personer"] = "person",
        ["pladser"] = "plads",
        ["aftaler"] = "aftale",
        ["ansættelser"] = "ansættelse",
        ["elever"] = "elev",
        ["jobs"] = "job",
        ["praktikker"] = "praktik",
        ["sager"] = "sag",
        ["samtaler"] = "samtale",
        ["sanktioner"] = "sanktion",
        ["svar"] = "svar",
        ["sygemeldte"] = "sygemeldt",
        ["timer"] = "time",
        ["uger"] = "uge",
        ["unge"] = "ung",
        ["virksomheder"] = "virksomhed",
    };

    /// <summary>The unit as it is said of a number as it is written.</summary>
    public static string Of(string number, string unit) =>
        number.TrimStart('\u2212') == "1" ? Singular.GetValueOrDefault(unit, unit) : unit;
}
