using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Virker.Casework;
using Virker.Kernel;
using Virker.Platform;
using Virker.Tests.Support;

namespace Virker.Tests.Casework;

/// <summary>On each day a citizen has at most one benefit and one target group, whatever is decided.</summary>
public sealed class SpellTests
{
    [Theory, EachDatabase]
    public async Task A_group_that_began_after_the_shifts_day_does_not_hold_beside_the_new_one(Dialect dialect)
    {
        await using var office = await JobOffice.OpenAsync(dialect);
        var citizen = await office.CitizenAsync(since: office.Today.AddDays(-40));
        await MoveGroupAsync(office, citizen, office.Today.AddDays(-10), 3);
        var before = await GroupsAsync(office, citizen);

        await office.Anna.DoneAsync(new ShiftBenefit(citizen, 6, office.Today.AddDays(-20)) { TargetGroup = 6 });

        (await GroupsAsync(office, citizen)).ShouldBe([
            (2, office.Today.AddDays(-40), office.Today.AddDays(-21)),
            (6, office.Today.AddDays(-20), null),
        ]);
        await office.Anna.DoneAsync(new UndoShift(citizen));
        (await GroupsAsync(office, citizen)).ShouldBe(before);
    }

    [Theory, EachDatabase]
    public async Task The_same_group_that_began_after_the_shifts_day_holds_from_it(Dialect dialect)
    {
        await using var office = await JobOffice.OpenAsync(dialect);
        var citizen = await office.CitizenAsync(since: office.Today.AddDays(-40));
        await MoveGroupAsync(office, citizen, office.Today.AddDays(-10), 6);
        var before = await GroupsAsync(office, citizen);

        await office.Anna.DoneAsync(new ShiftBenefit(citizen, 6, office.Today.AddDays(-20)) { TargetGroup = 6 });

        (await GroupsAsync(office, citizen))[^1].ShouldBe((6, office.Today.AddDays(-20), null));
        await office.Anna.DoneAsync(new UndoShift(citizen));
        (await GroupsAsync(office, citizen)).ShouldBe(before);
    }

    [Theory, EachDatabase]
    public async Task A_decision_ends_what_a_shift_had_laid_ahead(Dialect dialect)
    {
        await using var office = await JobOffice.OpenAsync(dialect);
        var (citizen, cpr) = await office.StrangerAsync();
        await DecideAsync(office, citizen, cpr, 1, 1);
        office.House.Clock.Advance(TimeSpan.FromDays(10));
        await office.Anna.DoneAsync(new ShiftBenefit(citizen, 6, office.Today.AddDays(5)) { TargetGroup = 6 });

        await DecideAsync(office, citizen, cpr, 2, 2);

        await HoldsAsync(office, "after the decision");
    }

    [Theory]
    [EachDatabase(1)]
    [EachDatabase(2)]
    [EachDatabase(3)]
    public async Task After_whatever_is_decided_one_of_each_kind_holds_on_a_day(Dialect dialect, int seed)
    {
        await using var office = await JobOffice.OpenAsync(dialect);
        var random = new Random(seed);
        var (citizen, cpr) = await office.StrangerAsync();
        await DecideAsync(office, citizen, cpr, 2, 2);
        var done = 0;
        for (var step = 0; step < 40; step++)
        {
            office.House.Clock.Advance(TimeSpan.FromDays(random.Next(0, 12)));
            var (benefit, group, days) = (random.Next(1, 7), random.Next(1, 8), random.Next(-60, 31));
            switch (random.Next(4))
            {
                case 0:
                    await DecideAsync(office, citizen, cpr, benefit, group);
                    break;
                case 1 when await MovesAsync(office, citizen, office.Today.AddDays(days)):
                    await MoveGroupAsync(office, citizen, office.Today.AddDays(days), group);
                    break;
                case 2:
                    await office.Anna.RunAsync(new UndoShift(citizen));
                    break;
                default:
                    var shift = new ShiftBenefit(citizen, benefit, office.Today.AddDays(days))
                    {
                        TargetGroup = group,
                        LongBack = true,
                    };
                    done += (await office.Anna.RunAsync(shift)).IsRefused ? 0 : 1;
                    break;
            }

            await HoldsAsync(office, $"seed {seed}, step {step}");
        }

        done.ShouldBeGreaterThan(2, "nothing was shifted");
    }

    private static async Task DecideAsync(JobOffice office, CitizenId citizen, string cpr, int benefit, int group)
    {
        var registered = await office.Anna.DoneAsync(
            new RegisterApplication(cpr, benefit, "Opsagt", [])
        );
        var view = await office.Anna.DoneAsync(new SeeApplication(citizen, registered.Id));
        await office.Anna.DoneAsync(
            new DecideApplication(
                citizen,
                registered.Id,
                view.Version,
                group,
                view.Segment.Segment,
                office.Anna.User
            )
            {
                AlthoughMissing = true,
            }
        );
    }

    private static async Task<bool> MovesAsync(JobOffice office, CitizenId citizen, DateOnly day) =>
        (await GroupsAsync(office, citizen)) is [.., (_, var from, null)] && from < day;

    /// <summary>As the register does it: the group is another from a day, and the benefit is the same.</summary>
    private static async Task MoveGroupAsync(JobOffice office, CitizenId citizen, DateOnly day, int group)
    {
        await using var scope = office.House.Scope(Actor.System);
        var db = scope.ServiceProvider.GetRequiredService<VirkerContext>();
        await scope.ServiceProvider.GetRequiredService<UnitOfWork>().RunAsync("Import", async () =>
        {
            var running = await db.Set<TargetGroupSpellRow>()
                .SingleAsync(s => s.CitizenId == citizen && s.ToDay == null);
            running.ToDay = day.AddDays(-1);
            db.Add(new TargetGroupSpellRow { CitizenId = citizen, TargetGroup = group, FromDay = day });
            await db.SaveChangesAsync();
            return (Outcome<Done>)Done.It;
        }, default);
    }

    private static async Task<IReadOnlyList<(int Group, DateOnly From, DateOnly? To)>> GroupsAsync(
        JobOffice office,
        CitizenId citizen
    )
    {
        await using var scope = office.House.Scope(Actor.System);
        return
        [
            .. (
                await scope.ServiceProvider.GetRequiredService<VirkerContext>()
                    .Set<TargetGroupSpellRow>()
                    .Where(s => s.CitizenId == citizen)
                    .OrderBy(s => s.FromDay)
                    .ToListAsync()
            ).Select(s => (s.TargetGroup, s.FromDay, s.ToDay)),
        ];
    }

    private static async Task HoldsAsync(JobOffice office, string when)
    {
        foreach (var table in new[] { "benefit_spells", "target_group_spells" })
        {
            (await office.House.CountAsync($"{table} where to_day < from_day")).ShouldBe(0, $"{table}, {when}");
            var both = $"{table} a join {table} b on a.citizen_id = b.citizen_id and a.id < b.id "
                + "and (a.to_day is null or a.to_day >= b.from_day) and (b.to_day is null or b.to_day >= a.from_day)";
            (await office.House.CountAsync(both)).ShouldBe(0, $"{table} overlap, {when}");
        }
    }
}
