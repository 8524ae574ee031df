using Virker.Insight;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Youth;

/// <summary>Young people's education: the courses, what they have completed, and the day they left school.</summary>
internal sealed class EducationFacts(VirkerContext db) : IFactSource
{
    private const int InProgress = 1;
    private const int Completed = 2;
    private const int BrokenOff = 3;

    public IReadOnlyList<string> Tables =>
        [StandardFacts.Education, StandardFacts.Qualifications, StandardFacts.SchoolLeaving];

    public IReadOnlyList<string> Reads => ["education_spells"];

    public bool ReadsByPerson => true;

    public Task<string> VersionAsync(CancellationToken ct) => TableStamp.OfAsync(db, Reads, ct);

    public async Task LoadAsync(FactLoad load, CancellationToken ct)
    {
        var education = new FactTableBuilder(StandardFacts.EducationTable, load.Persons.Count);
        var qualifications = new FactTableBuilder(StandardFacts.QualificationTable, load.Persons.Count);
        var leaving = new FactTableBuilder(StandardFacts.SchoolLeavingTable, load.Persons.Count);
        await RowReader.ReadAsync(
            db,
            $"select citizen_id, kind, from_day, to_day, ending from education_spells{RowReader.Where(db, "citizen_id", load.Only)}",
            row =>
            {
                var person = load.Persons.Of(new CitizenId(row.Id(0)));
                var (level, to, ending) = (Level(row.Text(1)), row.DayOrNull(3), row.IsNull(4) ? null : row.Text(4));
                education
                    .Spell(person, row.Day(2), to)
                    .Set(0, level)
                    .Set(
                        1,
                        ending switch
                        {
                            null => InProgress,
                            "gennemfoert" => Completed,
                            _ => BrokenOff,
                        }
                    );
                if (to is not { } done || ending != "gennemfoert")
                    return;
                qualifications.Spell(person, done, null).Set(0, level);
                if (level == 1)
                    leaving.Event(person, done);
            },
            ct
        );
        load.Add(education.Build());
        load.Add(qualifications.Build());
        load.Add(leaving.Build());
    }

    /// <summary>The numbers of the standard dimension.</summary>
    private static int Level(string kind)
    {
        var level = StandardDimensions.EducationLevel;
        return kind switch
        {
            "eux" => level["eud"],
            "stu" => level["anden"],
            _ when level.Has(kind) => level[kind],
            _ => level["anden"],
        };
    }
}
