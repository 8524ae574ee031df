using Microsoft.Extensions.DependencyInjection;
using Virker.Casework;
using Virker.Companies;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;
using Virker.Tests.Support;

namespace Virker.Tests.Platform;

/// <summary>What a register delivers is taken in whole or not at all, and a fault says where it is.</summary>
public sealed class RegisterIntakeTests
{
    private static readonly DateOnly Day = new(2023, 5, 1);

    private readonly CitizenId _anna = NewId.Of<CitizenId>();
    private readonly TeamId _team = NewId.Of<TeamId>();
    private readonly CompanyId _bakery = NewId.Of<CompanyId>();

    [Theory, EachDatabase]
    public async Task The_same_delivery_becomes_the_same_rows_in_bulk_and_in_a_register_in_use(Dialect dialect)
    {
        await using var bulk = await TestHouse.OnAsync(dialect);
        await using var used = await TestHouse.OnAsync(dialect);
        (await FillAsync(bulk, Whole())).Refusal.ShouldBeNull();
        (await TakeInAsync(used, Whole())).Refusal.ShouldBeNull();
        foreach (var (table, columns) in Written)
        {
            var rows = await RowsAsync(bulk, table, columns);
            rows.ShouldNotBeEmpty(table);
            (await RowsAsync(used, table, columns)).ShouldBe(rows, table);
        }

        (await bulk.ReadAsync("select kind from journal")).ShouldBe(["bulk"]);
        (await used.CountAsync("journal")).ShouldBeGreaterThan(10);
    }

    [Theory, EachDatabase]
    public async Task A_fault_names_its_place_and_nothing_is_taken_in(Dialect dialect)
    {
        foreach (var (wrong, words) in Faulty())
        {
            await using var house = await TestHouse.OnAsync(dialect);
            var refusal = (await TakeInAsync(house, [.. Whole(), wrong])).Refusal.ShouldNotBeNull(words);
            refusal.Text.ShouldStartWith($"borgere.csv, linje {Whole().Count + 2} (");
            refusal.Text.ShouldContain(words);
            (await house.CountAsync("citizens")).ShouldBe(0);
            (await house.CountAsync("journal")).ShouldBe(0);
        }
    }

    [Theory, EachDatabase]
    public async Task In_bulk_the_same_faults_are_told(Dialect dialect)
    {
        foreach (var (wrong, words) in Faulty())
        {
            await using var house = await TestHouse.OnAsync(dialect);
            var refusal = (await FillAsync(house, [.. Whole(), wrong])).Refusal.ShouldNotBeNull(words);
            refusal.Text.ShouldStartWith($"borgere.csv, linje {Whole().Count + 2} (");
            refusal.Text.ShouldContain(words);
        }
    }

    [Fact]
    public async Task Every_fault_of_a_delivery_is_told_at_once()
    {
        await using var house = await TestHouse.OnSqliteAsync();
        var refusal = (await TakeInAsync(house, [.. Faulty().Select(f => f.Wrong)])).Refusal.ShouldNotBeNull();
        refusal.Every().Count().ShouldBe(Faulty().Count - 1, "the first who is there already is not there now");
    }

    [Theory, EachDatabase]
    public async Task What_is_in_the_register_may_be_referred_to_and_not_delivered_again(Dialect dialect)
    {
        await using var house = await TestHouse.OnAsync(dialect);
        (await TakeInAsync(house, Whole())).Refusal.ShouldBeNull();
        var benefits = await house.CountAsync("benefit_spells");

        (await TakeInAsync(house, [new RegisteredBenefit(_anna, 6, Day.AddYears(1))])).Refusal.ShouldBeNull();
        (await house.CountAsync("benefit_spells")).ShouldBe(benefits + 1);

        var other = new RegisteredBenefit(_anna, 1, Day.AddYears(2));
        var bo = new RegisteredCitizen(NewId.Of<CitizenId>(), SmallTown.CprOf(new(1990, 1, 1)), "Bo", "Prøvesen")
        {
            AddressProtected = false,
            ResidenceFrom = Day,
        };
        var again = (await TakeInAsync(house, [other, bo, Anna() with { Id = NewId.Of<CitizenId>() }])).Refusal;
        again.ShouldNotBeNull().Text.ShouldBe("borgere.csv, linje 4 (borger): Den er i registeret allerede.");
        (await house.CountAsync("benefit_spells")).ShouldBe(benefits + 1);
    }

    [Fact]
    public async Task A_register_in_use_is_not_filled_in_bulk()
    {
        await using var house = await TestHouse.OnSqliteAsync();
        (await TakeInAsync(house, Whole())).Refusal.ShouldBeNull();
        await Should.ThrowAsync<InvalidOperationException>(() => FillAsync(house, []));
    }

    private static readonly (string Table, string Columns)[] Written =
    [
        ("teams", "name, area"),
        ("team_departments", "department"),
        ("citizens", "given_name, search_name, born, sex, address_protected, origin, education, version"),
        ("cases", "opened, closed, worker_id, version"),
        ("case_assignments", "from_day, to_day, worker_id"),
        ("benefit_spells", "benefit, from_day, to_day"),
        ("partial_returns", "from_day, minutes_per_week"),
        ("meetings", "at, kind, channel, status, holder, minutes, version"),
        ("booked_times", "at"),
        ("companies", "cvr, p_number, search_name, sector, partnership, version"),
        ("interventions", "kind, workplace, hours_per_week, version"),
    ];

    private List<Registered> Whole() =>
    [
        new RegisteredTeam(_team, "Jobteamet", "Jobparate", Department.Health),
        new RegisteredCompany(_bakery, SmallTown.BakeryCvr, "1000000001", "Ærø Brød")
        {
            Address = "Prøvevej 2",
            PostalCode = "9999",
            Town = "Prøveby",
            Industry = "Handel",
            Sector = Sector.Private,
            Employees = 12,
        },
        Anna(),
        new RegisteredCase(CaseId.From(_anna.Value), _anna, _team, null, Day)
        {
            Turns = [new(new UserId(_team.Value), _team, Day, Day.AddDays(9))],
        },
        new RegisteredBenefit(_anna, 6, Day),
        new RegisteredPartialReturn(_anna, Day.AddDays(20), null, 7.5m),
        new RegisteredMeeting(MeetingId.From(_anna.Value), _anna, null, new(2030, 3, 1, 9, 0, 0, TimeSpan.Zero))
        {
            Kind = MeetingKind.Job,
            Channel = MeetingChannel.Phone,
            Status = MeetingStatus.Planned,
        },
        new RegisteredIntervention(InterventionId.From(_anna.Value), _anna, "virksomhedspraktik", Day)
        {
            Workplace = Sector.Private,
            Company = _bakery,
        },
    ];

    private RegisteredCitizen Anna() =>
        new(_anna, SmallTown.CprOf(new(1980, 1, 1)), "Anna", "Prøvesen")
        {
            AddressProtected = null,
            ResidenceFrom = new(1980, 1, 1),
        };

    /// <summary>With the words that tell what is wrong; the last two are wrong beside the others only.</summary>
    private List<(Registered Wrong, string Words)> Faulty() =>
    [
        (new RegisteredBenefit(_anna, 6, Day, Day.AddDays(-1)), "før den begynder"),
        (new RegisteredBenefit(_anna, 99, Day), "ingen kode 99"),
        (new RegisteredBenefit(NewId.Of<CitizenId>(), 6, Day), "citizens"),
        (Anna() with { Id = NewId.Of<CitizenId>(), FamilyName = " " }, "intet navn"),
        (new RegisteredIntervention(NewId.Of<InterventionId>(), _anna, "hokuspokus", Day), "ingen kode hokuspokus"),
        (
            new RegisteredEmployment(_anna, Day, null, 37) { Company = NewId.Of<CompanyId>() },
            "companies"
        ),
        (Anna(), "allerede"),
        (Anna() with { Id = NewId.Of<CitizenId>() }, "allerede"),
    ];

    private static Delivery Lines(IEnumerable<Registered> register) =>
        new(register) { Place = at => $"borgere.csv, linje {at + 2}" };

    private static async Task<Outcome<Done>> FillAsync(TestHouse house, IEnumerable<Registered> register)
    {
        await using var scope = house.Scope(Actor.System);
        return await scope.ServiceProvider.GetRequiredService<IRegisterIntake>().FillAsync(Lines(register));
    }

    private static async Task<Outcome<Done>> TakeInAsync(TestHouse house, IEnumerable<Registered> register)
    {
        await using var scope = house.Scope(Actor.System);
        return await scope.ServiceProvider.GetRequiredService<IRegisterIntake>().TakeInAsync(Lines(register));
    }

    private static async Task<List<string>> RowsAsync(TestHouse house, string table, string columns)
    {
        await using var connection = await house.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"select {columns} from {table} order by {columns}";
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
            rows.Add(
                string.Join(
                    '|',
                    Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)
                        .Select(value => value is byte[] bytes ? Convert.ToHexString(bytes) : $"{value}")
                )
            );
        return rows;
    }
}
