namespace Virker.Committee;

/// <summary>How sure a field of a reading is, for a person to go by.</summary>
public enum Confidence
{
    /// <summary>The value stands in the paper as it is read, and the place is known.</summary>
    Printed,

    /// <summary>Made of the paper's words: a kind, an order, a text put together of several lines.</summary>
    Derived,

    /// <summary>There is a reason to look.</summary>
    Doubtful,

    /// <summary>Nothing was found.</summary>
    NotPrinted,

    /// <summary>A person has looked and says that it was read rightly.</summary>
    Confirmed,

    /// <summary>A person has written another value.</summary>
    Corrected,
}

/// <summary>A reason to look at something that was read, and where.</summary>
/// <param name="Key">Which note of the reading it is.</param>
/// <param name="Code">The kind of doubt.</param>
/// <param name="Text">The reason, in a sentence.</param>
/// <param name="Line">The line of the source, where it has one.</param>
/// <param name="SettledBy">Who said that it was read rightly, or wrote it anew; null while it is open.</param>
public sealed record ReadingReason(string Key, string Code, string Text, int? Line, string? SettledBy);

/// <summary>What a person wrote in the place of what was read.</summary>
public sealed record ReadingCorrection(string? Was, string By, DateTimeOffset At);

/// <summary>A field of a reading: what was read, what holds now, how sure it is, and where it stands in the
/// source.</summary>
public sealed record ReadingField(string Path, string Label, FieldForm Form)
{
    /// <summary>Fields that stand together: one decision, one measure.</summary>
    public string? Group { get; init; }

    public IReadOnlyList<(string Value, string Text)> Choices { get; init; } = [];

    public string? Read { get; init; }

    public string? Value { get; init; }

    public int? Line { get; init; }

    public Confidence Confidence { get; init; }

    public IReadOnlyList<ReadingReason> Reasons { get; init; } = [];

    public ReadingCorrection? Correction { get; init; }

    /// <summary>A value as a person reads it: the choice's own words where it is one of them.</summary>
    public string? Said(string? value) => Choices.FirstOrDefault(c => c.Value == value).Text ?? value;

    public bool IsDoubtful => Reasons.Any(r => r.SettledBy is null);
}

/// <summary>A part of a reading that is looked through together: the meeting, the attendance, an item, a theme; with
/// the lines of the source that it was read from.</summary>
public sealed record ReadingPart(string Id, string Heading, int FirstLine, int LastLine)
{
    public IReadOnlyList<ReadingField> Fields { get; init; } = [];

    /// <summary>Doubts about the part that are about no one field of it.</summary>
    public IReadOnlyList<ReadingReason> Reasons { get; init; } = [];

    /// <summary>A person has said that it is not in the paper.</summary>
    public bool IsRemoved { get; init; }

    public int Doubts =>
        Reasons.Count(r => r.SettledBy is null) + Fields.SelectMany(f => f.Reasons).Count(r => r.SettledBy is null);

    public int Corrections => Fields.Count(f => f.Correction is not null);
}
