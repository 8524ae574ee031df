using Virker.Kernel;

namespace Virker.Office;

/// <summary>Whom a team works for, and whose a step of a plan is (forvaltningsområde).</summary>
public sealed record Department : CodeWord<Department>
{
    public static readonly Department Employment = new("beskaeftigelse", "Beskæftigelse");
    public static readonly Department Health = new("sundhed", "Sundhed");
    public static readonly Department Social = new("social", "Social");
    public static readonly Department School = new("skole", "Skole og uddannelse");

    private Department(string code, string text) : base(code, text)
    {
    }
}
