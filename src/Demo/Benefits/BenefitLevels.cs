namespace Virker.Demo;

/// <summary>
/// How many persons are on each benefit, year by year, in the printed facts' municipality. Level and course are made to
/// fit the documents (5,150 on the three large groups in 2021, 889 activity-ready and 194 on ledighedsydelse in 2023);
/// what they do not print is invented.
/// </summary>
internal static class BenefitLevels
{
    private const int FirstYear = 2012;

    /// <summary>Year's mean, 2012 … 2024; later years stay at the last one.</summary>
    private static readonly int[][] Means =
    [
        [],
        [1750, 1650, 1500, 1350, 1250, 1180, 1120, 1090, 1420, 1215, 830, 850, 880],
        [950, 930, 900, 850, 760, 620, 500, 430, 480, 380, 290, 270, 270],
        [1260, 1260, 1250, 1230, 1200, 1150, 1080, 1030, 1010, 960, 912, 884, 880],
        [820, 820, 820, 800, 760, 720, 680, 640, 650, 560, 500, 490, 490],
        [0, 0, 0, 20, 45, 55, 60, 60, 60, 60, 60, 60, 60],
        [1150, 1150, 1150, 1150, 1130, 1120, 1110, 1100, 1130, 1130, 1230, 1200, 1180],
        [0, 0, 20, 120, 200, 240, 260, 270, 275, 270, 290, 295, 295],
        [0, 30, 90, 170, 230, 270, 285, 280, 265, 245, 225, 215, 215],
        [310, 305, 300, 285, 270, 255, 240, 225, 235, 218, 203, 194, 192],
        [900, 950, 1000, 1050, 1100, 1160, 1220, 1290, 1340, 1400, 1450, 1490, 1500],
        [130, 125, 120, 105, 90, 75, 62, 52, 46, 40, 34, 30, 30],
        [3380, 3340, 3300, 3250, 3220, 3230, 3300, 3420, 3580, 3760, 3950, 4130, 4200],
        [0, 0, 0, 0, 0, 0, 0, 0, 120, 330, 430, 450, 460],
        [1700, 1600, 1500, 1350, 1200, 1050, 900, 780, 660, 560, 480, 430, 420],
        [650, 650, 650, 650, 650, 650, 650, 650, 650, 650, 650, 650, 650],
    ];

    /// <summary>
    /// Unemployment is highest in January and lowest in the summer's end; per mille of the level, by month.
    /// </summary>
    private static readonly int[] Season = [55, 45, 25, 5, -20, -30, -15, -25, -35, -25, -5, 25];

    /// <summary>Persons on a day, before scaling: straight lines between the years' middles.</summary>
    public static double On(int benefit, DateOnly day)
    {
        var means = Means[benefit];
        var at = day.Year + ((day.DayOfYear - 182.5) / 365) - FirstYear;
        var year = (int)Math.Floor(at);
        var level = At(means, year) + ((At(means, year + 1) - At(means, year)) * (at - year));
        return benefit == BenefitKind.Unemployment ? level * (1 + (Season[day.Month - 1] / 1000.0)) : level;
    }

    private static double At(int[] means, int year) => means[Math.Clamp(year, 0, means.Length - 1)];
}
