using Virker.Insight;
using Virker.Kernel;
using Virker.Platform;
using Virker.Rules;

namespace Virker.Casework;

/// <summary>Who is in which intervention.</summary>
public static class InterventionFacts
{
    public static readonly Dimension Workplaces = new(
        "workplace",
        "Arbejdsplads",
        [
            new(1, "privat", "Privat arbejdsplads"),
            new(2, "forening", "Forening eller organisation"),
            new(3, "kommunal", "Kommunal arbejdsplads"),
            new(4, "regional", "Regional arbejdsplads"),
            new(5, "statslig", "Statslig arbejdsplads"),
        ]
    );

    public static readonly FactColumn Kind = new("kind", "Indsats", "Indsatsens slags", CodeFacts.Interventions)
    {
        Said = new Dictionary<string, string>
        {
            ["ordinaer-uddannelse"] = "ordinær uddannelse",
            ["vejledning-opkvalificering"] = "vejledning og opkvalificering",
            ["voksenlaerling"] = "voksenlærlingeforløb",
            ["virksomhedspraktik"] = "virksomhedspraktik",
            ["loentilskud"] = "løntilskud",
        },
    };

    public static readonly FactColumn Workplace = new(
        "workplace",
        "Arbejdsplads",
        "Arbejdspladsens slags, hvor indsatsen er på en arbejdsplads",
        Workplaces
    );

    public static readonly TableDeclaration Table = new("interventions", FactShape.Spells, FactSubject.Person)
    {
        Name = "Indsatser",
        Meaning = "Tilbud og indsatser, fra første til sidste dag.",
        Source = FactSources.Cases,
        Columns = [Kind, Workplace],
        Words = new("er i {kind|en indsats}", "forløb i {kind|en indsats}"),
        WhenMissing = "Kommunens indsatser og tilbud er ikke indlæst.",
    };
}

/// <summary>The conversations that were held.</summary>
internal static class ConversationFacts
{
    public static readonly FactColumn Kind = new(
        "kind",
        "Slags",
        "Hvordan samtalen blev holdt",
        new(
            "conversation-channel",
            "Samtaleform",
            [new(1, "fremmoede", "Fremmøde"), new(2, "telefon", "Telefon"), new(3, "video", "Video")]
        )
    );

    public static readonly TableDeclaration Table = new("conversations", FactShape.Events, FactSubject.Person)
    {
        Name = "Samtaler",
        Meaning = "Holdte samtaler i kontaktforløbet.",
        Source = FactSources.Cases,
        Columns = [Kind],
        Words = TableWords.OfOneDay("har en samtale", "samtaler, der er holdt i perioden", "samtaler") with
        {
            Past = "har haft en samtale",
        },
        WhenMissing = "Kommunens samtaler er ikke indlæst.",
    };
}

/// <summary>Interventions, and the conversations that were held.</summary>
internal sealed class CourseFactSource(VirkerContext db) : IFactSource
{
    public IReadOnlyList<TableDeclaration> Tables => [InterventionFacts.Table, ConversationFacts.Table];

    public IReadOnlyList<Type> Reads => [typeof(InterventionRow), typeof(MeetingRow)];

    public bool ReadsByPerson => true;

    public Task<string> VersionAsync(CancellationToken ct) => TableStamp.OfAsync(db, Reads, ct);

    public async Task LoadAsync(FactLoad load, CancellationToken ct)
    {
        var kinds = CodeList.Interventions.All.ToDictionary(c => c.Id, c => c.Number!.Value);
        var interventions = new FactTableBuilder(InterventionFacts.Table, load.Persons.Count);
        await RowReader.ReadAsync(
            db,
            $"select citizen_id, from_day, to_day, kind, workplace from interventions{RowReader.Where(db, "citizen_id", load.Only)}",
            row =>
                interventions
                    .Spell(load.Persons.Of(new CitizenId(row.Id(0))), row.Day(1), row.DayOrNull(2))
                    .Set(InterventionFacts.Kind, kinds[row.Text(3)])
                    .Set(
                        InterventionFacts.Workplace,
                        InterventionFacts.Workplaces.NumberOf(row.IsNull(4) ? null : row.Text(4))
                    ),
            ct
        );
        load.Add(interventions.Build());

        var conversations = new FactTableBuilder(ConversationFacts.Table, load.Persons.Count);
        await RowReader.ReadAsync(
            db,
            $"select citizen_id, at, channel from meetings where status = '{MeetingStatus.Held.Code}'{RowReader.Where(db, "citizen_id", load.Only, "and")}",
            row =>
                conversations
                    .Event(load.Persons.Of(new CitizenId(row.Id(0))), DanishDay(row.Instant(1)))
                    .Set(ConversationFacts.Kind, ConversationFacts.Kind.Dimension!.NumberOf(row.Text(2))),
            ct
        );
        load.Add(conversations.Build());
    }

    /// <summary>Conversations are held by day, so the Danish and the UTC day are the same.</summary>
    private static DateOnly DanishDay(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime);
}
