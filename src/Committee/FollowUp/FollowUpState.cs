namespace Virker.Committee;

/// <summary>
/// A follow-up's life. Only an open one stands on the next agenda; it is closed by the item that it was reported at.
/// </summary>
public enum FollowUpState
{
    /// <summary>Proposed from a decision's words; the clerk confirms owner and date, or drops it.</summary>
    Suggested,
    Open,
    Reported,
    Dropped,
}

/// <summary>Danish words for a follow-up's state.</summary>
public static class FollowUpStates
{
    public static string Name(this FollowUpState state) => state switch
    {
        FollowUpState.Suggested => "Forslag",
        FollowUpState.Open => "Åben",
        FollowUpState.Reported => "Meldt tilbage",
        _ => "Frafaldet",
    };
}
