namespace Virker.Rules;

/// <summary>
/// The benefits (ydelser) that are spoken of by name in code, and those of a kind, as the list's data says it. What a
/// register stores is the code's <see cref="Code.Number"/>.
/// </summary>
public static class Benefit
{
    public static readonly Code Unemployment = CodeList.Benefits["dagpenge"];
    public static readonly Code JobReady = CodeList.Benefits["kontanthjaelp-jobparat"];
    public static readonly Code ActivityReady = CodeList.Benefits["kontanthjaelp-aktivitetsparat"];
    public static readonly Code EducationHelp = CodeList.Benefits["uddannelseshjaelp"];
    public static readonly Code Transition = CodeList.Benefits["shho"];
    public static readonly Code SickPay = CodeList.Benefits["sygedagpenge"];
    public static readonly Code JobClarification = CodeList.Benefits["jobafklaring"];
    public static readonly Code ResourceCourse = CodeList.Benefits["ressourceforloeb"];
    public static readonly Code UnemploymentFlex = CodeList.Benefits["ledighedsydelse"];
    public static readonly Code FlexJob = CodeList.Benefits["fleksjob"];
    public static readonly Code Rehabilitation = CodeList.Benefits["revalidering"];
    public static readonly Code DisabilityPension = CodeList.Benefits["foertidspension"];

    /// <summary>Help where what one owns is counted: kontanthjælp and what was like it.</summary>
    public static readonly IReadOnlySet<int> MeansTested = CodeList.Benefits.NumbersOf("means-tested");

    /// <summary>
    /// Those whose weeks count on the refund ladder; the others do not, but are no self-support either.
    /// </summary>
    public static readonly IReadOnlySet<int> OnRefundLadder = CodeList.Benefits.NumbersOf("refund-ladder");
}
