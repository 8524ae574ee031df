using Virker.Casework;

namespace Virker.Web.Pages.SelfService.Contact;

/// <summary>
/// How one is asked to get in touch: with the number where the municipality has written one, and never to ring where
/// there is none.
/// </summary>
public static class ContactWords
{
    /// <summary>As a sentence begins: "Ring på 12 34 56 78".</summary>
    public static string Ring(JobcenterContact? contact, bool inEnglish = false) => contact?.Phone is { } phone
        ? inEnglish ? $"Call {phone}" : $"Ring på {phone}"
        : inEnglish ? "Contact the municipality" : "Kontakt kommunen";

    public static string Within(JobcenterContact? contact, bool inEnglish = false) =>
        Ring(contact, inEnglish) is var words ? char.ToLowerInvariant(words[0]) + words[1..] : "";
}
