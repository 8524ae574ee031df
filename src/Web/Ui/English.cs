using System.Globalization;
using Virker.Kernel;

namespace Virker.Web;

/// <summary>How days and times are written for citizens who read English.</summary>
public static class English
{
    /// <summary>"Monday 12 April 2021 at 14:05".</summary>
    public static string Time(DateTimeOffset at) =>
        at.Danish().ToString("dddd d MMMM yyyy 'at' HH:mm", CultureInfo.InvariantCulture);

    /// <summary>"Tuesday 4 June".</summary>
    public static string Day(DateOnly day) => day.ToString("dddd d MMMM", CultureInfo.InvariantCulture);

    /// <summary>"14:05".</summary>
    public static string Clock(DateTimeOffset at) => at.Danish().ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>"12 April 2021".</summary>
    public static string Date(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
