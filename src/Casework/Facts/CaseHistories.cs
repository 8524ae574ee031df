using System.Globalization;
using Virker.Kernel;
using Virker.Platform;
using Virker.Rules;

namespace Virker.Casework;

/// <summary>
/// What the register knows of everybody who is on a benefit between two days, as the law asks about it: for those who
/// put a question of law to the whole municipality at once.
/// </summary>
public interface ICaseHistories
{
    Task<CaseRegister> ReadAsync(DateOnly from, DateOnly to, CancellationToken ct = default);
}

/// <summary>The histories, and at the same places in the list who they are about.</summary>
public sealed record CaseRegister(IReadOnlyList<CitizenId> Citizens, SimulatedRegister Register);

[Part]
internal sealed class CaseHistories(VirkerContext db) : ICaseHistories
{
    public async Task<CaseRegister> ReadAsync(DateOnly from, DateOnly to, CancellationToken ct = default)
    {
        var (draft, teams) = (new Draft(to), new List<string>());
        var numberOf = new Dictionary<Guid, int>();
        var whose =
            $"citizen_id in (select citizen_id from benefit_spells where from_day <= '{to:yyyy-MM-dd}' and (to_day is null or to_day >= '{from:yyyy-MM-dd}'))";
        await RowReader.ReadAsync(
            db,
            "select id, name from teams order by name, id",
            row =>
            {
                teams.Add(row.Text(1));
                numberOf.Add(row.Id(0), teams.Count);
            },
            ct
        );
        await RowReader.ReadAsync(
            db,
            $"select id, born from citizens where {whose.Replace("citizen_id in", "id in", StringComparison.Ordinal)}",
            row => draft.Citizen(row.Id(0), row.Day(1)),
            ct
        );
        await SpellsAsync(
            $"select citizen_id, benefit, from_day, to_day from benefit_spells where {whose} order by from_day",
            draft,
            c => c.Benefits,
            ct
        );
        await SpellsAsync(
            $"select citizen_id, target_group, from_day, to_day from target_group_spells where {whose} order by from_day",
            draft,
            c => c.TargetGroups,
            ct
        );
        await RowReader.ReadAsync(
            db,
            $"select c.citizen_id, a.team_id, a.from_day, a.to_day from case_assignments a join cases c on c.id = a.case_id where c.{whose} order by a.from_day",
            row => draft.Of(row.Id(0)).Teams.Add(new(numberOf[row.Id(1)], row.Day(2), draft.Ended(row.DayOrNull(3)))),
            ct
        );
        await RowReader.ReadAsync(
            db,
            $"select citizen_id, at from meetings where status = '{MeetingStatus.Held.Code}' and at >= {Instant(from)} and at < {Instant(to.AddDays(1))} and {whose}",
            row => draft.Of(row.Id(0)).Conversations.Add(row.Instant(1).DanishDate()),
            ct
        );
        await RowReader.ReadAsync(
            db,
            $"select citizen_id, kind, workplace, from_day, to_day from interventions where from_day between '{from:yyyy-MM-dd}' and '{to:yyyy-MM-dd}' and {whose} order by from_day",
            row =>
                draft
                    .Of(row.Id(0))
                    .Placements.Add(
                        new(row.Text(1), row.IsNull(2) ? null : row.Text(2), row.Day(3), draft.Ended(row.DayOrNull(4)))
                    ),
            ct
        );
        await RowReader.ReadAsync(
            db,
            $"select citizen_id, month, hours from paid_hours where month between '{from:yyyy-MM-dd}' and '{to:yyyy-MM-dd}' and {whose} order by month",
            row => draft.Of(row.Id(0)).PaidHours.Add(new(row.Day(1), row.Int(2))),
            ct
        );
        return draft.Finish(teams);
    }

    /// <summary>A Danish day's first moment as the column compares it.</summary>
    private string Instant(DateOnly day) =>
        day.DanishStart() is var at && db.Dialect == Dialect.Sqlite
            ? at.UtcTicks.ToString(CultureInfo.InvariantCulture)
            : $"'{at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)}+00'";

    private Task SpellsAsync(string sql, Draft draft, Func<Lists, List<Stay>> list, CancellationToken ct) =>
        RowReader.ReadAsync(
            db,
            sql,
            row =>
            {
                if (row.Day(2) <= draft.Until)
                    list(draft.Of(row.Id(0))).Add(new(row.Int(1), row.Day(2), draft.Ended(row.DayOrNull(3))));
            },
            ct
        );

    /// <summary>The histories while they are read.</summary>
    private sealed class Draft(DateOnly until)
    {
        private readonly Dictionary<Guid, int> _numbers = [];
        private readonly List<(CitizenId Citizen, DateOnly Born, Lists Lists)> _all = [];

        public DateOnly Until => until;

        public void Citizen(Guid id, DateOnly born)
        {
            _numbers.Add(id, _all.Count);
            _all.Add((new CitizenId(id), born, new Lists()));
        }

        public Lists Of(Guid citizen) => _all[_numbers[citizen]].Lists;

        public DateOnly Ended(DateOnly? to) => to is { } day && day < until ? day : until;

        public CaseRegister Finish(IReadOnlyList<string> teams) =>
            new(
                [.. _all.Select(c => c.Citizen)],
                new(
                    [
                        .. _all.Select(c => new CaseHistory(c.Born)
                        {
                            Benefits = c.Lists.Benefits,
                            TargetGroups = c.Lists.TargetGroups,
                            Teams = c.Lists.Teams,
                            Conversations = c.Lists.Conversations,
                            Placements = c.Lists.Placements,
                            PaidHours = c.Lists.PaidHours,
                        }),
                    ],
                    teams
                )
            );
    }

    private sealed class Lists
    {
        public readonly List<Stay> Benefits = [], TargetGroups = [], Teams = [];
        public readonly List<DateOnly> Conversations = [];
        public readonly List<CaseHistory.Placement> Placements = [];
        public readonly List<CaseHistory.PaidMonth> PaidHours = [];
    }
}
