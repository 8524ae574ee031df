namespace Virker.Tests.Structure.Seeded;

/// <summary>Has the name of another room's type.</summary>
internal sealed record CodeList;
