using Virker.Insight;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>Who the citizens are and when they lived here.</summary>
internal sealed class PersonFactSource(VirkerContext db) : IFactSource
{
    private static readonly HashSet<string> Western =
    [
        "AT",
        "BE",
        "BG",
        "CY",
        "CZ",
        "DE",
        "EE",
        "ES",
        "FI",
        "FR",
        "GB",
        "GR",
        "HR",
        "HU",
        "IE",
        "IT",
        "LT",
        "LU",
        "LV",
        "MT",
        "NL",
        "PL",
        "PT",
        "RO",
        "SE",
        "SI",
        "SK",
        "AD",
        "AU",
        "CA",
        "CH",
        "IS",
        "LI",
        "MC",
        "NO",
        "NZ",
        "SM",
        "US",
        "VA",
    ];

    public IReadOnlyList<TableDeclaration> Tables => [PersonFacts.Table, ResidenceFacts.Table];

    public IReadOnlyList<Type> Reads => [typeof(CitizenRow)];

    public bool ReadsByPerson => true;

    public Task<string> VersionAsync(CancellationToken ct) => TableStamp.OfAsync(db, Reads, ct);

    public async Task LoadAsync(FactLoad load, CancellationToken ct)
    {
        var persons = new FactTableBuilder(PersonFacts.Table, load.Persons.Count)
        {
            IsPart = load.Only is not null,
        };
        var residence = new FactTableBuilder(ResidenceFacts.Table, load.Persons.Count);
        await RowReader.ReadAsync(
            db,
            $"select id, born, sex, origin, residence_from, residence_to from citizens{RowReader.Where(db, "id", load.Only)}",
            row =>
            {
                var person = load.Persons.Of(new CitizenId(row.Id(0)));
                persons
                    .Subject(person)
                    .Set(PersonFacts.Born, row.Day(1).DayNumber)
                    .Set(PersonFacts.Sex, row.Int(2))
                    .Set(PersonFacts.Origin, Origin(row.Text(3)));
                residence.Spell(person, row.Day(4), row.DayOrNull(5));
            },
            ct
        );
        load.Add(persons.Build());
        load.Add(residence.Build());
    }

    /// <summary>Statistics Denmark's three origins: 1 Danish, 2 western countries, 3 the others.</summary>
    private static int Origin(string country) => country == "DK" ? 1 : Western.Contains(country) ? 2 : 3;
}
