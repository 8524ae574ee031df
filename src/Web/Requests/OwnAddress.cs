namespace Virker.Web;

/// <summary>An address to return to that came with a request leads only to this site, never out of it.</summary>
internal static class OwnAddress
{
    public static string Or(string? asked, string otherwise) =>
        asked is ['/', ..]
        && !asked.StartsWith("//", StringComparison.Ordinal)
        && !asked.Contains('\\')
        && !asked.Any(char.IsControl)
            ? asked
            : otherwise;
}
