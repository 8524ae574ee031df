using Virker.Kernel;

namespace Virker.Casework;

/// <summary>What the register has of ways to reach somebody.</summary>
internal sealed record ContactDetails(string? Phone, string? Email, bool WithoutDigitalPost, bool NoTexts)
{
    public bool HasAddress { get; init; }

    /// <summary>Whether the register has somewhere to send it.</summary>
    public bool Reaches(CallUpChannel channel) =>
        channel == CallUpChannel.Sms ? !string.IsNullOrWhiteSpace(Phone)
        : channel == CallUpChannel.Email ? !string.IsNullOrWhiteSpace(Email)
        : channel != CallUpChannel.Letter || HasAddress;
}

/// <summary>The way a message goes, and why it is another than the one asked for.</summary>
internal sealed record ChosenChannel(CallUpChannel Channel, string? Note);

/// <summary>
/// Which way a message goes. What binds the citizen never goes by text or e-mail alone: it must be provable that it
/// came, and neither is safe for what a case holds.
/// </summary>
internal static class MessageChannels
{
    public static ChosenChannel Choose(ContactDetails contact, CallUpChannel wanted, bool binding)
    {
        if (wanted == CallUpChannel.DigitalPost) return Post(contact, null);
        var (text, email) = (wanted == CallUpChannel.Sms, wanted == CallUpChannel.Email);
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
    public static CallUpChannel Light(ContactDetails contact) =>
        contact is { NoTexts: false, Phone.Length: > 0 } ? CallUpChannel.Sms : CallUpChannel.DigitalPost;

    private static ChosenChannel Post(ContactDetails contact, string? note) =>
        contact.WithoutDigitalPost
            ? new(
                CallUpChannel.Letter,
                string.Join(' ', new[] { note, "Borgeren er fritaget for Digital Post." }.OfType<string>())
            )
            : new(CallUpChannel.DigitalPost, note);
}

/// <summary>When a telephone may ring: a text or an e-mail made in the night waits for the morning.</summary>
internal static class SendingHours
{
    private const int From = 8;
    private const int To = 20;

    public static DateTimeOffset First(CallUpChannel channel, DateTimeOffset now)
    {
        if (channel != CallUpChannel.Sms && channel != CallUpChannel.Email) return now;
        var local = DanishClock.Danish(now);
        if (local.Hour is >= From and < To) return now;
        var day = local.Hour < From ? local.Date : local.Date.AddDays(1);
        return DanishClock.DanishInstant(day.AddHours(From));
    }
}
