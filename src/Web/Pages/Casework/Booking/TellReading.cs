using Virker.Casework;
using Virker.Office;

namespace Virker.Web.Pages.Casework.Booking;

/// <summary>Reads how a citizen is told, as <c>NoticeFields</c> asks it.</summary>
public static class TellReading
{
    /// <summary>Digital Post where the form does not ask.</summary>
    public static MessageChannel Tell(this FieldReading read, string? code, string field) =>
        read.Word<MessageChannel>(
            code ?? MessageChannel.DigitalPost.Code,
            field,
            "Vælg, hvordan borgeren får besked."
        );
}
