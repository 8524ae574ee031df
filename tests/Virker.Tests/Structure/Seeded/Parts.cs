using Virker.Kernel;

namespace Virker.Tests.Structure.Seeded;

internal interface ISeededDesk;

[Part(IsShared = true)]
internal interface ISeededTool;

[Part]
internal sealed class SeededDesk : ISeededDesk;

internal sealed class SeededPen : ISeededTool;

internal sealed class SeededInk : ISeededTool;

internal sealed class Unmarked;

/// <summary>Makes its tools itself.</summary>
internal sealed class SeededWorkshop
{
    public ISeededDesk Desk { get; } = new SeededDesk();
}
