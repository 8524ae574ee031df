using Virker.Kernel;

namespace Virker.Casework;

/// <summary>What the register has of ways to reach somebody.</summary>
internal sealed record ContactDetails(string? Phone, string? Email, bool WithoutDigitalPost, bool NoTexts)
{
    public bool HasAddress { get; init; }

    /// <summary>Whether the register has somewhere to send it.</summary>
    public bool Reaches(string channel) => channel switch
    {
        CallUpChannel.Text => !string.IsNullOrWhiteSpace(Phone),
        CallUpChannel.Email => !string.IsNullOrWhiteSpace(Email),
        CallUpChannel.Letter => HasAddress,
        _ => true,
    };
}

/// <summary>The way a message goes, and why it is another than the one asked for.</summary>
internal sealed record ChosenChannel(string Channel, string? Note);

/// <summary>
/// Which way a message goes. What binds the citizen never goes by text or e-mail alone: it must be provable that it
/// came, and neither is safe for what a case holds.
/// </summary>
internal static class MessageChannels
{
    public static ChosenChannel Choose(ContactDetails contact, string wanted, bool binding) =>
        wanted switch
        {
            CallUpChannel.Text or CallUpChannel.Email when binding => Post(
                contact,
                "Den kan få betydning for ydelsen og sendes derfor ikke kun som sms eller e-mail."
            ),
            CallUpChannel.Text when contact.NoTexts => Post(contact, "Borgeren vil ikke have sms."),
            CallUpChannel.Text when string.IsNullOrWhiteSpace(contact.Phone) => Post(
                contact,
                "Der er intet telefonnummer i registret."
            ),
            CallUpChannel.Email when string.IsNullOrWhiteSpace(contact.Email) => Post(
                contact,
                "Der er ingen e-mailadresse i registret."
            ),
            CallUpChannel.DigitalPost => Post(contact, null),
            _ => new(wanted, null),
        };

    /// <summary>Text where it is allowed and possible: for what only helps, such as a reminder.</summary>
    public static string Light(ContactDetails contact) =>
        contact is { NoTexts: false, Phone.Length: > 0 } ? CallUpChannel.Text : CallUpChannel.DigitalPost;

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

    public static DateTimeOffset First(string channel, DateTimeOffset now)
    {
        if (channel is not (CallUpChannel.Text or CallUpChannel.Email)) return now;
        var local = DanishClock.Danish(now);
        if (local.Hour is >= From and < To) return now;
        var day = local.Hour < From ? local.Date : local.Date.AddDays(1);
        return DanishClock.DanishInstant(day.AddHours(From));
    }
}
