namespace Virker.Companies;

/// <summary>Where the companies' facts come from, as figures say it.</summary>
internal static class CompanySources
{
    public const string Cases = "Kommunens virksomhedssager";
}
