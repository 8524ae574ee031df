namespace Virker.Rules;

/// <summary>The target groups (målgrupper) of a kind, as the list's data says it.</summary>
public static class TargetGroup
{
    /// <summary>Those on cash benefits, between whom a person judges.</summary>
    public static readonly IReadOnlySet<int> OnAssistance = CodeList.TargetGroups.NumbersOf("on-assistance");
}
