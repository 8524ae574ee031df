using System.Globalization;

namespace Virker.Web;

/// <summary>
/// The register's codes, which are in ASCII, in the words that stand on a page. An unknown code is shown with a capital
/// letter.
/// </summary>
public static class Words
{
    private static readonly IReadOnlyDictionary<string, string> Known = new Dictionary<string, string>
    {
        ["aaben"] = "Åben",
        ["besat"] = "Besat",
        ["lukket"] = "Lukket",
        ["ordinaer"] = "Ordinært job",
        ["loentilskud"] = "Løntilskud",
        ["praktik"] = "Virksomhedspraktik",
        ["besoeg"] = "Besøg",
        ["moede"] = "Møde",
        ["mail"] = "E-mail",
        ["fremmoede"] = "Fremmøde",
        ["gennemfoert"] = "Gennemført",
        ["sygeopfoelgning"] = "Opfølgning på sygdom",
        ["opfoelgning"] = "Opfølgning",
        ["vip"] = "VIP-aftale",
        ["partner"] = "Partnerskab",
        ["faelles"] = "Fælles",
        ["afbud"] = "Afbud",
        ["laest"] = "Læst",
        ["aendring"] = "Ændring",
        ["paamindelse"] = "Påmindelse",
        ["bekraeftelse"] = "Bekræftelse",
        ["spoergeskema"] = "Spørgeskema",
        ["ledig-tid"] = "Tidligere tid",
        ["trukket-tilbage"] = "Trukket tilbage",
        ["digital-post"] = "Digital Post",
        ["afslaaet"] = "Sagt nej til",
        ["udloebet"] = "Udløbet uden svar",
    };

    /// <summary>Null where the code has no word.</summary>
    public static string? Find(string code) => Known.GetValueOrDefault(code);

    public static string Of(string? code) =>
        code is not { Length: > 0 } ? ""
        : Known.TryGetValue(code, out var word) ? word
        : string.Concat(char.ToUpper(code[0], CultureInfo.InvariantCulture), code[1..]);
}
