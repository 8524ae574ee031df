namespace Virker.Tests.Structure.Seeded;

/// <summary>An entity that every module could reach.</summary>
public sealed class OpenRow
{
    public Guid Id { get; init; }
}

/// <summary>Left open for anyone to build on.</summary>
public class Unsealed;
