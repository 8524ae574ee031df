namespace Virker.Newcomers;

/// <summary>Where the newcomers' facts come from, as figures say it.</summary>
internal static class NewcomerSources
{
    public const string Cases = "Kommunens integrationssager";

    public const string CasesAndWages = "Kommunens integrationssager og eIndkomst";
}
