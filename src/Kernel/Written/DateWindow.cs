namespace Virker.Kernel;

/// <summary>
/// The days that make sense in a field, counted from today, and the Danish name that a refusal calls the field's day
/// by. A day outside is refused at the door, so that no sum of days runs out of the calendar and no letter goes out for
/// the year 9999.
/// </summary>
public sealed class DateWindow
{
    private readonly Func<DateOnly, (DateOnly First, DateOnly Last)> _days;

    private DateWindow(string thing, Func<DateOnly, (DateOnly First, DateOnly Last)> days) =>
        (Thing, _days) = (thing, days);

    /// <summary>When somebody was born: not in the future, and within a long life.</summary>
    public static readonly DateWindow Birth = Years("Fødselsdatoen", 125, 0);

    /// <summary>When a conversation with a citizen, or between colleagues, is held.</summary>
    public static readonly DateWindow Meeting = Years("Samtalens dag", 1, 2);

    /// <summary>When a committee meets; meetings of earlier years may be written in.</summary>
    public static readonly DateWindow CommitteeMeeting = Years("Mødets dag", 10, 5);

    /// <summary>Days that an employee is away, covered, or open for booking.</summary>
    public static readonly DateWindow Absence = Years("Dagen", 1, 2);

    /// <summary>When something must be done, is looked at again, or comes forward again.</summary>
    public static readonly DateWindow Deadline = Years("Fristen", 1, 10);

    /// <summary>When something in a case began or ended: a benefit, sick leave, a consent, a plan's step.</summary>
    public static readonly DateWindow History = Years("Datoen", 60, 5);

    /// <summary>When something came: it has happened.</summary>
    public static readonly DateWindow Received = Years("Dagen, det blev modtaget,", 60, 0);

    /// <summary>From when a choice of the municipality holds.</summary>
    public static readonly DateWindow Choice = Years("Dagen, det gælder fra,", 10, 10);

    /// <summary>What is searched for in a log.</summary>
    public static readonly DateWindow Search = Years("Datoen", 60, 5);

    /// <summary>A day that the law, or a register's figures, can be asked about.</summary>
    public static readonly DateWindow Law = new("Dagen", _ => (new(1900, 1, 1), new(2200, 12, 31)));

    /// <summary>Begins a sentence: "Samtalens dag".</summary>
    public string Thing { get; }

    public (DateOnly First, DateOnly Last) From(DateOnly today) => _days(today);

    /// <summary>
    /// The days that a year of two digits can mean. Where the window is of centuries it is the hundred years about
    /// today; a birth may be in either century, and is asked about.
    /// </summary>
    public (DateOnly First, DateOnly Last) FromTwoDigits(DateOnly today) =>
        this == Law ? (today.AddYears(-70), today.AddYears(29)) : From(today);

    private static DateWindow Years(string thing, int back, int ahead) =>
        new(thing, today => (today.AddYears(-back), ahead == 0 ? today : today.AddYears(ahead)));
}
