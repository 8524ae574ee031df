using Virker.Office;

namespace Virker.Tests.Structure.Seeded;

/// <summary>Knows how a team is written.</summary>
internal static class HandmadeTeam
{
    public static object Make() => new TeamRow();
}
