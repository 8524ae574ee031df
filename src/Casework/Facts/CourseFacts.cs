using Virker.Insight;
using Virker.Kernel;
using Virker.Platform;
using Virker.Rules;

namespace Virker.Casework;

/// <summary>Interventions, and the conversations that were held.</summary>
internal sealed class CourseFacts(VirkerContext db) : IFactSource
{
    private static readonly Dimension Channels = new(
        "conversation-channel",
        "Samtaleform",
        [new(1, "fremmoede", "Fremmøde"), new(2, "telefon", "Telefon"), new(3, "video", "Video")]
    );

    public IReadOnlyList<string> Tables => [StandardFacts.Interventions, StandardFacts.Conversations];

    public IReadOnlyList<string> Reads => ["interventions", "meetings"];

    public bool ReadsByPerson => true;

    public Task<string> VersionAsync(CancellationToken ct) => TableStamp.OfAsync(db, Reads, ct);

    public async Task LoadAsync(FactLoad load, CancellationToken ct)
    {
        var kinds = CodeList.Interventions.All.ToDictionary(c => c.Id, c => c.Number!.Value);
        var interventions = new FactTableBuilder(
            StandardFacts.InterventionTable(CodeFacts.Interventions),
            load.Persons.Count
        );
        await RowReader.ReadAsync(
            db,
            $"select citizen_id, from_day, to_day, kind, workplace from interventions{RowReader.Where(db, "citizen_id", load.Only)}",
            row =>
                interventions
                    .Spell(load.Persons.Of(new CitizenId(row.Id(0))), row.Day(1), row.DayOrNull(2))
                    .Set(0, kinds[row.Text(3)])
                    .Set(1, Workplace(row.IsNull(4) ? "" : row.Text(4))),
            ct
        );
        load.Add(interventions.Build());

        var conversations = new FactTableBuilder(StandardFacts.ConversationTable(Channels), load.Persons.Count);
        await RowReader.ReadAsync(
            db,
            $"select citizen_id, at, channel from meetings where status = '{MeetingStatus.Held}'{RowReader.Where(db, "citizen_id", load.Only, "and")}",
            row =>
                conversations
                    .Event(load.Persons.Of(new CitizenId(row.Id(0))), DanishDay(row.Instant(1)))
                    .Set(0, Channel(row.Text(2))),
            ct
        );
        load.Add(conversations.Build());
    }

    private static int Workplace(string kind) =>
        StandardDimensions.Workplace.Has(kind) ? StandardDimensions.Workplace[kind] : 0;

    private static int Channel(string channel) =>
        channel switch
        {
            "fremmoede" => 1,
            "telefon" => 2,
            "video" => 3,
            _ => 0,
        };

    /// <summary>Conversations are held by day, so the Danish and the UTC day are the same.</summary>
    private static DateOnly DanishDay(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime);
}
