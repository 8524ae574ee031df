namespace Virker.Insight;

/// <summary>
/// The values that key figures ask for, as they stand in a sentence: "a-dagpenge eller sygedagpenge".
/// </summary>
internal static class ValueWords
{
    private static readonly Dictionary<string, string> Names = new()
    {
        ["dagpenge"] = "a-dagpenge", ["kontanthjaelp-jobparat"] = "jobparat kontanthjælp",
            ["kontanthjaelp-aktivitetsparat"] = "aktivitetsparat kontanthjælp",
        ["uddannelseshjaelp"] = "uddannelseshjælp", ["shho"] = "selvforsørgelses- og hjemrejseydelse",
            ["sygedagpenge"] = "sygedagpenge",
        ["jobafklaring"] = "ydelse i jobafklaring", ["ressourceforloeb"] = "ydelse i ressourceforløb",
            ["ledighedsydelse"] = "ledighedsydelse",
        ["fleksjob"] = "tilskud til fleksjob", ["revalidering"] = "revalideringsydelse",
            ["foertidspension"] = "førtidspension",
        ["ordinaer-uddannelse"] = "ordinær uddannelse",
            ["vejledning-opkvalificering"] = "vejledning og opkvalificering",
            ["voksenlaerling"] = "voksenlærlingeforløb",
        ["virksomhedspraktik"] = "virksomhedspraktik", ["loentilskud"] = "løntilskud", ["ledig"] = "ledighed",
        ["ungdomsuddannelse"] = "en ungdomsuddannelse", ["eud"] = "en erhvervsuddannelse",
            ["fgu"] = "forberedende grunduddannelse (FGU)",
        ["videregaaende"] = "en videregående uddannelse", ["afbrudt"] = "afbrudt", ["gennemfoert"] = "gennemført",
        ["flygtning"] = "flygtning", ["familiesammenfoert-flygtning"] = "familiesammenført til en flygtning",
            ["familiesammenfoert-anden"] = "familiesammenført til andre",
        ["saerlov-ukraine"] = "fordrevet fra Ukraine (særloven)", ["vestlig"] = "oprindelse i et vestligt land",
        ["kontakt"] = "kontakter", ["jobordre"] = "oprettede jobordrer", ["ansaettelse"] = "ansættelser på jobordrer",
        ["uddannelse"] = "ordinær uddannelse", ["arbejde"] = "ordinært arbejde",
            ["danskuddannelse"] = "danskuddannelse",
        ["rettidig"] = "blev holdt senest den dag", ["for-sent"] = "blev holdt efter den dag",
            ["ikke-holdt"] = "ikke blev holdt",
        ["dignity"] = "Jeg blev mødt med respekt og værdighed",
            ["options"] = "Jeg fik øje på muligheder, jeg kan bruge",
        ["belief"] = "Min sagsbehandler tror på, at jeg kan komme i job eller uddannelse",
            ["progress"] = "Samtalen bragte mig et skridt videre",
    };

    /// <summary>Whether a value has a word of its own.</summary>
    public static bool Has(string key) => Names.ContainsKey(key);

    /// <summary>The word of one; the key itself where it has none.</summary>
    public static string Of(string key) => Names.GetValueOrDefault(key, key);

    public static string List(Where condition) => List([.. condition.Keys.Select(Of)], "eller");

    /// <summary>"a, b eller c".</summary>
    public static string List(IReadOnlyList<string> parts, string last) => parts.Count switch
    {
        0 => "", 1 => parts[0], _ => $"{string.Join(", ", parts.SkipLast(1))} {last} {parts[^1]}",
    };
}
