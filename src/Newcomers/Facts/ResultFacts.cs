using Virker.Insight;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Newcomers;

/// <summary>What the programme led to: result grants, and days on Danish courses.</summary>
internal sealed class ResultFacts(VirkerContext db) : IFactSource
{
    public IReadOnlyList<string> Tables => [StandardFacts.ResultGrants, StandardFacts.DanishCourses];

    public IReadOnlyList<string> Reads => ["result_grants", "danish_courses"];

    public bool ReadsByPerson => true;

    public Task<string> VersionAsync(CancellationToken ct) => TableStamp.OfAsync(db, Reads, ct);

    public async Task LoadAsync(FactLoad load, CancellationToken ct)
    {
        var only = RowReader.Where(db, "citizen_id", load.Only);
        var grants = new FactTableBuilder(CourseFactTables.ResultGrants);
        await RowReader.ReadAsync(
            db,
            $"select citizen_id, kind, granted_on from result_grants{only}",
            row =>
                grants
                    .Event(load.Persons.Of(new CitizenId(row.Id(0))), row.Day(2))
                    .Set(
                        0,
                        StandardDimensions.ResultGrant.Has(row.Text(1))
                            ? StandardDimensions.ResultGrant[row.Text(1)]
                            : 0
                    ),
            ct
        );
        load.Add(grants.Build());

        var courses = new FactTableBuilder(CourseFactTables.DanishCourses);
        await RowReader.ReadAsync(db, $"select citizen_id, from_day, to_day from danish_courses{only}", row =>
            courses.Spell(load.Persons.Of(new CitizenId(row.Id(0))), row.Day(1), row.DayOrNull(2)), ct);
        load.Add(courses.Build());
    }
}
