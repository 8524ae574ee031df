namespace Virker.Demo;

/// <summary>
/// How a benefit behaves: who can begin on it, how long it lasts (median weeks, log-normal), and how often and where to
/// it leads on. A median of 0 means to the end of working life.
/// </summary>
internal sealed record BenefitKind(
    int Code,
    int MinAge,
    int MaxAge,
    double MedianWeeks,
    double Sigma,
    double Onward,
    int[] Next
)
{
    public const int Unemployment = 1;
    public const int JobReady = 2;
    public const int ActivityReady = 3;
    public const int EducationHelp = 4;
    public const int Transition = 5;
    public const int SickPay = 6;
    public const int JobClarification = 7;
    public const int ResourceCourse = 8;
    public const int UnemploymentFlex = 9;
    public const int FlexJob = 10;
    public const int Rehabilitation = 11;
    public const int DisabilityPension = 12;
    public const int SeniorPension = 13;
    public const int EarlyRetirement = 14;
    public const int ParentalLeave = 15;
    public const int Most = 15;

    /// <summary>Nobody is on a benefit here after the day before this birthday.</summary>
    public const int PensionAge = 67;

    public static readonly BenefitKind[] All =
    [
        new(0, 0, 0, 1, 1, 0, []),
        new(Unemployment, 19, 65, 15, 0.95, 0.24, [SickPay, SickPay, JobReady, ParentalLeave]),
        new(JobReady, 30, 65, 24, 1.05, 0.34, [ActivityReady, SickPay, Unemployment]),
        new(
            ActivityReady,
            30,
            65,
            66,
            1.02,
            0.52,
            [JobReady, ResourceCourse, FlexJob, DisabilityPension, UnemploymentFlex]
        ),
        new(EducationHelp, 19, 29, 40, 0.95, 0.28, [JobReady, ActivityReady, ResourceCourse, ParentalLeave]),
        new(Transition, 19, 60, 52, 0.90, 0.30, [JobReady, ActivityReady]),
        new(
            SickPay,
            19,
            66,
            8.5,
            1.00,
            0.22,
            [Unemployment, JobClarification, JobClarification, JobReady, Rehabilitation]
        ),
        new(
            JobClarification,
            25,
            65,
            60,
            0.65,
            0.66,
            [SickPay, UnemploymentFlex, FlexJob, ResourceCourse, DisabilityPension]
        ),
        new(
            ResourceCourse,
            20,
            62,
            118,
            0.55,
            0.82,
            [DisabilityPension, DisabilityPension, FlexJob, UnemploymentFlex, ActivityReady]
        ),
        new(UnemploymentFlex, 25, 65, 45, 1.04, 0.78, [FlexJob, FlexJob, SickPay, DisabilityPension]),
        new(FlexJob, 25, 65, 165, 1.05, 0.62, [UnemploymentFlex, UnemploymentFlex, SickPay, DisabilityPension]),
        new(Rehabilitation, 25, 55, 66, 0.70, 0.40, [Unemployment, FlexJob]),
        new(DisabilityPension, 40, 64, 0, 0, 0, []),
        new(SeniorPension, 61, 66, 0, 0, 0, []),
        new(EarlyRetirement, 61, 66, 0, 0, 0, []),
        new(ParentalLeave, 20, 42, 26, 0.40, 0.08, [Unemployment]),
    ];
}
