using Virker.Kernel;
using Virker.Platform;
using Virker.Rules;

namespace Virker.Casework;

/// <summary>
/// Whole histories of benefits (the register's code 1–15), person by person and without identity, for modules that
/// count weeks and money.
/// </summary>
public interface IBenefitHistories
{
    /// <summary>
    /// Calls <paramref name="person"/> once for each person who is on a benefit between two days, with every spell up
    /// to the last of them by first day.
    /// </summary>
    Task ReadAsync(DateOnly from, DateOnly to, Action<IReadOnlyList<Stay>> person, CancellationToken ct = default);
}

[Part]
internal sealed class BenefitHistories(VirkerContext db) : IBenefitHistories
{
    public async Task ReadAsync(
        DateOnly from,
        DateOnly to,
        Action<IReadOnlyList<Stay>> person,
        CancellationToken ct = default
    )
    {
        var history = new List<Stay>();
        var current = Guid.Empty;
        var sql = $"""
            select citizen_id, benefit, from_day, to_day from benefit_spells
            where from_day <= '{to:yyyy-MM-dd}' and citizen_id in (select citizen_id from benefit_spells where from_day <= '{to:yyyy-MM-dd}' and (to_day is null or to_day >= '{from:yyyy-MM-dd}'))
            order by citizen_id, from_day
            """;
        await RowReader.ReadAsync(db, sql, row =>
        {
            if (row.Id(0) != current && history.Count > 0) Tell();
            current = row.Id(0);
            history.Add(new(row.Int(1), row.Day(2), row.DayOrNull(3) is { } last && last < to ? last : to));
        }, ct);
        if (history.Count > 0) Tell();

        void Tell()
        {
            person(history);
            history.Clear();
        }
    }
}
