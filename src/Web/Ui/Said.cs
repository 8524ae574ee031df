using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Virker.Web;

/// <summary>A sentence whose dates are not broken at their hyphens, however narrow the field is.</summary>
public sealed partial class Said : ComponentBase
{
    [Parameter, EditorRequired] public required string? Text { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        foreach (var part in Date().Split(Text ?? "").Where(p => p.Length > 0))
        {
            if (Date().IsMatch(part))
            {
                builder.OpenElement(0, "span");
                builder.AddAttribute(1, "class", "unbroken");
                builder.AddContent(2, part);
                builder.CloseElement();
            }
            else
            {
                builder.AddContent(3, part);
            }
        }
    }

    [GeneratedRegex(@"(\b[0-9]{1,2}-[0-9]{1,2}-[0-9]{4}\b)", RegexOptions.CultureInvariant, 500)]
    private static partial Regex Date();
}
