namespace Virker.Committee;

/// <summary>How a field of a reading is written by a person.</summary>
public enum FieldForm
{
    Line,
    Text,
    Date,
    Whole,
    Decimal,
    Choice,

    /// <summary>An item's printed number: 3, or 1.2.</summary>
    ItemNumber,
    Truth,

    /// <summary>One paragraph a line.</summary>
    Paragraphs,

    /// <summary>Numbers with commas between.</summary>
    Numbers,

    /// <summary>One person a line: name (party), from and until.</summary>
    People,

    /// <summary>One point of a recommendation a line, with its number.</summary>
    Points,

    /// <summary>One attachment a line, its document number in brackets.</summary>
    Attachments,

    /// <summary>One guest a line: name, title.</summary>
    Guests,
}
