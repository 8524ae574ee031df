using Virker.Kernel;

namespace Virker.Office;

/// <summary>The way that somebody is told something (kanal).</summary>
public sealed record MessageChannel : CodeWord<MessageChannel>
{
    public static readonly MessageChannel DigitalPost = new("digital-post", "Digital Post");
    public static readonly MessageChannel Sms = new("sms", "Sms");
    public static readonly MessageChannel Letter = new("brev", "Brev");
    public static readonly MessageChannel Email = new("e-mail", "E-mail");

    /// <summary>Agreed face to face or on the phone; nothing is sent.</summary>
    public static readonly MessageChannel Agreed = new("aftalt", "Ingen: det er aftalt med borgeren");

    private MessageChannel(string code, string text) : base(code, text)
    {
    }
}

/// <summary>The way a message goes, and why it is another than the one asked for.</summary>
public sealed record ChosenChannel(MessageChannel Channel, string? Note);

/// <summary>When a telephone may ring: a text or an e-mail made in the night waits for the morning.</summary>
internal static class SendingHours
{
    private const int From = 8;
    private const int To = 20;

    public static DateTimeOffset First(MessageChannel channel, DateTimeOffset now)
    {
        if (channel != MessageChannel.Sms && channel != MessageChannel.Email) return now;
        var local = DanishClock.Danish(now);
        if (local.Hour is >= From and < To) return now;
        var day = local.Hour < From ? local.Date : local.Date.AddDays(1);
        return DanishClock.DanishInstant(day.AddHours(From));
    }
}
