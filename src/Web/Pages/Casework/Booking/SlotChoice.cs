using System.Globalization;
using Virker.Casework;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Web.Pages.Casework.Booking;

/// <summary>
/// A free time as the value of a choice: when, how long, with whom; or that no time of the list is wanted.
/// </summary>
public static class SlotChoice
{
    public const string Other = "anden";
    public const string None = "ingen";

    private const string Form = "yyyy-MM-dd'T'HH:mm'Z'";

    public static string Value(FreeSlot slot) =>
        $"{slot.At.UtcDateTime.ToString(Form, CultureInfo.InvariantCulture)}/{slot.Minutes}/{slot.WorkerId}";

    /// <summary>
    /// The time that was chosen, or the other one that was written. Where there is neither, the choice is asked for,
    /// and not a day and a clock that stand folded away.
    /// </summary>
    public static DateTimeOffset ChosenTime(
        this FieldReading read,
        (string? Value, string Field) choice,
        (string? Text, string Field) day,
        (string? Text, string Field) clock
    )
    {
        if (Read(choice.Value) is { } slot)
            return slot.At;
        if (choice.Value == Other || !string.IsNullOrWhiteSpace(day.Text) || !string.IsNullOrWhiteSpace(clock.Text))
            return read.Time(day, clock, DateWindow.Meeting);
        read.Refuse(
            new("meeting.no-time", "Vælg en tid, eller vælg »En anden tid«, og skriv den.", Field: choice.Field)
        );
        return DateTimeOffset.UnixEpoch;
    }

    /// <summary>Null for what is no time of a list.</summary>
    public static (DateTimeOffset At, int Minutes, UserId Worker)? Read(string? value)
    {
        var parts = value?.Split('/') ?? [];
        return
            parts.Length == 3
            && DateTimeOffset.TryParseExact(
                parts[0],
                Form,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal,
                out var at
            )
            && WrittenNumber.Code(parts[1]) is { } minutes
            && Guid.TryParse(parts[2], out var worker)
            ? (at, minutes, UserId.From(worker))
            : null;
    }

    /// <summary>
    /// The field to mend for a time: the choice, or the day where it was written; none while that cannot be read.
    /// </summary>
    public static string? FieldOf(string? value, string choice, string day, FieldReading read) =>
        Read(value) is not null ? choice : read.Refusal is null ? day : null;
}
