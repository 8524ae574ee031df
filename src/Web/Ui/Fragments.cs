using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.RenderTree;

namespace Virker.Web;

internal static class Fragments
{
    /// <summary>Whether a fragment writes an element, a component or a word: white space alone says nothing.</summary>
    public static bool SaysAnything(this RenderFragment fragment)
    {
        using var builder = new RenderTreeBuilder();
        fragment(builder);
#pragma warning disable BL0006 // The frames are read here and nowhere else; nothing of them is kept.
        var frames = builder.GetFrames();
        return frames.Array.Take(frames.Count).Any(f => f.FrameType switch
        {
            RenderTreeFrameType.Element or RenderTreeFrameType.Component => true,
            RenderTreeFrameType.Text => !string.IsNullOrWhiteSpace(f.TextContent),
            RenderTreeFrameType.Markup => !string.IsNullOrWhiteSpace(f.MarkupContent),
            _ => false,
        });
#pragma warning restore BL0006
    }
}
