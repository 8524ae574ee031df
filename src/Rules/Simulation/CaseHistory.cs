namespace Virker.Rules;

/// <summary>
/// Whole days under one code of a register (a benefit, a target group, a team), first and last included.
/// </summary>
public readonly record struct Stay(int Code, DateOnly From, DateOnly To)
{
    public bool HoldsOn(DateOnly day) => From <= day && day <= To;
}

/// <summary>
/// What a register knows of one citizen that the law asks about, without saying who it is. Every list stands by first
/// day; what still runs ends on the register's last day.
/// </summary>
public sealed record CaseHistory(DateOnly Born)
{
    /// <summary>Codes of <see cref="CodeList.Benefits"/>.</summary>
    public IReadOnlyList<Stay> Benefits { get; init; } = [];

    /// <summary>Codes of <see cref="CodeList.TargetGroups"/>.</summary>
    public IReadOnlyList<Stay> TargetGroups { get; init; } = [];

    /// <summary>The register's own numbers of teams.</summary>
    public IReadOnlyList<Stay> Teams { get; init; } = [];

    /// <summary>Days on which a conversation was held.</summary>
    public IReadOnlyList<DateOnly> Conversations { get; init; } = [];

    public IReadOnlyList<Placement> Placements { get; init; } = [];

    public IReadOnlyList<PaidMonth> PaidHours { get; init; } = [];

    /// <summary>0 where no code holds on the day.</summary>
    public static int CodeOn(IReadOnlyList<Stay> stays, DateOnly day)
    {
        for (var i = stays.Count - 1; i >= 0; i--)
        {
            if (stays[i].HoldsOn(day)) return stays[i].Code;
        }

        return 0;
    }

    public int AgeOn(DateOnly day) => day.Year - Born.Year - (day < Born.AddYears(day.Year - Born.Year) ? 1 : 0);

    /// <summary>
    /// An intervention: its kind as the register's id, the kind of workplace (null where there is none).
    /// </summary>
    public readonly record struct Placement(string Kind, string? Workplace, DateOnly From, DateOnly To);

    /// <summary>Ordinary hours that an employer reported in a month (its first day).</summary>
    public readonly record struct PaidMonth(DateOnly Month, int Hours);
}
