namespace Virker.Kernel;

/// <summary>
/// Who is found by what they are, so that no list names them. On a class: a part of its module that is handed to
/// whoever asks for it, by its own name or by an interface of the house that it fills. On an interface: a kind of thing
/// that modules bring (a job, a source of facts); every class that is one is found.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface)]
public sealed class PartAttribute : Attribute
{
    /// <summary>One for the whole installation; else one for each request, job or command.</summary>
    public bool IsShared { get; init; }
}
