using Microsoft.EntityFrameworkCore;
using Virker.Insight;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>Numbers the citizens for the figures, and names those behind a figure.</summary>
[Part]
internal sealed class PersonRegister(VirkerContext db, IStaffDirectory directory) : IPersonRegister
{
    public async Task<DateOnly?> DataDateAsync(CancellationToken ct) =>
        await db.Set<RegisterDateRow>()
            .Where(r => r.Source != RegisterDateRow.Income)
            .MinAsync(r => (DateOnly?)r.LastDay, ct);

    public async Task<IPersonNumbers> NumbersAsync(CancellationToken ct)
    {
        var numbers = new Numbers();

        // With the birth date, so that SQLite reads the table and not its index: other tables' rows were written in the
        // same order.
        await RowReader.ReadAsync(
            db,
            "select id, born from citizens",
            row => numbers.Add(new CitizenId(row.Id(0))),
            ct
        );
        return numbers;
    }

    public async Task<IReadOnlyList<PersonBehind>> DescribeAsync(
        IReadOnlyCollection<CitizenId> citizens,
        CancellationToken ct
    )
    {
        var ids = citizens.ToList();
        var rows = await (
            from citizen in db.Set<CitizenRow>()
            where ids.Contains(citizen.Id)
            join c in db.Set<CaseRow>().Where(c => c.Closed == null) on citizen.Id equals c.CitizenId into cases
            from c in cases.DefaultIfEmpty()
            orderby citizen.SearchName, citizen.Id
            select new
            {
                citizen.Id,
                citizen.GivenName,
                citizen.FamilyName,
                citizen.AddressProtected,
                Team = c == null ? (TeamId?)null : c.TeamId,
                Worker = c == null ? null : c.WorkerId,
            }
        ).ToListAsync(ct);
        var staff = await directory.ReadAsync(ct);
        return
        [
            .. rows.Select(r => new PersonBehind(
                r.Id,
                $"{r.GivenName} {r.FamilyName}",
                staff.NameOf(r.Team) ?? "",
                staff.NameOf(r.Worker),
                r.AddressProtected != false
            )),
        ];
    }

    public async Task<IReadOnlyList<PersonNamed>> NamesAsync(
        IReadOnlyCollection<CitizenId> citizens,
        CancellationToken ct
    )
    {
        var named = new List<PersonNamed>(citizens.Count);
        await RowReader.ReadAsync(
            db,
            $"select id, given_name, family_name, address_protected from citizens{RowReader.Where(db, "id", citizens)}",
            row => named.Add(new(new CitizenId(row.Id(0)), $"{row.Text(1)} {row.Text(2)}", row.Truth(3) != false)),
            ct
        );
        return named;
    }

    private sealed class Numbers : IPersonNumbers
    {
        private readonly Dictionary<CitizenId, int> _numbers = [];
        private readonly List<CitizenId> _ids = [];

        public int Count => _ids.Count;

        public int Of(CitizenId citizen) => _numbers[citizen];

        public CitizenId IdOf(int number) => _ids[number];

        public bool Has(CitizenId citizen) => _numbers.ContainsKey(citizen);

        public void Add(CitizenId citizen)
        {
            _numbers.Add(citizen, _ids.Count);
            _ids.Add(citizen);
        }
    }
}
