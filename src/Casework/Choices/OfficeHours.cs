using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>Between which times conversations are held on a day (kontortid).</summary>
public sealed record OfficeHours(TimeOnly Opens, TimeOnly Closes)
{
    /// <summary>Whether so many minutes from a time on lie within them, on the same day.</summary>
    public bool Hold(DateTimeOffset at, int minutes)
    {
        var (from, to) = (at.Danish().DateTime, at.AddMinutes(minutes).Danish().DateTime);
        return from.Date == to.Date && TimeOnly.FromDateTime(from) >= Opens && TimeOnly.FromDateTime(to) <= Closes;
    }

    /// <summary>"kl. 7.00 og kl. 18.00".</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"kl. {Opens:H.mm} og kl. {Closes:H.mm}");
}

/// <summary>
/// What the municipality has decided of its hours, for each day: a conversation is measured by the hours of its own
/// day.
/// </summary>
internal sealed class OfficeHoursBook(IReadOnlyList<ChoiceRow> decided)
{
    private static readonly string[] Names = [MunicipalChoice.OfficeOpens, MunicipalChoice.OfficeCloses];

    public static async Task<OfficeHoursBook> ReadAsync(VirkerContext db, CancellationToken ct) =>
        new(await db.Set<ChoiceRow>().AsNoTracking().Where(c => Names.Contains(c.Name)).ToListAsync(ct));

    public static bool Has(string name) => Names.Contains(name);

    public OfficeHours On(DateOnly day) =>
        new(Clock(MunicipalChoice.OfficeOpens, day), Clock(MunicipalChoice.OfficeCloses, day));

    /// <summary>The book as it would be with one more decision.</summary>
    public OfficeHoursBook With(ChoiceRow more) =>
        new([.. decided.Where(c => c.Name != more.Name || c.FromDay != more.FromDay), more]);

    /// <summary>The first day, from one on, whose hours would be none.</summary>
    public DateOnly? FirstWithout(DateOnly from) =>
        decided
            .Select(c => c.FromDay)
            .Append(from)
            .Where(d => d >= from)
            .Order()
            .Cast<DateOnly?>()
            .FirstOrDefault(d => On(d!.Value) is var h && h.Closes <= h.Opens);

    private TimeOnly Clock(string name, DateOnly day) =>
        TimeOnly.MinValue.AddMinutes(
            decided.Where(c => c.Name == name && c.FromDay <= day).MaxBy(c => c.FromDay)?.Value
                ?? MunicipalChoice.All.First(c => c.Name == name).Usual
        );
}
