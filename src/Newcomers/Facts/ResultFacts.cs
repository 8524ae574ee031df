using Virker.Insight;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Newcomers;

/// <summary>What the municipality got a result grant for.</summary>
internal static class ResultGrantFacts
{
    public static readonly FactColumn Kind = new(
        "kind",
        "Resultat",
        "Hvad tilskuddet er givet for",
        new(
            "result-grant",
            "Resultattilskud for",
            [
                new(1, "uddannelse", "Ordinær uddannelse"),
                new(2, "arbejde", "Ordinært arbejde"),
                new(3, "danskuddannelse", "Danskuddannelse"),
            ]
        )
    )
    {
        Said = new Dictionary<string, string>
        {
            ["uddannelse"] = "ordinær uddannelse",
            ["arbejde"] = "ordinært arbejde",
            ["danskuddannelse"] = "danskuddannelse",
        },
    };

    public static readonly TableDeclaration Table = new("result-grants", FactShape.Events, FactSubject.Person)
    {
        Name = "Resultattilskud",
        Meaning = "Dagen, hvor kommunen fik resultattilskud for en person.",
        Source = NewcomerSources.Cases,
        Columns = [Kind],
        Words = TableWords.OfOneDay(
            "får resultattilskud",
            "resultattilskud{kind|| for *}, som kommunen har fået i perioden",
            "tilskud"
        ),
    };
}

/// <summary>Who is on a Danish course.</summary>
internal static class DanishCourseFacts
{
    public static readonly TableDeclaration Table = new("danish-courses", FactShape.Spells, FactSubject.Person)
    {
        Name = "Danskuddannelse",
        Meaning = "Dage, hvor personen går på danskuddannelse.",
        Source = NewcomerSources.Cases,
        Words = new("går på danskuddannelse", "forløb på danskuddannelse"),
    };
}

/// <summary>What the programme led to: result grants, and days on Danish courses.</summary>
internal sealed class ResultFactSource(VirkerContext db) : IFactSource
{
    public IReadOnlyList<TableDeclaration> Tables => [ResultGrantFacts.Table, DanishCourseFacts.Table];

    public IReadOnlyList<Type> Reads => [typeof(ResultGrantRow), typeof(DanishCourseRow)];

    public bool ReadsByPerson => true;

    public Task<string> VersionAsync(CancellationToken ct) => TableStamp.OfAsync(db, Reads, ct);

    public async Task LoadAsync(FactLoad load, CancellationToken ct)
    {
        var only = RowReader.Where(db, "citizen_id", load.Only);
        var grants = new FactTableBuilder(ResultGrantFacts.Table);
        await RowReader.ReadAsync(
            db,
            $"select citizen_id, kind, granted_on from result_grants{only}",
            row =>
                grants
                    .Event(load.Persons.Of(new CitizenId(row.Id(0))), row.Day(2))
                    .Set(ResultGrantFacts.Kind, ResultGrantFacts.Kind.Dimension!.NumberOf(row.Text(1))),
            ct
        );
        load.Add(grants.Build());

        var courses = new FactTableBuilder(DanishCourseFacts.Table);
        await RowReader.ReadAsync(db, $"select citizen_id, from_day, to_day from danish_courses{only}", row =>
            courses.Spell(load.Persons.Of(new CitizenId(row.Id(0))), row.Day(1), row.DayOrNull(2)), ct);
        load.Add(courses.Build());
    }
}
