using System.Security.Cryptography;

namespace Virker.Office;

/// <summary>
/// A personal link (personligt link): 128 random bits that are kept only as a hash. What it opens, how long it is good
/// and what else is asked is the module's that gave it.
/// </summary>
public static class PersonalLinks
{
    /// <summary>Stands in a message's text where the whole address of its link goes when it is sent.</summary>
    public const string Mark = "{link}";

    private const int Bytes = 16;

    public static string Draw() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes));

    public static byte[] IndexOf(string link) =>
        SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(link.Trim().ToLowerInvariant()));
}

/// <summary>A link's path, sealed while it waits in a row, and the whole address once it goes out.</summary>
public interface IPersonalLinks
{
    string Seal(string path);

    string Open(string link);
}
