namespace Virker.Insight;

/// <summary>
/// The day on which whoever was born on a day turns so many years old, looked up: a pass over the facts asks for every
/// person, and the calendar is slow to ask.
/// </summary>
internal sealed class Birthdays
{
    private const int Ages = 160;

    private static readonly int FirstBorn = new DateOnly(1850, 1, 1).DayNumber;
    private static readonly int Days = new DateOnly(2100, 1, 1).DayNumber - FirstBorn;
    private static readonly Birthdays?[] ByAge = new Birthdays?[Ages];

    private readonly int _age;
    private readonly int[] _days;

    private Birthdays(int age)
    {
        _age = age;
        _days = new int[Days];
        for (var i = 0; i < Days; i++) _days[i] = On(FirstBorn + i, age);
    }

    public static Birthdays Of(int age) => ByAge[age] ??= new(age);

    public int this[int born] =>
        (uint)(born - FirstBorn) is var at && at < (uint)_days.Length ? _days[at] : On(born, _age);

    private static int On(int born, int age) => DateOnly.FromDayNumber(born).AddYears(age).DayNumber;
}
