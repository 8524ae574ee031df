namespace Virker.Youth;

/// <summary>Where the facts of the young come from, as figures say it.</summary>
internal static class YouthSources
{
    public const string Database = "Kommunens ungedatabase";

    public const string DatabaseAndWages = "Kommunens ungedatabase og eIndkomst";
}
