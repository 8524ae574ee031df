namespace Virker.Committee;

/// <summary>
/// Where an item stands among the lines: its printed number, title and type letter, the heading's line, and the lines of its body
/// (from, and up to but without).
/// </summary>
internal sealed record ItemSpan(int? Number, string? Title, string? Type, int HeadingAt, int From, int To);
