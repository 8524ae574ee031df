using Virker.Casework;
using Virker.Insight;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Youth;

/// <summary>The education that somebody has, from the day it was completed.</summary>
internal static class QualificationFacts
{
    public static readonly FactColumn Level = new("level", "Uddannelse", "Uddannelsens slags", EducationFacts.Levels)
    {
        Said = EducationFacts.LevelsSaid,
    };

    public static readonly TableDeclaration Table = new("qualifications", FactShape.Spells, FactSubject.Person)
    {
        Name = "Gennemført uddannelse",
        Meaning = "Uddannelse, som personen har, fra den dag den er gennemført.",
        Source = YouthSources.Database,
        Columns = [Level],
        Words = new("har gennemført {level|en uddannelse}", "gennemførte forløb på {level|en uddannelse}"),
    };
}

/// <summary>When somebody left school.</summary>
internal static class SchoolLeavingFacts
{
    public static readonly TableDeclaration Table = new("school-leaving", FactShape.Events, FactSubject.Person)
    {
        Name = "Afsluttet grundskole",
        Meaning = "Dagen, hvor den unge gik ud af grundskolen (9. eller 10. klasse).",
        Source = YouthSources.Database,
        Words = new("går ud af grundskolen", "afgange fra grundskolen")
        {
            Events = "afgange fra grundskolen i perioden",
            IsOneDay = true,
        },
    };
}

/// <summary>Young people's education: the courses, what they have completed, and the day they left school.</summary>
internal sealed class EducationFactSource(VirkerContext db) : IFactSource
{
    public IReadOnlyList<TableDeclaration> Tables =>
        [EducationFacts.Table, QualificationFacts.Table, SchoolLeavingFacts.Table];

    public IReadOnlyList<Type> Reads => [typeof(EducationSpellRow)];

    public bool ReadsByPerson => true;

    public Task<string> VersionAsync(CancellationToken ct) => TableStamp.OfAsync(db, Reads, ct);

    public async Task LoadAsync(FactLoad load, CancellationToken ct)
    {
        var education = new FactTableBuilder(EducationFacts.Table, load.Persons.Count);
        var qualifications = new FactTableBuilder(QualificationFacts.Table, load.Persons.Count);
        var leaving = new FactTableBuilder(SchoolLeavingFacts.Table, load.Persons.Count);
        await RowReader.ReadAsync(
            db,
            $"select citizen_id, kind, from_day, to_day, ending from education_spells{RowReader.Where(db, "citizen_id", load.Only)}",
            row =>
            {
                var person = load.Persons.Of(new CitizenId(row.Id(0)));
                var (level, to, ending) = (Level(row.Text(1)), row.DayOrNull(3), row.IsNull(4) ? null : row.Text(4));
                education
                    .Spell(person, row.Day(2), to)
                    .Set(EducationFacts.Level, level)
                    .Set(
                        EducationFacts.Outcome,
                        ending switch
                        {
                            null => "i-gang",
                            "gennemfoert" => "gennemfoert",
                            _ => "afbrudt",
                        }
                    );
                if (to is not { } done || ending != "gennemfoert")
                    return;
                qualifications.Spell(person, done, null).Set(QualificationFacts.Level, level);
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
        var level = EducationFacts.Levels;
        return kind switch
        {
            "eux" => level["eud"],
            "stu" => level["anden"],
            _ when level.Has(kind) => level[kind],
            _ => level["anden"],
        };
    }
}
