using Virker.Kernel;
using Virker.Platform;

namespace Virker.Web;

/// <summary>
/// Reads the fields of a form, or of an address, and keeps every refusal, so that all that is wrong is said at once. What could not be read comes back as nothing; ask
/// <see cref="Refusal"/> before it is used.
/// </summary>
public sealed class FieldReading(DateOnly today)
{
    private readonly List<Refusal> _refused = [];

    /// <summary>All that could not be read; null when everything could.</summary>
    public Refusal? Refusal => Kernel.Refusal.All(_refused);

    public DateOnly Date(string? text, string field, DateWindow window) => Kept(WrittenDate.Read(text, today, window, field));

    /// <summary>Null where nothing is written.</summary>
    public DateOnly? DateIfAny(string? text, string field, DateWindow window) => string.IsNullOrWhiteSpace(text) ? null : Date(text, field, window);

    public TimeOnly Clock(string? text, string field) => Kept(WrittenTime.Clock(text, field));

    /// <summary>A day and a time of day in Denmark, each in its own field.</summary>
    public DateTimeOffset Time((string? Text, string Field) day, (string? Text, string Field) clock, DateWindow window)
    {
        var (date, time) = (Date(day.Text, day.Field, window), Clock(clock.Text, clock.Field));
        return date == default ? default : date.ToDateTime(time).DanishInstant();
    }

    /// <summary>How long something takes, in whole minutes; a number alone is minutes.</summary>
    public int Minutes(string? text, string field) => (int)Math.Round(Kept(WrittenTime.Duration(text, TimeUnit.Minutes, field)).TotalMinutes);

    /// <summary>Whole hours a week, which may be written with their word; null where nothing is written.</summary>
    public int? HoursIfAny(string? text, string field)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var hours = Kept(WrittenTime.Duration(text, TimeUnit.Hours, field)).TotalHours;
        if (hours == Math.Floor(hours)) return (int)hours;
        _refused.Add(new("hours.whole", $"Skriv timerne om ugen som et helt tal, for eksempel {Math.Floor(hours):0} eller {Math.Ceiling(hours):0}.", Field: field));
        return null;
    }

    public int Whole(string? text, string field, string thing, int from, int to) => Kept(WrittenNumber.Whole(text, thing, from, to, field));

    public decimal Number(string? text, string field) => Kept(WrittenNumber.Read(text, field));

    public decimal? NumberIfAny(string? text, string field) => string.IsNullOrWhiteSpace(text) ? null : Number(text, field);

    /// <summary>A text or a choice that must be there.</summary>
    public string Required(string? text, string field, string ask)
    {
        if (string.IsNullOrWhiteSpace(text)) _refused.Add(new("field.missing", ask, Field: field));
        return text ?? "";
    }

    public void Refuse(Refusal? refusal)
    {
        if (refusal is not null) _refused.Add(refusal);
    }

    private T? Kept<T>(Outcome<T> read)
    {
        if (!read.IsRefused) return read.Value;
        _refused.Add(read.Refusal);
        return default;
    }
}
