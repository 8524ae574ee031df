namespace Virker.Platform;

/// <summary>
/// An element of the logical structure. Block elements hang in their parent from the start; those inside a line (links,
/// other languages) when their first content is set, so that they stand between the right words.
/// </summary>
internal sealed class StructureTag(string type, StructureTag? parent)
{
    private bool _attached;

    public string Type { get; } = type;

    public StructureTag? Parent { get; } = parent;

    /// <summary>
    /// In reading order: further elements, marked content (<see cref="MarkedContent"/>) and annotations (<see
    /// cref="AnnotationUse"/>).
    /// </summary>
    public List<object> Kids { get; } = [];

    /// <summary>
    /// Entries of the element's dictionary such as Alt and Lang, and of its attribute objects by owner.
    /// </summary>
    public Dictionary<string, string> Entries { get; } = [];

    public Dictionary<string, List<string>> Attributes { get; } = [];

    public int Number { get; set; }

    public static StructureTag Block(string type, StructureTag parent)
    {
        var tag = new StructureTag(type, parent);
        tag.Attach();
        return tag;
    }

    public StructureTag With(string owner, string attribute)
    {
        if (!Attributes.TryGetValue(owner, out var list))
            Attributes[owner] = list = [];
        list.Add(attribute);
        return this;
    }

    public StructureTag Entry(string key, string value)
    {
        Entries[key] = value;
        return this;
    }

    public void Attach()
    {
        if (_attached)
            return;
        _attached = true;
        Parent?.Attach();
        Parent?.Kids.Add(this);
    }
}

internal sealed record MarkedContent(PaperPage Page, int Mcid);

internal sealed record AnnotationUse(PaperPage Page, int Annotation);
