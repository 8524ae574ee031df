using Microsoft.AspNetCore.Components;
using Virker.Kernel;

namespace Virker.Web;

/// <summary>
/// The fields of a form as they stand in it, each told by itself when it is first shown, so that what is wrong is said
/// in that order and leads to the field.
/// </summary>
public sealed class FieldOrder
{
    private readonly List<Entry> _entries = [];

    public void Add(string name, string id)
    {
        if (!All.Any(e => e.Id == id)) _entries.Add(new(FieldId.Of(name), id, null));
    }

    /// <summary>A place for fields that are told of later, since a part of the page shows them.</summary>
    public FieldOrder AddGroup()
    {
        var group = new FieldOrder();
        _entries.Add(new("", "", group));
        return group;
    }

    /// <summary>What names no field comes first; what names one that the form does not tell of, last.</summary>
    public IEnumerable<Refusal> Sort(IEnumerable<Refusal> refusals)
    {
        var names = All.Select(e => e.Name).ToList();
        return refusals.OrderBy(r => r.Field is null ? -1
            : names.IndexOf(FieldId.Of(r.Field)) is >= 0 and var at ? at : int.MaxValue);
    }

    /// <summary>The id of the field in the page.</summary>
    public string IdOf(string field) => All.FirstOrDefault(e => e.Name == FieldId.Of(field))?.Id ?? FieldId.Of(field);

    private IEnumerable<Entry> All => _entries.SelectMany(e => e.Group is { } group ? group.All : [e]);

    private sealed record Entry(string Name, string Id, FieldOrder? Group);
}

/// <summary>A part of a page that shows fields of a form: they stand in the form's order where the part does.</summary>
public abstract class FieldGroup : ComponentBase
{
    [CascadingParameter] public FieldOrder? Order { get; set; }

    /// <summary>Handed down to the fields.</summary>
    protected FieldOrder? Group { get; private set; }

    protected override void OnInitialized() => Group = Order?.AddGroup();
}
