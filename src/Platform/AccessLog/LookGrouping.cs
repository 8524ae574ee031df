using Virker.Kernel;

namespace Virker.Platform;

/// <summary>
/// Puts the rows of the access log together by request: a page asks several questions, each with its own rows, and a
/// list has a row for each citizen. The log is read newest first, a stretch at a time,
/// until there is a page of groups. A reference that jobs use again is a new group after a minute.
/// </summary>
internal sealed class LookGrouping(LookReader log)
{
    private const int Stretch = 500, MostRows = 20_000, MostNamed = 25, MostGroups = 200;

    private static readonly TimeSpan Together = TimeSpan.FromMinutes(1);

    public async Task<LookGroupsPage> ReadAsync(SearchAccessLog query, CancellationToken ct)
    {
        var (drafts, next) = await DraftsAsync(query, ct);
        var lines = await log.LinesAsync([.. drafts.Select(d => d.Shown)], ct);
        var names = await log.NamesAsync(drafts.SelectMany(d => d.Citizens.Take(MostNamed)), ct);
        var groups = drafts.Zip(
            lines,
            (d, line) =>
                new LookGroup(
                    line,
                    [.. d.Citizens.Take(MostNamed).Select(c => new LookedAt(c, names.GetValueOrDefault(c)))],
                    d.Citizens.Count,
                    [.. d.Purposes],
                    d.Rows
                )
        );
        return new([.. groups], next, query.WithoutOwn ? await log.OwnAsync(query, ct) : 0);
    }

    private async Task<(IReadOnlyList<Draft> Drafts, long? Next)> DraftsAsync(
        SearchAccessLog query,
        CancellationToken ct
    )
    {
        var (drafts, open) = (new List<Draft>(), new Dictionary<(string, string), Draft>());
        var (before, take) = (query.Before, Math.Clamp(query.Take, 1, MostGroups));
        for (var read = 0; read < MostRows; read += Stretch)
        {
            var rows = await log.RowsAsync(query with { Before = before }, Stretch, ct);
            foreach (var row in rows)
            {
                var who = (row.Reference, row.UserId is { } user ? Convert.ToHexString(user) : "");
                if (open.TryGetValue(who, out var draft) && draft.At - ChainValues.Instant(row.At) <= Together)
                    draft.Add(row);
                else if (drafts.Count == take)
                    return (drafts, row.Sequence + 1);
                else
                    drafts.Add(open[who] = new(row));
            }

            if (rows.Count < Stretch) return (drafts, null);
            before = rows[^1].Sequence;
        }

        return (drafts, before);
    }

    private sealed class Draft(AccessLogRow newest)
    {
        private readonly HashSet<CitizenId> _citizens = [LookReader.CitizenOf(newest)];
        private readonly HashSet<string> _purposes = [newest.Purpose];

        public DateTimeOffset At { get; } = ChainValues.Instant(newest.At);

        public AccessLogRow Shown { get; private set; } = newest;

        public IReadOnlyCollection<CitizenId> Citizens => _citizens;

        public IReadOnlyCollection<string> Purposes => _purposes;

        public int Rows { get; private set; } = 1;

        public void Add(AccessLogRow row)
        {
            if (Shown.Review == 0 && row.Review == 1) Shown = row;
            _citizens.Add(LookReader.CitizenOf(row));
            _purposes.Add(row.Purpose);
            Rows++;
        }
    }
}
