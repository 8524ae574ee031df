using Virker.Office;

namespace Virker.Casework;

/// <summary>
/// Which way a message goes. What binds the citizen never goes by text or e-mail alone: it must be provable that it
/// came, and neither is safe for what a case holds.
/// </summary>
internal static class MessageChannels
{
    public static ChosenChannel Choose(ContactDetails contact, MessageChannel wanted, bool binding)
    {
        if (wanted == MessageChannel.DigitalPost) return Post(contact, null);
        var (text, email) = (wanted == MessageChannel.Sms, wanted == MessageChannel.Email);
        var hindrance =
            (text || email) && binding
                ? "Den kan få betydning for ydelsen og sendes derfor ikke kun som sms eller e-mail."
            : text && contact.NoTexts ? "Borgeren vil ikke have sms."
            : text && string.IsNullOrWhiteSpace(contact.Phone) ? "Der er intet telefonnummer i registret."
            : email && string.IsNullOrWhiteSpace(contact.Email) ? "Der er ingen e-mailadresse i registret."
            : null;
        return hindrance is null ? new(wanted, null) : Post(contact, hindrance);
    }

    /// <summary>Text where it is allowed and possible: for what only helps, such as a reminder.</summary>
    public static MessageChannel Light(ContactDetails contact) =>
        contact is { NoTexts: false, Phone.Length: > 0 } ? MessageChannel.Sms : MessageChannel.DigitalPost;

    private static ChosenChannel Post(ContactDetails contact, string? note) =>
        contact.WithoutDigitalPost
            ? new(
                MessageChannel.Letter,
                string.Join(' ', new[] { note, "Borgeren er fritaget for Digital Post." }.OfType<string>())
            )
            : new(MessageChannel.DigitalPost, note);
}
