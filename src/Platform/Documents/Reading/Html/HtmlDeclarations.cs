using Virker.Kernel;

namespace Virker.Platform;

/// <summary>
/// What a style says about being seen: whether the element is laid out at all, whether its letters are visible, and
/// whether it has been moved or cut away. Null where nothing is said.
/// </summary>
internal sealed record HtmlDeclarations(bool? Displayed, bool? Visible, bool? Clipped)
{
    public static readonly HtmlDeclarations None = new(null, null, null);

    public bool SaysNothing => Displayed is null && Visible is null && Clipped is null;

    /// <summary>This one with what the weightier one says on top.</summary>
    public HtmlDeclarations Under(HtmlDeclarations weightier) =>
        new(weightier.Displayed ?? Displayed, weightier.Visible ?? Visible, weightier.Clipped ?? Clipped);

    public static HtmlDeclarations Read(string block)
    {
        bool? displayed = null, visible = null;
        var box = new Box();
        foreach (var (name, value) in CssText.Declarations(block))
        {
            if (name == "display") displayed = value != "none";
            else if (name == "visibility") visible = value is not ("hidden" or "collapse");
            else if (name == "content-visibility" && value == "hidden") displayed = false;
            else if (name == "opacity") visible = Number(value) is not 0m;
            else box.Take(name, value);
        }

        return new HtmlDeclarations(displayed, visible, box.Clipped);
    }

    private static decimal? Number(string value) => WrittenNumber.Plain(value.TrimEnd('%'));

    /// <summary>Where the element stands and how large it is.</summary>
    private sealed class Box
    {
        private bool _placed, _away, _cut, _hidesOverflow, _small, _lettersAway, _resets;

        public bool? Clipped =>
            _lettersAway || (_placed && (_away || _cut)) || (_hidesOverflow && _small) ? true
            : _resets ? false
            : null;

        public void Take(string name, string value)
        {
            switch (name)
            {
                case "position":
                    _placed = value is "absolute" or "fixed";
                    _resets |= value is "static" or "relative";
                    break;
                case "left" or "top" or "right" or "bottom" or "inset" or "margin-left" or "margin-top":
                    _away |= Pixels(value) <= -900m;
                    break;
                case "clip":
                    _cut |=
                        value.StartsWith("rect(", StringComparison.Ordinal)
                        && value.Count(char.IsAsciiDigit) <= 8
                        && !value.Any(c => c is >= '2' and <= '9');
                    _resets |= value == "auto";
                    break;
                case "clip-path":
                    _lettersAway |= value is "inset(50%)" or "inset(100%)" or "circle(0)";
                    break;
                case "overflow":
                    _hidesOverflow = value is "hidden" or "clip";
                    break;
                case "width" or "height" or "max-height" or "max-width":
                    _small |= Pixels(value) is <= 1m;
                    break;
                case "font-size":
                    _lettersAway |= Pixels(value) == 0m;
                    break;
                case "text-indent":
                    _lettersAway |= Pixels(value) <= -900m;
                    break;
                case "transform":
                    _lettersAway |= value is "scale(0)";
                    break;
            }
        }

        /// <summary>Pixels, or what stands for them; ems and per cent are larger.</summary>
        private static decimal? Pixels(string value)
        {
            var (text, factor) =
                value.EndsWith("px", StringComparison.Ordinal) ? (value[..^2], 1m)
                : value.EndsWith("rem", StringComparison.Ordinal) ? (value[..^3], 16m)
                : value.EndsWith("em", StringComparison.Ordinal) ? (value[..^2], 16m)
                : value.EndsWith("vw", StringComparison.Ordinal) ? (value[..^2], 10m)
                : value.EndsWith('%') ? (value[..^1], 10m)
                : (value, 1m);
            return Number(text) * factor;
        }
    }
}
