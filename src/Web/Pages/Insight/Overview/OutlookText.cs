using Virker.Targets;

namespace Virker.Web.Pages.Insight.Overview;

/// <summary>An outlook in a table's cell and in a file.</summary>
internal static class OutlookText
{
    public static string Words(OutlookState state) => state switch
    {
        OutlookState.LikelyMet => "Ventes opfyldt",
        OutlookState.LikelyMissed => "Ventes ikke opfyldt",
        _ => "Kan gå begge veje",
    };

    public static string Short(TargetOutlook? outlook) => outlook?.Words ?? "";
}
