namespace Virker.Committee;

/// <summary>
/// Where an item stands among the lines: its printed number (and the number of the sub-item), title and type letter,
/// the heading's line, and the lines of its body (from, and up to but without).
/// </summary>
internal sealed record ItemSpan(int? Number, int? Sub, string? Title, string? Type, int HeadingAt, int From, int To)
{
    /// <summary>"3" or "1.2"; null where no number is printed.</summary>
    public string? Label => Number is null ? null : Sub is null ? $"{Number}" : $"{Number}.{Sub}";
}
