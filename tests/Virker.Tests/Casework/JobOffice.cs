using Microsoft.Extensions.DependencyInjection;
using Virker.Casework;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;
using Virker.Tests.Support;

namespace Virker.Tests.Casework;

/// <summary>
/// A small office: one team with two workers, a room and an interpreter of Arabic, and as many citizens as a test asks
/// for. What a register has is taken in as any register's; all else is done through use cases.
/// </summary>
internal sealed class JobOffice : IAsyncDisposable
{
    private int _citizens;

    private JobOffice(TestHouse house) => House = house;

    public TestHouse House { get; }

    public TeamId Team { get; } = NewId.Of<TeamId>();

    public Seat Anna { get; private set; } = null!;

    public Seat Bo { get; private set; } = null!;

    public DateOnly Today => House.Clock.Today;

    public static async Task<JobOffice> OpenAsync(
        Dialect dialect,
        int rooms = 1,
        Action<IServiceCollection>? also = null
    )
    {
        var office = new JobOffice(await TestHouse.OnAsync(dialect, also));
        (office.Anna, office.Bo) = (
            office.House.As(Role.CaseWorker, office.Team.Value),
            office.House.As(Role.CaseWorker, office.Team.Value)
        );
        await office.TakeInAsync([
            new RegisteredTeam(office.Team, "Jobteamet", "Jobparate"),
            new RegisteredWorker(office.Anna.User, office.Team, "Anna Prøvesen", "Jobkonsulent"),
            new RegisteredWorker(office.Bo.User, office.Team, "Bo Prøvesen", "Jobkonsulent"),
            .. Enumerable.Range(1, rooms).Select(room => new RegisteredResource(
                NewId.Of<ResourceId>(),
                ResourceKind.Room,
                $"Lokale {room}"
            )),
            new RegisteredResource(NewId.Of<ResourceId>(), ResourceKind.Interpreter, "Tolk Prøvesen")
            {
                Language = "arabisk",
            },
        ]);
        return office;
    }

    /// <summary>
    /// Somebody with a running case with Anna, on a benefit of the register (2: job-ready on cash benefit) since a day.
    /// </summary>
    public async Task<CitizenId> CitizenAsync(
        DateOnly? since = null,
        int benefit = 2,
        string? interpreter = null,
        Seat? worker = null
    )
    {
        var (id, number, from) = (NewId.Of<CitizenId>(), _citizens++, since ?? Today);
        var born = new DateOnly(1980, 1, 1).AddDays(number / 5);
        var cpr = SmallTown.CprOf(born, number % 5);
        await TakeInAsync(
            new RegisteredCitizen(id, cpr, "Prøve", $"Borger{number:000}")
            {
                AddressProtected = false,
                ResidenceFrom = born,
                InterpreterLanguage = interpreter,
            },
            new RegisteredCase(NewId.Of<CaseId>(), id, Team, (worker ?? Anna).User, from),
            new RegisteredBenefit(id, benefit, from),
            new RegisteredTargetGroup(id, benefit is 1 or 2 or 3 ? benefit : 6, from)
        );
        return id;
    }

    /// <summary>Somebody in the register without a case, and their CPR number.</summary>
    public async Task<(CitizenId Citizen, string Cpr)> StrangerAsync(DateOnly? movedOn = null)
    {
        var (id, born) = (NewId.Of<CitizenId>(), new DateOnly(1979, 1, 1).AddDays(_citizens++));
        var cpr = SmallTown.CprOf(born);
        await TakeInAsync(
            new RegisteredCitizen(id, cpr, "Ny", "Henvendelse")
            {
                AddressProtected = false,
                ResidenceFrom = born,
                ResidenceTo = movedOn,
                Education = Educations.Vocational,
            }
        );
        return (id, cpr.Digits);
    }

    /// <summary>Danish clock time on a day so many days from today.</summary>
    public DateTimeOffset At(int days, int hour, int minute = 0) =>
        Today.AddDays(days).ToDateTime(new TimeOnly(hour, minute)).DanishInstant();

    public Task<MeetingBooked> BookAsync(CitizenId citizen, DateTimeOffset at, MeetingChannel? channel = null) =>
        Anna.DoneAsync(new BookMeeting(citizen, at, MeetingKind.Job, channel ?? MeetingChannel.Phone));

    public Task<Outcome<MeetingBooked>> TryAsync(
        CitizenId citizen,
        DateTimeOffset at,
        MeetingChannel? channel = null,
        Seat? with = null
    ) =>
        (with ?? Anna).RunAsync(
            new BookMeeting(citizen, at, MeetingKind.Job, channel ?? MeetingChannel.Phone) { Worker = with?.User }
        );

    /// <summary>What a register delivers.</summary>
    public async Task TakeInAsync(params Registered[] register)
    {
        await using var scope = House.Scope(Actor.System);
        await scope.ServiceProvider.TakeInAsync(register);
    }

    /// <summary>What no register delivers, and no use case makes yet.</summary>
    public async Task ImportAsync(params object[] rows)
    {
        await using var scope = House.Scope(Actor.System);
        var db = scope.ServiceProvider.GetRequiredService<VirkerContext>();
        (await scope.ServiceProvider.GetRequiredService<UnitOfWork>().RunAsync("Import", async () =>
        {
            db.AddRange(rows);
            await db.SaveChangesAsync();
            return (Outcome<Done>)Done.It;
        }, default)).Refusal.ShouldBeNull();
    }

    public ValueTask DisposeAsync() => House.DisposeAsync();
}
