namespace Virker.Insight;

/// <summary>How long after an event its subject is looked at again: so many calendar months, or so many days.</summary>
public readonly record struct FollowUp
{
    private FollowUp(int months, int days) => (Months, Days) = (months, days);

    private int Months { get; }

    private int Days { get; }

    public static FollowUp AfterMonths(int months) => new(months, 0);

    public static FollowUp AfterDays(int days) => new(0, days);

    internal bool IsDays => Months == 0;

    internal int From(int day) => Months == 0 ? day + Days : DateOnly.FromDayNumber(day).AddMonths(Months).DayNumber;

    /// <summary>In Danish, for the definition.</summary>
    public override string ToString() => Months > 12 && Months % 12 == 0 ? $"{Months / 12} år efter" : Months > 0
        ? $"{Months} {(Months == 1 ? "måned" : "måneder")} efter" : $"{Days} {WhoWords.Days(Days)} efter";
}
