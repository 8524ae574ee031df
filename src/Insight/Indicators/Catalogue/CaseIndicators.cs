namespace Virker.Insight;

/// <summary>The work with the cases: caseload, changes of case worker, conversations in time, sanctions, work duty.</summary>
internal static class CaseIndicators
{
    private const string Cases = "Kommunens egne sager";
    private const int ThreeMonths = 92;

    private static readonly FactSet Open = new(StandardFacts.OpenCases);
    private static readonly FactSet JobReady = Sets.Benefit("dagpenge", "kontanthjaelp-jobparat");
    private static readonly FactSet Benefits = new(StandardFacts.Benefits);
    private static readonly FactSet Due = new(StandardFacts.DueConversations);
    private static readonly FactSet Duty = new(StandardFacts.WorkDuty);

    public static IReadOnlyList<Indicator> All =>
    [
        new("sager.aabne", "Borgere med en sag", "borgere", 1, new Heads(Open, Presence.AtEnd))
        {
            Definition = "Borgere, hvis sag en sagsbehandler har på periodens sidste dag.", Formula = "Antal borgere på sidste dag.", Source = Cases,
        },
        new("sager.pr-sagsbehandler", "Sager for hver sagsbehandler", "sager", 1, new Ratio(new Heads(Open, Presence.AtEnd), new Heads(new(StandardFacts.CaseWorkers), Presence.AtEnd), 1))
        {
            Definition = "Borgere med en sag delt med sagsbehandlere, der har mindst én sag, på periodens sidste dag.", Formula = "Borgere med en sag / sagsbehandlere med sager.", Source = Cases, Decimals = 1, CountsPersons = false,
        },
        new("sager.skift", "Skift af sagsbehandler", "skift", 1, new Events(new(StandardFacts.WorkerChanges)))
        {
            Definition = "Gange i perioden, en anden sagsbehandler overtog en løbende sag.", Formula = "Antal skift.", Source = Cases, Rhythm = Rhythm.TwelveMonths, MoreIsBetter = false,
        },
        new("sager.skift-pr-100", "Skift af sagsbehandler for hver 100 borgere", "skift", 1, new Ratio(new Events(new(StandardFacts.WorkerChanges)), new Heads(Open, Presence.InPeriod)))
        {
            Definition = "Skift af sagsbehandler i perioden for hver 100 borgere, der havde en sag i perioden.", Formula = "Skift / borgere med en sag, gange 100.", Source = Cases, Decimals = 1, Rhythm = Rhythm.TwelveMonths, MoreIsBetter = false,
        },
        new("samtaler.rettidige", "Samtaler holdt inden lovens frist", "pct.", 1, new Ratio(new Events(Due.With("outcome", "rettidig")), new Events(Due)))
        {
            Definition = "Andel af de samtaler, hvis sidste lovlige dag ligger i perioden, der blev holdt senest den dag. " + ByLaw, Formula = "Samtaler holdt inden fristen / samtaler med frist i perioden, gange 100.",
            Source = LawAndCases, Decimals = 1, MoreIsBetter = true, Words = ["rettidige", "rettidighed", "frist"],
        },
        new("samtaler.over-fristen", "Samtaler holdt efter lovens frist eller slet ikke", "samtaler", 1, new Events(Due.With("outcome", "for-sent", "ikke-holdt")))
        {
            Definition = "Samtaler, hvis sidste lovlige dag ligger i perioden, og som ikke var holdt den dag. " + ByLaw, Formula = "Antal samtaler.", Source = LawAndCases, MoreIsBetter = false,
        },
        new("samtaler.inden-for-3-maaneder", "Jobparate med en samtale inden for de seneste tre måneder", "pct.", 1, new Ratio(
            new Group(new PresentLong(JobReady, ThreeMonths) & new Recent(new(StandardFacts.Conversations), ThreeMonths)), new Group(new PresentLong(JobReady, ThreeMonths))))
        {
            Definition = "Andel af de jobparate, som på periodens sidste dag har været på ydelsen i mere end 92 dage, der har haft en samtale i de seneste 92 dage. Tallet måler hyppighed; om samtalerne var rettidige efter loven, er et andet nøgletal.",
            Formula = "Personer med en samtale i de seneste 92 dage / personer over 92 dage på ydelsen, på sidste dag, gange 100.", Source = Cases, Decimals = 1, MoreIsBetter = true,
        },
        new("samtaler.pr-borger", "Samtaler for hver borger på ydelse", "samtaler", 1, new Ratio(new Events(new(StandardFacts.Conversations)), new Heads(Benefits, Presence.InPeriod), 1))
        {
            Definition = "Holdte samtaler i perioden delt med borgere, der fik en ydelse i perioden.", Formula = "Samtaler / borgere på ydelse.", Source = Cases, Decimals = 1, Rhythm = Rhythm.TwelveMonths, MoreIsBetter = true,
        },
        new("sanktioner.antal", "Sanktioner", "sanktioner", 1, new Events(new(StandardFacts.Sanctions)))
        {
            Definition = "Sanktioner, der er besluttet i perioden.", Formula = "Antal sanktioner.", Source = Cases, OfficialTable = "jobindsats Y01H01", Rhythm = Rhythm.TwelveMonths,
        },
        new("arbejdspligt.timer", "Timer i arbejdspligt for hver borger", "timer", 1, new Ratio(new Total(Duty, "hours"), new Heads(Duty, Presence.InPeriod), 1))
        {
            Definition = "Udførte timer i perioden (indsatser på en arbejdsplads og lønnede timer) delt med borgere omfattet af arbejdspligt i perioden. " + DutyKnown, Formula = "Timer / borgere.", Source = DutySource, Decimals = 1,
        },
        new("arbejdspligt.borgere", "Borgere med arbejdspligt", "borgere", 1, new Heads(Duty, Presence.InPeriod))
        {
            Definition = "Borgere, der i perioden får en ydelse, som loven på dagen giver arbejdspligt. " + DutyKnown, Formula = "Antal forskellige borgere.", Source = DutySource,
        },
        new("arbejdspligt.daekning", "Udførte timer af arbejdspligtens timer", "pct.", 1, new Ratio(new Total(Duty, "hours"), new Total(Duty, "required")))
        {
            Definition = "Udførte timer som andel af de timer, loven som udgangspunkt kræver. Den konkrete vurdering, som kan give færre timer, står ikke i registeret. " + DutyKnown, Formula = "Udførte timer / krævede timer, gange 100.",
            Source = DutySource, Decimals = 1, MoreIsBetter = true,
        },
    ];

    private const string DutySource = Cases + ", eIndkomst og loven, som den gælder i kommunen";

    private const string DutyKnown = "Registeret kender ydelsen, men ikke kontanthjælpens satser, så efter 30. juni 2025 kan tallet ikke opgøres.";

    private const string LawAndCases = Cases + " og loven, som den gælder i kommunen";

    private const string ByLaw = "Fristen er den, loven gav på den dag, forløbet begyndte. Har borgeren forladt ydelsen før fristen, eller er lovens frist ikke kendt, tæller samtalen ikke med.";
}
