using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Virker.Kernel;

namespace Virker.Web;

/// <summary>
/// What every form field has: its name (that of the page's property), words, value as text, and the error that names
/// it.
/// </summary>
public abstract class FieldPart : ComponentBase
{
    [Parameter, EditorRequired] public required string Name { get; set; }

    [Parameter, EditorRequired] public required string Label { get; set; }

    [Parameter] public string? Help { get; set; }

    [Parameter] public bool Optional { get; set; }

    [Parameter] public string? Value { get; set; }

    [CascadingParameter] public IReadOnlyList<Refusal>? Refusals { get; set; }

    /// <summary>What was typed in the form and not saved; null where the form keeps nothing.</summary>
    [CascadingParameter] public KeptFields? Kept { get; set; }

    /// <summary>What was sent, where the form was refused.</summary>
    [CascadingParameter] public TypedFields? Typed { get; set; }

    [CascadingParameter] public FieldOrder? Order { get; set; }

    protected override void OnInitialized() => Order?.Add(Name, Id);

    /// <summary>
    /// What the field shows: what was sent, also nothing, where the form comes back refused; what was typed in it and
    /// not saved; else its value.
    /// </summary>
    protected string? Shown => Typed is { } typed ? typed.Of(Name) : Kept is { } kept ? kept.Of(Name, Value) : Value;

    /// <summary>
    /// What the field said when the page was made, so that a text that is kept is never put over a newer one.
    /// </summary>
    protected void Mark(RenderTreeBuilder page)
    {
        if (Kept is null) return;
        page.OpenElement(0, "input");
        page.AddAttribute(1, "type", "hidden");
        page.AddAttribute(2, "name", KeptFields.From + Name);
        page.AddAttribute(3, "value", KeptFields.MarkOf(Value));
        page.CloseElement();
    }

    /// <summary>Where the same field stands several times on a page, each with its own label.</summary>
    [Parameter] public string? Number { get; set; }

    protected string Id => Number is null ? FieldId.Of(Name) : $"{FieldId.Of(Name)}-{Number}";

    protected string? Error => Refusals?.FirstOrDefault(r => FieldId.Of(r.Field ?? "") == FieldId.Of(Name))?.Text;

    protected string? Invalid => Error is null ? null : "true";

    protected string? DescribedBy => (Help, Error) switch
    {
        (null, null) => null,
        (_, null) => $"{Id}-hint",
        (null, _) => $"{Id}-error",
        _ => $"{Id}-hint {Id}-error",
    };
}

/// <summary>The fields of a form as they were sent.</summary>
public sealed class TypedFields(IFormCollection form)
{
    /// <summary>Null where nothing was sent under the name: a box that was left without a tick.</summary>
    public string? Of(string name) => form.TryGetValue(name, out var sent) ? sent.ToString() : null;

    /// <summary>All that was sent under the name.</summary>
    public IReadOnlyCollection<string> All(string name) =>
        form.TryGetValue(name, out var sent) ? [.. sent.OfType<string>()] : [];
}
