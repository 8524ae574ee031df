using Microsoft.AspNetCore.Components;
using Virker.Kernel;

namespace Virker.Web;

/// <summary>What every form field has: its name (that of the page's property), words, value as text, and the error that names it.</summary>
public abstract class FieldPart : ComponentBase
{
    [Parameter, EditorRequired] public required string Name { get; set; }

    [Parameter, EditorRequired] public required string Label { get; set; }

    [Parameter] public string? Help { get; set; }

    [Parameter] public bool Optional { get; set; }

    [Parameter] public string? Value { get; set; }

    [CascadingParameter] public IReadOnlyList<Refusal>? Refusals { get; set; }

    protected string Id => FieldId.Of(Name);

    protected string? Error => Refusals?.FirstOrDefault(r => FieldId.Of(r.Field ?? "") == Id)?.Text;

    protected string? Invalid => Error is null ? null : "true";

    protected string? DescribedBy => (Help, Error) switch
    {
        (null, null) => null,
        (_, null) => $"{Id}-hint",
        (null, _) => $"{Id}-error",
        _ => $"{Id}-hint {Id}-error",
    };
}
