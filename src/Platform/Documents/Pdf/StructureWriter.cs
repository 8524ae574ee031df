using System.Text;

namespace Virker.Platform;

/// <summary>
/// Writes the structure tree and the parent tree that leads from marked content and annotations back to their elements.
/// </summary>
internal sealed class StructureWriter(PdfOutput output, StructureTag document, IReadOnlyList<PaperPage> pages)
{
    private readonly int _root = output.Reserve();
    private readonly List<(int Key, StructureTag Tag)> _annotations = [];

    /// <summary>Numbers all elements, so that pages and annotations can be written before the tree is.</summary>
    public void Number(StructureTag tag)
    {
        tag.Number = output.Reserve();
        foreach (var kid in tag.Kids.OfType<StructureTag>())
            Number(kid);
    }

    /// <summary>The key of an annotation in the parent tree; pages take the first numbers.</summary>
    public int AnnotationKey(StructureTag tag)
    {
        var key = pages.Count + _annotations.Count;
        _annotations.Add((key, tag));
        return key;
    }

    public int Write()
    {
        WriteTag(document, _root);
        var parents = new StringBuilder("<</Nums [");
        for (var page = 0; page < pages.Count; page++)
            parents.Append(
                $"{page} {output.Add(PdfSyntax.References(pages[page].Marked.Select(tag => tag.Number)))} 0 R "
            );
        foreach (var (key, tag) in _annotations)
            parents.Append($"{key} {tag.Number} 0 R ");
        var tree = output.Add(parents.Append("]>>").ToString());
        output.Set(
            _root,
            $"<</Type /StructTreeRoot /K [{document.Number} 0 R] /ParentTree {tree} 0 R /ParentTreeNextKey {pages.Count + _annotations.Count}>>"
        );
        return _root;
    }

    private void WriteTag(StructureTag tag, int parent)
    {
        var body = new StringBuilder($"<</Type /StructElem /S /{tag.Type} /P {parent} 0 R");
        foreach (var (key, value) in tag.Entries)
            body.Append($" /{key} {value}");
        if (tag.Attributes.Count > 0)
        {
            var owners = tag.Attributes.Select(owner => $"<</O /{owner.Key} {string.Join(' ', owner.Value)}>>");
            body.Append($" /A [{string.Join(' ', owners)}]");
        }
        if (tag.Kids.Count > 0)
            body.Append($" /K [{string.Join(' ', tag.Kids.Select(Kid))}]");
        output.Set(tag.Number, body.Append(">>").ToString());
        foreach (var kid in tag.Kids.OfType<StructureTag>())
            WriteTag(kid, tag.Number);
    }

    private static string Kid(object kid) => kid switch
    {
        StructureTag tag => $"{tag.Number} 0 R",
        MarkedContent content => $"<</Type /MCR /Pg {content.Page.Number} 0 R /MCID {content.Mcid}>>",
        AnnotationUse use => $"<</Type /OBJR /Pg {use.Page.Number} 0 R /Obj {use.Annotation} 0 R>>",
        _ => throw new InvalidOperationException($"{kid.GetType().Name} has no place in the structure."),
    };
}
