using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Virker.Casework;

/// <summary>Hours a week, held in whole minutes: 12,5 hours are 750.</summary>
internal sealed class HoursToMinutes() : ValueConverter<decimal, int>(
    hours => (int)Math.Round(hours * 60), minutes => minutes / 60m);

internal static class Hours
{
    /// <summary>As Danish is read: "37", "12,5".</summary>
    public static string Say(decimal hours) =>
        hours.ToString("0.##", System.Globalization.CultureInfo.GetCultureInfo("da-DK"));
}
