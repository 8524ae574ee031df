namespace Virker.Casework;

/// <summary>Where the cases' facts come from, as figures say it.</summary>
public static class FactSources
{
    public const string Cases = "Kommunens egne sager";

    public const string CasesAndPersons = "Kommunens egne sager og folkeregisteret";

    public const string CasesAndWages = "Kommunens egne sager og eIndkomst";

    internal const string CasesAndLaw = Cases + " og loven, som den gælder i kommunen";
}
