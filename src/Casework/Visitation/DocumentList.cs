using Virker.Kernel;
using Virker.Rules;

namespace Virker.Casework;

/// <summary>A paper that an office asks for with an application.</summary>
public sealed record ApplicationPaper : CodeWord<ApplicationPaper>
{
    public static readonly ApplicationPaper Identification = new("legitimation", "Legitimation");
    public static readonly ApplicationPaper Cv = new("cv", "Cv på Jobnet");
    public static readonly ApplicationPaper Unemployment =
        new("ledighedserklaering", "Ledighedserklæring til a-kassen");
    public static readonly ApplicationPaper Statements = new("kontoudtog", "Kontoudtog for de seneste tre måneder");
    public static readonly ApplicationPaper Home = new("bolig", "Huslejekontrakt eller boligudgift");
    public static readonly ApplicationPaper Wealth = new("formue", "Oplysning om formue");
    public static readonly ApplicationPaper Sickness = new("oplysningsskema", "Oplysningsskema om sygdommen");
    public static readonly ApplicationPaper Employer = new("arbejdsgiver", "Arbejdsgiverens anmeldelse");

    private ApplicationPaper(string code, string text) : base(code, text)
    {
    }
}

/// <summary>
/// Which papers are asked for, benefit by benefit. It is the municipality's own list and not the law's; here a usual
/// one.
/// </summary>
public static class DocumentList
{
    private static readonly ApplicationPaper[] Common = [ApplicationPaper.Identification, ApplicationPaper.Cv];

    private static readonly ApplicationPaper[] Means =
        [ApplicationPaper.Statements, ApplicationPaper.Home, ApplicationPaper.Wealth];

    public static IReadOnlyList<ApplicationPaper> For(int benefit) =>
        benefit == Benefit.Unemployment.Number ? [.. Common, ApplicationPaper.Unemployment]
        : Benefit.MeansTested.Contains(benefit) ? [.. Common, .. Means]
        : benefit == Benefit.SickPay.Number
            ? [ApplicationPaper.Identification, ApplicationPaper.Sickness, ApplicationPaper.Employer]
        : [ApplicationPaper.Identification];

    /// <summary>Whether one applies for it here: of the others no paper of their own is asked for.</summary>
    public static bool IsAppliedFor(Code benefit) => benefit.Number is { } number && For(number).Count > 1;

    public static IReadOnlyList<ApplicationPaper> Missing(int benefit, IReadOnlyCollection<string> have) =>
        [.. For(benefit).Where(d => !have.Contains(d.Code))];
}
