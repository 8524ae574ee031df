using System.Text.Json.Serialization;

namespace Virker.Committee;

/// <summary>
/// What a published agenda, minutes or single case prints, item by item. Null means "not printed", never "none":
/// nothing is filled in. What contradicts itself is kept as printed, with a note.
/// </summary>
public sealed record PrintedMinutes(
    PrintedHead Document,
    PrintedAttendance Attendance,
    IReadOnlyList<int> HandlingOrder,
    IReadOnlyList<int> WithdrawnItems,
    IReadOnlyList<PrintedItem> Items,
    IReadOnlyList<PrintedTable> Tables,
    IReadOnlyList<PrintedNote> Notes)
{
    [JsonPropertyOrder(-1)]
    public string Schema => "virker-minutes/1";
}

/// <summary>
/// The head of the document. <paramref name="DocumentType"/> is referat, dagsorden or sag; times are local, HH:mm.
/// </summary>
public sealed record PrintedHead(
    string DocumentType,
    string? Municipality,
    string? Committee,
    string? Term,
    DateOnly? MeetingDate,
    string? Start,
    string? End,
    string? Place
);

/// <summary>Who was there. <paramref name="Present"/> is null where no list is printed.</summary>
public sealed record PrintedAttendance(IReadOnlyList<PrintedPerson>? Present, IReadOnlyList<PrintedPerson> Absent);

/// <summary>
/// A named person; the party as printed (a letter, or letters such as UFP); from and until are clock times where the
/// person came late or left.
/// </summary>
public sealed record PrintedPerson(
    string Name,
    string? Party,
    string? Role = null,
    string? From = null,
    string? Until = null
);

/// <summary>Where the source is damaged, contradicts itself or was read with doubt.</summary>
public sealed record PrintedNote(string Code, string Text, int? Item = null, int? Line = null);

/// <summary>
/// One item. <paramref name="Number"/> is the printed number (1.2 where <paramref name="Sub"/> is 2), <paramref
/// name="HandledAs"/> its place in the order of handling (null when withdrawn or not handled); <paramref
/// name="Access"/> is open or closed, null where neither is printed, <paramref name="AccessStated"/> whether that is
/// printed.
/// </summary>
public sealed record PrintedItem(
    [property: JsonIgnore] int? Number,
    [property: JsonIgnore] int? Sub,
    int? HandledAs,
    string? Title,
    string? Type,
    string? CaseNo,
    string? DocNo,
    string? Access,
    bool AccessStated,
    string? Competence,
    IReadOnlyList<PrintedSection> Sections,
    PrintedRecommendation? Recommendation,
    IReadOnlyList<PrintedDecision> Decisions,
    IReadOnlyList<PrintedRemark> Remarks,
    IReadOnlyList<PrintedGuest> Guests,
    IReadOnlyList<PrintedAttachment> Attachments,
    IReadOnlyList<PrintedFollowUp> FollowUps,
    int Line)
{
    /// <summary>The number as it is printed: 3, or "1.2" for a sub-item.</summary>
    [JsonPropertyName("number"), JsonPropertyOrder(-1)]
    public object? PrintedNumber => Number is null ? null : Sub is null ? Number : $"{Number}.{Sub}";
}

/// <summary>
/// A section under its printed heading; <paramref name="Placeholder"/> when it only says "Ingen bemærkninger".
/// </summary>
public sealed record PrintedSection(
    string Key,
    string Heading,
    bool Placeholder,
    [property: JsonIgnore] IReadOnlyList<string> Lines,
    [property: JsonPropertyOrder(1)] int Line
)
{
    [JsonConstructor]
    public PrintedSection(string key, string heading, bool placeholder, string text, int line)
        : this(key, heading, placeholder, [text], line) { }

    /// <summary>
    /// The lines as one text, put together when it is asked for: a case of fifty megabytes is not held twice.
    /// </summary>
    public string Text => string.Join('\n', Lines);
}

/// <summary>What is recommended, and by whom.</summary>
public sealed record PrintedRecommendation(string? By, IReadOnlyList<PrintedPoint> Points);

/// <summary>A point of a recommendation, with its printed number or letter.</summary>
public sealed record PrintedPoint(string? No, string Text);

/// <summary>
/// A decision block. The date is the heading's, else the meeting's; <paramref name="AdoptsRecommendation"/> when the
/// words only adopt what was recommended, so that the kind comes from there.
/// </summary>
public sealed record PrintedDecision(
    DateOnly? Date,
    string? Body,
    string Kind,
    IReadOnlyList<string> Text,
    IReadOnlyList<PrintedPerson> Absent,
    bool AdoptsRecommendation,
    string? Option,
    int Line
);

/// <summary>
/// What a named member is printed as having said; the stance is asks, proposes, supports, opposes, notes, informs or
/// requests.
/// </summary>
public sealed record PrintedRemark(DateOnly? Date, string Name, string? Party, string Stance, string Text);

/// <summary>Somebody who is not a member and took part under the item.</summary>
public sealed record PrintedGuest(string Name, string? Title);

/// <summary>An attachment, named once however often it is printed.</summary>
public sealed record PrintedAttachment(string? DocNo, string? Letter, string Title);

/// <summary>
/// Something that somebody is to do: binding when the committee or the administration committed itself, not when a
/// single member wishes it.
/// </summary>
public sealed record PrintedFollowUp(string Text, bool Binding, string? Owner, DateOnly? Due);

/// <summary>A table. <paramref name="Item"/> is the number of the item in which it stands.</summary>
public sealed record PrintedTable(
    int? Item,
    string? Caption,
    IReadOnlyList<string> Columns,
    IReadOnlyList<PrintedRow> Rows
);

/// <summary>
/// A row: its values where the table's cells are plain figures; its cells where some of them are qualified (101 (102),
/// 57 (Voksne)); a single value where the table has one column of figures.
/// </summary>
public sealed record PrintedRow(string? Label)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Number { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Footnote { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<object?>? Values { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<PrintedCell>? Cells { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public object? Value { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Printed { get; init; }
}

/// <summary>
/// A cell that is more than a figure: its value, what qualifies it, the footnote it points to, and the cell as printed.
/// </summary>
public sealed record PrintedCell(decimal? Value, string? Qualifier, string? Footnote, string Printed);
