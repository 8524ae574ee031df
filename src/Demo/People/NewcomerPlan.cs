using Virker.Newcomers;

namespace Virker.Demo;

/// <summary>
/// What the document on newcomers prints for 2016–2020, and what is invented around it. All are persons, before
/// scaling: arrivals in the year, people under the programme and those of them on a benefit at the year's end, result
/// grants, repatriations.
/// </summary>
internal sealed record NewcomerYear(
    int Year,
    int Refugees,
    int Quota,
    int Families,
    int TakenOver,
    int Ukrainians,
    int Programme,
    int OnBenefit,
    int GrantsEducation,
    int GrantsWork,
    int GrantsDanish,
    int Repatriated
)
{
    private static readonly NewcomerYear[] Known =
    [
        new(2016, 101, 102, 57, 2, 0, 408, 250, 9, 24, 45, 2),
        new(2017, 23, 29, 83, 12, 0, 472, 255, 21, 76, 84, 4),
        new(2018, 11, 12, 75, 4, 0, 471, 205, 28, 47, 78, 3),
        new(2019, 18, 18, 42, 8, 0, 362, 129, 41, 38, 84, 9),
        new(2020, 5, 7, 47, 2, 0, 272, 87, 40, 42, 120, 5),
        new(2021, 9, 0, 45, 3, 0, 196, 60, 34, 45, 96, 4),
        new(2022, 12, 10, 40, 2, 330, 452, 165, 26, 52, 80, 3),
        new(2023, 20, 17, 38, 3, 130, 470, 150, 24, 66, 88, 4),
    ];

    public static NewcomerYear Of(int year) =>
        Known.FirstOrDefault(k => k.Year == year)
        ?? (
            year < 2016
                ? new(year, 60, 60, 45, 2, 0, 330, 210, 8, 20, 40, 2)
                : new(year, 16, 16, 38, 3, 90, 470, 150, 24, 60, 85, 4)
        );
}

/// <summary>A newcomer's course; days are day numbers, <see cref="Person.Forever"/> is still running.</summary>
internal sealed class Newcomer
{
    public required NewcomerKind Kind { get; init; }

    public required int Arrived { get; init; }

    public bool Quota { get; init; }

    public bool TakenOver { get; init; }

    public int ProgrammeTo { get; set; } = Person.Forever;

    public int? RepatriatedOn { get; set; }

    public int? LeftOn { get; set; }

    public bool SpouseSupported { get; init; }

    /// <summary>Benefit from the programme's days; the last one may still run.</summary>
    public List<(int From, int To)> OnBenefit { get; } = [];

    public List<(ResultGrantKind Kind, int Day)> Grants { get; } = [];

    public bool IsOnBenefit(int day) => OnBenefit.Count > 0 && OnBenefit[^1].From <= day && OnBenefit[^1].To >= day;
}
