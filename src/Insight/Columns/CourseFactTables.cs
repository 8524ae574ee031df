namespace Virker.Insight;

/// <summary>Declared tables about the case itself and the newcomers' way through the programme; with those of <see cref="StandardFacts"/> they are what the catalogue stands on.</summary>
public static class CourseFactTables
{
    private const string Integration = "Kommunens integrationssager";
    private const string Cases = "Kommunens egne sager";

    public static readonly TableDeclaration ResultGrants = Of(StandardFacts.ResultGrants, "Resultattilskud", "Dagen, hvor kommunen fik resultattilskud for en person.", FactShape.Events, Integration,
        new ColumnDeclaration("kind", "Resultat", "Hvad tilskuddet er givet for", StandardDimensions.ResultGrant));

    public static readonly TableDeclaration DanishCourses = Of(StandardFacts.DanishCourses, "Danskuddannelse", "Dage, hvor personen går på danskuddannelse.", FactShape.Spells, Integration);

    public static readonly TableDeclaration Repatriations = Of(StandardFacts.Repatriations, "Repatrieringer", "Dagen, hvor en person vendte tilbage til sit hjemland.", FactShape.Events, Integration);

    public static readonly TableDeclaration Sanctions = Of(StandardFacts.Sanctions, "Sanktioner", "Dagen, hvor en sanktion blev besluttet.", FactShape.Events, Cases);

    public static readonly TableDeclaration OpenCases = Of(StandardFacts.OpenCases, "Sager med sagsbehandler", "Dage, hvor en sagsbehandler har personens sag; én række for hver sagsbehandler.", FactShape.Spells, Cases);

    public static readonly TableDeclaration WorkerChanges = Of(StandardFacts.WorkerChanges, "Skift af sagsbehandler", "Dagen, hvor en anden sagsbehandler overtog en løbende sag.", FactShape.Events, Cases);

    public static readonly TableDeclaration CaseWorkers = new(StandardFacts.CaseWorkers, "Sagsbehandlere med sager", "Dage, hvor sagsbehandleren har mindst én sag; én række for hver sag.", FactShape.Spells, FactSubject.CaseWorker, Cases, []);

    public static readonly TableDeclaration WorkDuty = Of(StandardFacts.WorkDuty, "Arbejdspligt", "Én række for hver måned med arbejdspligt og de timer, der er udført.", FactShape.Spells, "Kommunens registrering af arbejdspligt",
        new ColumnDeclaration("hours", "Timer", "Udførte timer i måneden", Unit: "timer"));

    public static IReadOnlyList<TableDeclaration> All => [ResultGrants, DanishCourses, Repatriations, Sanctions, OpenCases, WorkerChanges, CaseWorkers, WorkDuty];

    private static TableDeclaration Of(string id, string name, string meaning, FactShape shape, string source, params ColumnDeclaration[] columns) =>
        new(id, name, meaning, shape, FactSubject.Person, source, columns);
}
